import { Link, useLocation } from 'react-router';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';

export default function ThanksPage() {
  const t = useTexts('public');
  const email = (useLocation().state as { email?: string } | null)?.email;
  return (
    <Page title={t('public:thanks.title')} lead={email ? t('public:thanks.lead', { email }) : t('public:thanks.leadWithout')}>
      <div className="flow">
        <p>{t('public:thanks.why')}</p>
        <p>{t('public:thanks.missing')}</p>
        <Link to="/bli-medlem">{t('public:thanks.again')}</Link>
      </div>
    </Page>
  );
}
