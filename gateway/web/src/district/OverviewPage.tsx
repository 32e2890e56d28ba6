import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import { PlanWaits } from '../plan/PlanWaits';
import { Answered } from '../ui/Answered';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { AssociationTable } from './AssociationTable';
import { useGrowth } from './data';
import { GrowthFigure } from './GrowthFigure';
import { NeedsUs } from './NeedsUs';

/** The district's first screen: what needs the district now; then the figures that somebody acts on. */
export default function OverviewPage() {
  const t = useTexts('district');
  const { data: session } = useSession();
  const growth = useGrowth();
  return (
    <Page title={t('common:area.district')} wide>
      <PlanWaits />
      {session && <NeedsUs care={mayInDistrict(session, 'care:work')} handOvers={mayInDistrict(session, 'handover:manage')} reports={mayInDistrict(session, 'reports:read')} liaisons={mayInDistrict(session, 'liaison:work')} claims={mayInDistrict(session, 'economy:approve')} board={mayInDistrict(session, 'board:read')} central={mayInDistrict(session, 'central:relay')} transfers={mayInDistrict(session, 'assignments:manage')} />}
      <Answered query={growth} rows={6}>
        {(figures) => (
          <>
            <GrowthFigure growth={figures} />
            <AssociationTable associations={figures.associations} />
          </>
        )}
      </Answered>
    </Page>
  );
}
