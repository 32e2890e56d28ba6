import { Button, NativeSelect } from '@mantine/core';
import { Link } from 'react-router';
import type { Decision, Difference, DifferenceKind, Import } from '../api/types';
import { useCodes } from '../i18n/codes';
import { Answered } from '../ui/Answered';
import { Changes } from '../ui/Changes';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useDecide, useDifferences } from './data';
import classes from './DifferenceList.module.css';
import { choices } from './kinds';
import { Likeness, Told } from './Told';

/** One kind of difference, row by row, each with what is to be done; and the same for all of them at once. */
export function DifferenceList({ one, kind, kept = false }: { one: Import; kind: DifferenceKind; kept?: boolean }) {
  const t = useTexts('import');
  const codes = useCodes();
  const canDecide = one.state === 'ready';
  const list = useDifferences(one.importId, one.version, kind, kept);
  const decide = useDecide(one.importId, kind);
  return (
    <section aria-label={t(`import:kind.${kind}`)} className="flow" style={{ alignItems: 'stretch' }}>
      {canDecide && <p className="dim">{t(`import:about.${kind}`)}</p>}
      {canDecide && (
        <div className="row-of-buttons no-print">
          <span className="dim small">{t('import:list.all')}</span>
          {choices(kind).filter((decision) => decision !== 'same').map((decision) => (
            <Button key={decision} variant="default" size="sm" onClick={() => decide.mutate({ decision })}>
              {codes('importDecision', decision)}
            </Button>
          ))}
        </div>
      )}
      {decide.error && <ProblemNote error={decide.error} />}
      <Answered query={list} rows={6}>
        {(rows) => (
          <>
            <ul className={classes.list}>
              {rows.map((row) => (
                <Row key={row.no} row={row} kind={kind} decide={canDecide ? (decision) => decide.mutate({ decision, rows: [row.no] }) : undefined} />
              ))}
            </ul>
            <ShowMore query={list} shown={rows.length} />
          </>
        )}
      </Answered>
    </section>
  );
}

function Row({ row, kind, decide }: { row: Difference; kind: DifferenceKind; decide?: (decision: Decision) => void }) {
  const t = useTexts('import');
  const codes = useCodes();
  const possible = choices(kind, row.cause);
  return (
    <li className={classes.row}>
      <div>
        <p className={classes.name}>{row.person && kind !== 'doubtful' ? <Link to={`/forening/${row.person.associationId}/medlemmar/${row.person.memberId}`}>{row.name}</Link> : row.name}</p>
        <Told row={row} />
        {kind === 'doubtful' && <Likeness row={row} />}
        {kind === 'gone' && row.person?.hasAssignment && <p className="late">{t('import:list.hasAssignment')}</p>}
        {row.changes.length > 0 && (
          <Changes nothing={t('import:list.nothing')} changes={row.changes.map(({ field, before, after }) => ({ field: codes('importField', field), before: wording(field, before), after: wording(field, after) }))} />
        )}
      </div>
      {decide ? (
        <NativeSelect
          aria-label={t('import:list.decide', { name: row.name })}
          value={row.decision ?? ''}
          onChange={(event) => decide(event.currentTarget.value as Decision)}
          data={[...(row.decision ? [] : [{ value: '', label: t('import:list.choose') }]), ...possible.map((decision) => ({ value: decision, label: codes('importDecision', decision) }))]}
        />
      ) : (
        row.decision && <p className="dim">{codes('importDecision', row.decision)}</p>
      )}
    </li>
  );

  function wording(field: string, value: string | null | undefined): string {
    if (!value) return '';
    return field === 'state' ? codes('membership', value) : field === 'gender' ? t(`common:gender.${value}` as 'common:gender.woman') : value;
  }
}
