import { Link } from 'react-router';
import { useTexts } from '../ui/useTexts';
import { useOurLiaison } from './data';

/** On the association's first screen: the liaison has asked something. Nothing where nothing waits. */
export function LiaisonWaits({ association }: { association: string }) {
  const t = useTexts('liaisons');
  const { data: ours } = useOurLiaison(association);
  if (!ours || ours.questions === 0) return null;
  return (
    <p style={{ marginBottom: '1.5rem' }}>
      <Link to={`/forening/${association}/fadder`}>
        <b>{t('liaisons:ours.waits', { count: ours.questions })}</b>
      </Link>
    </p>
  );
}
