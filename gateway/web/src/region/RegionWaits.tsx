import { Link } from 'react-router';
import { useTexts } from '../ui/useTexts';
import { useOurMaterial } from './data';

/** On the association's first screen: material from the region group is not read. Nothing where nothing waits. */
export function RegionWaits({ association }: { association: string }) {
  const t = useTexts('region');
  const { data: material } = useOurMaterial(association);
  const waiting = material?.filter((one) => !one.readAt).length ?? 0;
  if (waiting === 0) return null;
  return (
    <p style={{ marginBottom: '1.5rem' }}>
      <Link to={`/forening/${association}/region`}>
        <b>{t('region:ours.waits', { count: waiting })}</b>
      </Link>
    </p>
  );
}
