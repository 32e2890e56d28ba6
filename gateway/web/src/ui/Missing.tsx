import { useTexts } from './useTexts';
import { Link } from 'react-router';

/** Not there, or not for this person: the two look the same on purpose. */
export function Missing() {
  const t = useTexts('common');
  return (
    <div className="flow">
      <p>{t('common:missing.text')}</p>
      <Link to="/">{t('common:missing.home')}</Link>
    </div>
  );
}
