import { Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useAssociationNames, useAssociations } from '../api/associations';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/dates';
import { CentralWaits } from '../central/CentralWaits';
import { LiaisonWaits } from '../liaisons/LiaisonWaits';
import { RegionWaits } from '../region/RegionWaits';
import { TransferWaits } from '../office/TransferWaits';
import { MoveNotices } from '../register/MoveNotices';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { Missing } from '../ui/Missing';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { CaseList } from '../care/CaseList';
import { useCases } from '../care/data';
import { WaitingToPay } from './WaitingToPay';

/** The association's first screen: who waits for us now. The figures come after. */
export default function NowPage() {
  const t = useTexts('association');
  const { id = '' } = useParams();
  const { data: session } = useSession();
  const nameOf = useAssociationNames();
  const works = may(session, 'care:work', id);
  const reads = may(session, 'register:read', id);
  const cases = useCases(id, 'open', false, works);
  if (!works && !reads) return <Page title={t('common:missing.title')}><Missing /></Page>;
  return (
    <Page title={nameOf(id)} lead={<Figures id={id} />} wide>
      {may(session, 'liaison:ask', id) && <LiaisonWaits association={id} />}
      {may(session, 'central:read', id) && <CentralWaits association={id} />}
      {may(session, 'central:read', id) && <RegionWaits association={id} />}
      {may(session, 'statistics:read', id) && <TransferWaits association={id} />}
      {works && (
        <section aria-labelledby="nu">
          <Title order={2} id="nu" mb="sm">
            {t('association:now.title')}
          </Title>
          <Answered query={cases} rows={4}>
            {(rows) =>
              rows.length === 0 ? (
                <Empty title={t('association:now.empty')}>{t('association:now.emptyHelp')}</Empty>
              ) : (
                <>
                  <CaseList rows={rows} />
                  <ShowMore query={cases} shown={rows.length} />
                </>
              )
            }
          </Answered>
          <p style={{ marginTop: '1rem' }}>
            <Link to={`/forening/${id}/arenden?visa=done`}>{t('association:now.done')}</Link>
          </p>
        </section>
      )}
      {reads && <MoveNotices association={id} />}
      {reads && <WaitingToPay association={id} />}
    </Page>
  );
}

function Figures({ id }: { id: string }) {
  const t = useTexts('association');
  const { number } = useFormat();
  const { data: associations = [] } = useAssociations();
  const own = associations.find((row) => row.id === id);
  return own ? <p>{t('association:now.figures', { members: number(own.members), joined: number(own.joinedThisYear), left: number(own.leftThisYear) })}</p> : null;
}
