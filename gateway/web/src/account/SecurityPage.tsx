import { Title } from '@mantine/core';
import { SignOut } from '../shell/SignOut';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { PasskeySection } from './PasskeySection';
import { TotpSection } from './TotpSection';

/** How one signs in, and what else guards it. */
export default function SecurityPage() {
  const t = useTexts('account');
  return (
    <Page title={t('account:security.title')} lead={t('account:security.lead')}>
      <TotpSection />
      <PasskeySection />
      <section className="section">
        <Title order={2}>{t('account:security.signOut.title')}</Title>
        <p>{t('account:security.signOut.text')}</p>
        <SignOut />
      </section>
    </Page>
  );
}
