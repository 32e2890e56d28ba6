import { Button, InputBase, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { Ending, Me } from '../api/types';
import { dateOf, useFormat } from '../i18n/dates';
import { Confirm } from '../ui/Confirm';
import { DateField } from '../ui/DateField';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useEnd, useUndoEnding } from './data';

type Kind = NonNullable<Ending['kind']>;

/** Notes that a membership has ended, and takes that back for thirty days. */
export function EndMembership({ person }: { person: Me }) {
  const t = useTexts('people');
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const [asking, setAsking] = useState(false);
  const undo = useUndoEnding(person.memberId);
  const name = `${person.givenName} ${person.familyName}`;
  const { endedOn, endingUndoableUntil } = person.membership;
  if (endedOn && !endingUndoableUntil) return null;
  return (
    <section className="section no-print">
      <Title order={2}>{t('people:ending.title')}</Title>
      <div className="flow">
        {endingUndoableUntil ? (
          <>
            <p>{t('people:ending.undoUntil', { date: longDay(endingUndoableUntil) })}</p>
            {undo.error && <ProblemNote error={undo.error} />}
            <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate(undefined, { onSuccess: () => tell(t('people:ending.undone', { name })) })}>
              {t('people:ending.undo')}
            </Button>
          </>
        ) : (
          <>
            <p>{t('people:ending.about')}</p>
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('people:ending.verb')}
            </Button>
          </>
        )}
      </div>
      {asking && <Ask person={person} name={name} close={() => setAsking(false)} />}
    </section>
  );
}

function Ask({ person, name, close }: { person: Me; name: string; close: () => void }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const { data: session } = useSession();
  const today = dateOf(useNow());
  const end = useEnd(person.memberId);
  const form = useFields({ kind: 'left', on: today, reason: '' }, { on: (value) => (value ? null : t('people:ending.dayFault')) });
  const kinds: Kind[] = ['left', 'lapsed', 'deceased', ...(mayInDistrict(session, 'register:edit') ? ['excluded' as const] : [])];
  return (
    <Confirm title={t('people:ending.ask', { name })} open close={close}>
      <form
        className="form"
        noValidate
        onSubmit={form.submit(({ kind, on, reason }) =>
          end.mutate(
            { kind: kind as Kind, on, reason: reason.trim() || null },
            {
              onSuccess: () => {
                close();
                tell(t('people:ending.done', { name }));
              },
            },
          ),
        )}
      >
        <NativeSelect label={t('people:ending.kind')} data={kinds.map((value) => ({ value, label: t(`people:ending.${value}`) }))} {...form.text('kind')} />
        <DateField id="endedOn" label={t('people:ending.on')} value={form.values.on} onChange={(value) => form.set('on', value)} error={form.errors.on} min={person.membership.appliedOn} max={today} />
        <InputBase component="textarea" multiline rows={2} maxLength={2000} label={t('people:ending.reason')} {...form.text('reason')} />
        {end.error && <ProblemNote error={end.error} kept />}
        <SubmitOrCancel verb={t('people:ending.verb')} pending={end.isPending} cancel={close} />
      </form>
    </Confirm>
  );
}
