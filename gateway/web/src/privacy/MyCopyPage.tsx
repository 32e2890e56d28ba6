import { useParams } from 'react-router';
import { useTexts } from '../ui/useTexts';
import { Copy } from './Copy';
import { useMyCopy } from './data';

/** One's own copy. */
export default function MyCopyPage() {
  const t = useTexts('privacy');
  return <Copy query={useMyCopy(useParams().requestId ?? '')} crumbs={[{ label: t('common:area.me'), to: '/min-sida' }, { label: t('privacy:mine.title'), to: '/min-sida/uppgifter-om-mig' }]} />;
}
