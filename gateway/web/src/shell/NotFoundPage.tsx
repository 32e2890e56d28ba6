import { useTexts } from '../ui/useTexts';
import { Missing } from '../ui/Missing';
import { Page } from '../ui/Page';

export default function NotFoundPage() {
  const t = useTexts('common');
  return (
    <Page title={t('common:missing.title')}>
      <Missing />
    </Page>
  );
}
