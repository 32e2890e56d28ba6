import { Button, Title } from '@mantine/core';
import { Link } from 'react-router';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { LiaisonRow } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { Coverage } from './Coverage';
import { useLiaisons, usePromises } from './data';
import classes from './liaisons.module.css';
import { Promises } from './Promises';
import { Standing } from './Standing';
import { StandIns } from './StandIns';

/** A liaison's start: which of the own associations need a call, a reply or a promise kept. For those who manage liaisons, all of them below. */
export default function LiaisonsPage() {
  const t = useTexts('liaisons');
  const { data: session } = useSession();
  const manages = mayInDistrict(session, 'liaison:manage');
  const mine = useLiaisons(true);
  const promises = usePromises(true);
  return (
    <Page title={t('liaisons:page.title')} lead={t('liaisons:page.lead')} wide>
      <Answered query={mine} rows={3}>
        {({ items }) =>
          items.length === 0 && manages ? null : (
            <section aria-labelledby="mina" style={{ marginBottom: '2.75rem' }}>
              <Title order={2} id="mina" mb="sm">
                {t('liaisons:mine.title')}
              </Title>
              {items.length === 0 ? <Empty title={t('liaisons:mine.empty')}>{t('liaisons:mine.emptyHelp')}</Empty> : <Mine rows={items} />}
            </section>
          )
        }
      </Answered>
      <Answered query={promises} rows={2}>
        {(rows) =>
          rows.length === 0 ? null : (
            <section aria-labelledby="loften" style={{ marginBottom: '2.75rem' }}>
              <Title order={2} id="loften" mb="sm">
                {t('liaisons:promise.title')}
              </Title>
              <Promises rows={rows} withAssociation />
              <ShowMore query={promises} shown={rows.length} />
            </section>
          )
        }
      </Answered>
      {manages && <Coverage />}
      <StandIns manages={manages} />
    </Page>
  );
}

function Mine({ rows }: { rows: LiaisonRow[] }) {
  const t = useTexts('liaisons');
  const { shortDay } = useFormat();
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <li key={row.associationId}>
          <div>
            <Link to={`/distrikt/faddrar/${row.associationId}`} className={classes.name}>
              {row.name}
            </Link>
            <p>
              <Standing row={row} />
            </p>
            <p className="small dim">
              {[
                row.lastContact ? t('liaisons:mine.last', { date: shortDay(row.lastContact) }) : t('liaisons:mine.never'),
                row.standIn && t('liaisons:mine.standIn', { name: row.standIn.name, liaison: row.liaison?.name ?? '', date: shortDay(row.standIn.until) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {row.questions > 0 && <p className="late">{t('liaisons:mine.questions', { count: row.questions })}</p>}
          </div>
          <Button component={Link} to={`/distrikt/faddrar/${row.associationId}`} variant="default" size="sm" aria-label={t('liaisons:mine.workNamed', { name: row.name })}>
            {t('liaisons:mine.work')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
