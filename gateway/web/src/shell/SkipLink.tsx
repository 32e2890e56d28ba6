import { useTexts } from '../ui/useTexts';

export function SkipLink() {
  const t = useTexts('common');
  return (
    <a className="skip-link" href="#innehall">
      {t('common:nav.skip')}
    </a>
  );
}
