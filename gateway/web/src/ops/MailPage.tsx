import { useTexts } from '../ui/useTexts';
import { MailQueue } from './MailQueue';
import { OpsPage } from './OpsPage';

/** Mail by how it fares. */
export default function MailPage() {
  const t = useTexts('ops');
  return (
    <OpsPage title={t('ops:mail.title')}>
      <MailQueue />
    </OpsPage>
  );
}
