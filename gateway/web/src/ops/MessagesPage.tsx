import { useTexts } from '../ui/useTexts';
import { AfterRestore } from './AfterRestore';
import { Messages } from './Messages';
import { OpsPage } from './OpsPage';

/** Messages between the services that could not be applied, and what to do when a database has been restored. */
export default function MessagesPage() {
  const t = useTexts('ops');
  return (
    <OpsPage title={t('ops:message.title')} lead={t('ops:message.lead')}>
      <Messages />
      <AfterRestore />
    </OpsPage>
  );
}
