import { useParams } from 'react-router';
import { Answered } from '../ui/Answered';
import { useSegment } from './data';
import { SegmentForm } from './SegmentForm';

/** A list: made, read, changed. The address "ny" is one that is not saved yet. */
export default function SegmentPage() {
  const { segmentId = 'ny' } = useParams();
  const segment = useSegment(segmentId, segmentId !== 'ny');
  if (segmentId === 'ny') return <SegmentForm key="ny" />;
  return (
    <Answered query={segment} rows={6}>
      {(saved) => <SegmentForm key={`${saved.id} ${saved.version}`} saved={saved} />}
    </Answered>
  );
}
