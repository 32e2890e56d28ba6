import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { EventsSection } from './EventsSection';
import { ExternalSection } from './ExternalSection';
import { PasskeySection } from './PasskeySection';
import { RecoverySection } from './RecoverySection';
import { SessionsSection } from './SessionsSection';
import { TotpSection } from './TotpSection';

/** How one signs in, what else guards it, where one is signed in, and what has happened to it. */
export default function SecurityPage() {
  const t = useTexts('account');
  return (
    <Page title={t('account:security.title')} lead={t('account:security.lead')}>
      <TotpSection />
      <RecoverySection />
      <PasskeySection />
      <ExternalSection />
      <SessionsSection />
      <EventsSection />
    </Page>
  );
}
