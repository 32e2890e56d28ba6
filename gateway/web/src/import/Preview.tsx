import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DifferenceKind, Import } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { useNotices } from '../ui/Notices';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/ProblemNote';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { ApplyDialog } from './ApplyDialog';
import { useImportWork } from './data';
import { DifferenceList } from './DifferenceList';
import { kinds } from './kinds';

/** Everything in which file and register differ, by kind; what has to be decided comes first. */
export function Preview({ one }: { one: Import }) {
  const t = useTexts('import');
  const { number } = useFormat();
  const { get, set } = useAddress();
  const { tell } = useNotices();
  const navigate = useNavigate();
  const { discard } = useImportWork(one.importId);
  const [asking, setAsking] = useState(false);
  const there = kinds.filter((kind) => one.counts[kind]);
  const wanted = get('visa');
  const shown = there.find((kind) => kind === wanted) ?? there[0];
  const gone = one.counts.gone ?? 0;

  return (
    <div className="flow" style={{ alignItems: 'stretch' }}>
      {one.isOutdated && <Note kind="information" title={t('import:preview.outdated')} />}
      {gone * 10 > one.members && <Note kind="problem" title={t('import:preview.manyGone', { gone: number(gone), members: number(one.members) })}><p>{t('import:preview.manyGoneHelp')}</p></Note>}
      {there.length === 0 ? (
        <Empty title={t('import:preview.same')}>{t('import:preview.sameHelp')}</Empty>
      ) : (
        <FilterChips<DifferenceKind>
          label={t('import:preview.filter')}
          value={shown ?? 'new'}
          onChange={(kind) => set('visa', kind)}
          options={there.map((kind) => [kind, `${t(`import:kind.${kind}`)} ${number(one.counts[kind] ?? 0)}`])}
        />
      )}
      {shown && <DifferenceList key={shown} one={one} kind={shown} />}
      {discard.error && <ProblemNote error={discard.error} />}
      {one.undecided > 0 && <p className="late">{t('import:preview.undecided', { count: one.undecided })}</p>}
      <div className="row-of-buttons no-print">
        {there.length > 0 && (
          <Button disabled={one.undecided > 0} onClick={() => setAsking(true)}>
            {t('import:preview.apply')}
          </Button>
        )}
        <Button variant="default" loading={discard.isPending} onClick={() => discard.mutate(undefined, { onSuccess: () => { tell(t('import:preview.discarded')); void navigate('/distrikt/import'); } })}>
          {t('import:preview.discard')}
        </Button>
      </div>
      {asking && <ApplyDialog one={one} close={() => setAsking(false)} />}
    </div>
  );
}
