import { useParams } from 'react-router';
import { useTexts } from '../ui/useTexts';
import { Copy } from './Copy';
import { useDeskCopy } from './data';

/** The copy of somebody who has no account, to print and hand over. */
export default function DeskCopyPage() {
  const t = useTexts('privacy');
  const { requestId = '' } = useParams();
  return <Copy query={useDeskCopy(requestId)} crumbs={[{ label: t('privacy:desk.title'), to: '/distrikt/dataskydd' }, { label: t('privacy:kind.access'), to: `/distrikt/dataskydd/${requestId}` }]} />;
}
