import { Link } from 'react-router';
import { useTexts } from '../ui/useTexts';
import { useOurCentral } from './data';

/** On the association's first screen: something from the party centrally is not done. Nothing where nothing waits. */
export function CentralWaits({ association }: { association: string }) {
  const t = useTexts('central');
  const { data: items } = useOurCentral(association);
  const waiting = items?.filter((item) => !item.doneAt).length ?? 0;
  if (waiting === 0) return null;
  return (
    <p style={{ marginBottom: '1.5rem' }}>
      <Link to={`/forening/${association}/centralt`}>
        <b>{t('central:ours.waits', { count: waiting })}</b>
      </Link>
    </p>
  );
}
