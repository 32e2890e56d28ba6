import { Button, Title } from '@mantine/core';
import { useNow } from '../api/clock';
import type { Import } from '../api/types';
import { useFormat } from '../i18n/dates';
import { FilterChips } from '../ui/FilterChips';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/ProblemNote';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { useImportWork } from './data';
import { DifferenceList } from './DifferenceList';
import { kinds } from './kinds';

/** What was done, for how long it can be undone, and whom an undo has kept. */
export function Applied({ one }: { one: Import }) {
  const t = useTexts('import');
  const { dayAndTime, span, number } = useFormat();
  const now = useNow();
  const { undo } = useImportWork(one.importId);
  const { get, set } = useAddress();
  const { added = 0, changed = 0, confirmed = 0, ended = 0, kept = 0 } = one.outcome;
  const there = one.rowsAreErased ? [] : kinds.filter((kind) => one.counts[kind]);
  const shown = there.find((kind) => kind === get('visa')) ?? there[0];
  const undone = one.state === 'undone';
  const nothing = added + changed + confirmed + ended === 0;
  return (
    <div className="flow" style={{ alignItems: 'stretch' }}>
      <Note kind={undone ? 'information' : 'success'} title={undone ? t('import:done.undone', { when: dayAndTime(one.undoneAt ?? '') }) : t('import:done.applied', { when: dayAndTime(one.appliedAt ?? '') })}>
        <p>{nothing ? t('import:done.nothing') : t('import:done.numbers', { added: number(added), changed: number(changed), confirmed: number(confirmed), ended: number(ended) })}</p>
        {undone && kept > 0 && <p>{t('import:done.kept', { count: kept })}</p>}
        {!undone && one.appliedBy && <p className="dim small">{t('import:one.by', { name: one.appliedBy })}</p>}
      </Note>
      {one.undoUntil && !nothing && (
        <div className="flow no-print" style={{ gap: '0.5rem' }}>
          <p>{t('import:done.until', { when: dayAndTime(one.undoUntil), left: span(now, new Date(one.undoUntil)) })}</p>
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate()}>
            {t('import:done.undo')}
          </Button>
        </div>
      )}
      {undo.error && <ProblemNote error={undo.error} />}
      {one.rowsAreErased && <p className="dim">{t('import:done.erased')}</p>}
      {shown && (
        <section className="flow" style={{ alignItems: 'stretch' }} aria-labelledby="rows">
          <Title order={2} id="rows">
            {undone && kept > 0 ? t('import:done.keptTitle') : t('import:done.rows')}
          </Title>
          <FilterChips label={t('import:preview.filter')} value={shown} onChange={(kind) => set('visa', kind)} options={there.map((kind) => [kind, `${t(`import:kind.${kind}`)} ${number(one.counts[kind] ?? 0)}`])} />
          <DifferenceList key={shown} one={one} kind={shown} kept={undone && kept > 0} />
        </section>
      )}
    </div>
  );
}
