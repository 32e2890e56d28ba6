import { Button, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import { may, mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { Ladder } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { useLadder } from './data';
import { membersOf, rungs, takingPart } from './ladder';
import { LadderMoves } from './LadderMoves';
import { LadderQuarters } from './LadderQuarters';
import classes from './ladder.module.css';

/** How much members take part and how that changes, in the district with each association, or in one. */
export default function LadderPage() {
  const t = useTexts('asks');
  const { id } = useParams();
  const nameOf = useAssociationNames();
  const { data: session } = useSession();
  const ladder = useLadder(id);
  const works = id ? may(session, 'care:work', id) : mayInDistrict(session, 'care:work');
  return (
    <Page title={t('asks:ladder.title')} lead={t('asks:ladder.lead')} crumbs={id ? [{ label: nameOf(id), to: `/forening/${id}` }] : undefined} wide>
      <Answered query={ladder} rows={6}>
        {(known) =>
          membersOf(known.now) === 0 && known.quarters.every((one) => one.steps.length === 0) ? (
            <Empty title={t('asks:ladder.empty')}>{t('asks:ladder.emptyHelp')}</Empty>
          ) : (
            <>
              <Now known={known} />
              {known.quarters.length > 0 && <LadderQuarters quarters={known.quarters} />}
              {known.quarters.length > 0 && <LadderMoves quarters={known.quarters} />}
              {!id && <Associations known={known} />}
              <Rule months={known.windowMonths} />
            </>
          )
        }
      </Answered>
      <p className="section row-of-buttons no-print">
        <Button component="a" href="/api/members/activation/ladder/export" download variant="default">
          {t('asks:ladder.export')}
        </Button>
        {works && <Link to={id ? `/forening/${id}/inte-horts-av` : '/distrikt/inte-horts-av'}>{t('asks:ladder.quiet')}</Link>}
      </p>
    </Page>
  );
}

function Now({ known: { now } }: { known: Ladder }) {
  const t = useTexts('asks');
  const { number } = useFormat();
  const members = membersOf(now);
  const most = Math.max(1, ...rungs.map((rung) => now[rung]));
  return (
    <section aria-labelledby="nu">
      <Title order={2} id="nu" mb="sm">
        {t('asks:ladder.message', { count: takingPart(now), members: number(members) })}
      </Title>
      <ol className={classes.stairs}>
        {[...rungs].reverse().map((rung) => (
          <li key={rung}>
            <span className={classes.rung}>{t(`asks:rung.${rung}`)}</span>
            <span className={classes.bar} aria-hidden style={{ '--share': `${String((100 * now[rung]) / most)}%` } as React.CSSProperties} data-part={rung !== 'joined'} />
            <span className={classes.count}>
              {number(now[rung])} <span className="dim small">{members > 0 && `${String(Math.round((100 * now[rung]) / members))}\u00a0%`}</span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Associations({ known }: { known: Ladder }) {
  const t = useTexts('asks');
  const { number } = useFormat();
  type Row = Ladder['associations'][number];
  const part = (row: Row) => (membersOf(row.now) > 0 ? `${String(Math.round((100 * takingPart(row.now)) / membersOf(row.now)))}\u00a0%` : '–');
  return (
    <section className="section" aria-labelledby="foreningar">
      <Title order={2} id="foreningar" mb="sm">
        {t('asks:ladder.associations')}
      </Title>
      <DataTable
        caption={t('asks:ladder.associations')}
        rows={known.associations}
        rowKey={(row) => row.associationId}
        columns={[
          { key: 'name', header: t('asks:ladder.association'), cell: (row) => <Link to={`/forening/${row.associationId}/engagemang`}>{row.name}</Link> },
          { key: 'members', header: t('asks:ladder.members'), cell: (row) => number(membersOf(row.now)), numeric: true },
          ...rungs.slice(1).map((rung) => ({ key: rung, header: t(`asks:rung.${rung}`), cell: (row: Row) => number(row.now[rung]), numeric: true })),
          { key: 'part', header: t('asks:ladder.part'), cell: part, numeric: true, onPhone: true },
          { key: 'up', header: t('asks:ladder.up'), cell: (row) => number(row.up), numeric: true },
          { key: 'down', header: t('asks:ladder.down'), cell: (row) => number(row.down), numeric: true },
        ]}
        secondLine={(row) => t('asks:ladder.associationLine', { members: number(membersOf(row.now)), up: number(row.up), down: number(row.down) })}
      />
    </section>
  );
}

function Rule({ months }: { months: number }) {
  const t = useTexts('asks');
  return (
    <section className="section" aria-labelledby="regel">
      <Title order={2} id="regel" mb="sm">
        {t('asks:ladder.rule')}
      </Title>
      <ul>
        {[...rungs].reverse().map((rung) => (
          <li key={rung}>
            <b>{t(`asks:rung.${rung}`)}</b>: {t(`asks:rungRule.${rung}`, { count: months })}
          </li>
        ))}
      </ul>
      <p style={{ marginTop: '0.75rem' }}>{t('asks:ladder.ruleAll', { count: months })}</p>
      <p className="dim" style={{ marginTop: '0.75rem' }}>{t('asks:ladder.ruleSeen')}</p>
    </section>
  );
}
