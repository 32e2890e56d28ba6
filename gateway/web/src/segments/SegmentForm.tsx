import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useAssociations } from '../api/associations';
import { may, mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { Segment } from '../api/types';
import { useNotices } from '../ui/Notices';
import { ExportForm } from '../register/ExportForm';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { filterOf, useRemoveSegment, useSaveSegment } from './data';
import { asGroup, everybody, isWhole } from './filter';
import { FilterEditor } from './FilterEditor';
import { Preview } from './Preview';
import { SegmentPeople } from './SegmentPeople';
import { useListsAddress } from './SegmentsPage';
import { useWords } from './useWords';

/** The question a list asks, in words and in numbers while it is written; below it, those whom the saved list means. */
export function SegmentForm({ saved }: { saved?: Segment }) {
  const t = useTexts('segments');
  const words = useWords();
  const home = useListsAddress();
  const navigate = useNavigate();
  const { tell } = useNotices();
  const { data: session } = useSession();
  const { data: associations = [] } = useAssociations();
  const [name, setName] = useState(saved?.name ?? '');
  const [shared, setShared] = useState<string>(saved?.associationId ?? saved?.sharing ?? 'own');
  const [filter, setFilter] = useState(() => (saved ? asGroup(filterOf(saved)) : everybody));
  const [asked] = useDebouncedValue(filter, 400);
  const save = useSaveSegment(saved);
  const again = useSaveSegment(undefined);
  const remove = useRemoveSegment();
  const isAssociation = shared !== 'own' && shared !== 'district';
  const draft = { name: name.trim(), filter, sharing: isAssociation ? ('association' as const) : (shared as 'own' | 'district'), associationId: isAssociation ? shared : null };
  const changed = !saved || JSON.stringify([draft.name, draft.filter, draft.sharing, draft.associationId]) !== JSON.stringify([saved.name, asGroup(filterOf(saved)), saved.sharing, saved.associationId]);

  function removeIt(segment: Segment) {
    remove.mutate(segment, {
      onSuccess: () => {
        void navigate(home);
        tell(t('segments:removed', { name: segment.name }), () => again.mutate({ ...segment, filter: filterOf(segment) }));
      },
    });
  }

  return (
    <Page title={saved?.name ?? t('segments:new')} wide>
      <form
        className="flow no-print"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(draft, {
            onSuccess: (kept) => {
              tell(t('segments:saved', { name: kept.name }));
              if (!saved) void navigate(`${home}/${kept.id}`, { replace: true });
            },
          });
        }}
      >
        <TextInput label={t('segments:column.name')} value={name} maxLength={100} onChange={(event) => setName(event.currentTarget.value)} maw={480} />
        <NativeSelect
          label={t('segments:column.shared')}
          description={t('segments:sharing.help')}
          value={shared}
          onChange={(event) => setShared(event.currentTarget.value)}
          maw={480}
          data={[
            { value: 'own', label: t('segments:sharing.own') },
            ...(mayInDistrict(session, 'register:read') ? [{ value: 'district', label: t('segments:sharing.district') }] : []),
            ...associations.filter((row) => may(session, 'register:read', row.id)).map((row) => ({ value: row.id, label: row.name })),
          ]}
        />
        <Title order={2}>{t('segments:editor.title')}</Title>
        <FilterEditor group={filter} change={setFilter} />
        <p aria-live="polite">{isWhole(filter) ? words(filter) : t('segments:editor.incomplete')}</p>
        <Preview filter={asked} />
        {save.error && <ProblemNote error={save.error} kept />}
        {remove.error && <ProblemNote error={remove.error} />}
        <div className="row-of-buttons">
          <Button type="submit" loading={save.isPending} disabled={!draft.name || !isWhole(filter) || !changed}>
            {t('segments:save')}
          </Button>
          {saved && (
            <Button variant="default" loading={remove.isPending} onClick={() => removeIt(saved)}>
              {t('segments:remove')}
            </Button>
          )}
        </div>
      </form>
      {saved && <SegmentPeople id={saved.id} />}
      {saved && may(session, 'register:export') && (
        <div className="no-print" style={{ marginTop: '1rem' }}>
          <ExportForm address={`/api/members/segments/${saved.id}/export`} />
        </div>
      )}
    </Page>
  );
}
