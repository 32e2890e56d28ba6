import { Title } from '@mantine/core';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';

const sections = ['what', 'why', 'who', 'log', 'howLong', 'rights'] as const;

export default function PrivacyPage() {
  const t = useTexts('public');
  return (
    <Page title={t('public:privacy.title')} lead={t('public:privacy.lead')}>
      {sections.map((section) => (
        <section key={section} className="section">
          <Title order={2}>{t(`public:privacy.${section}.title`)}</Title>
          <p>{t(`public:privacy.${section}.text`)}</p>
        </section>
      ))}
    </Page>
  );
}
