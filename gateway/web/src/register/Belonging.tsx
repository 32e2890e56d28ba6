import { Button, Checkbox, InputBase, NativeSelect, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAssociations } from '../api/associations';
import type { Me } from '../api/types';
import { Confirm } from '../ui/Confirm';
import { Facts } from '../ui/Facts';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAttach, useDetach, useMove } from './data';

/** Where somebody votes and takes part; moving the one, adding and ending the other. */
export function Belonging({ person, mayEdit }: { person: Me; mayEdit: boolean }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const [asking, setAsking] = useState<'move' | 'attach'>();
  const detach = useDetach(person.memberId);
  const { association, attachedTo } = person;
  const open = mayEdit && !person.membership.endedOn;
  if (!open && attachedTo.length === 0) return null;
  return (
    <section className="section">
      <Title order={2}>{t('people:move.title')}</Title>
      <Facts
        items={[
          [t('people:move.votesIn'), association.name],
          ...attachedTo.map((one): [string, ReactNode] => [
            t('people:move.attachedTo'),
            <span key={one.id} className="row-of-buttons">
              {one.name}
              {open && (
                <Button
                  className="no-print"
                  variant="subtle"
                  size="compact-sm"
                  loading={detach.isPending && detach.variables === one.id}
                  aria-label={t('people:move.detachNamed', { association: one.name })}
                  onClick={() => detach.mutate(one.id, { onSuccess: () => tell(t('people:move.detached', { association: one.name })) })}
                >
                  {t('people:move.detach')}
                </Button>
              )}
            </span>,
          ]),
        ]}
      />
      {detach.error && <ProblemNote error={detach.error} />}
      {open && (
        <div className="row-of-buttons no-print" style={{ marginTop: '1rem' }}>
          <Button variant="default" onClick={() => setAsking('move')}>
            {t('people:move.verb')}
          </Button>
          <Button variant="default" onClick={() => setAsking('attach')}>
            {t('people:move.attach')}
          </Button>
        </div>
      )}
      {asking === 'move' && <AskMove person={person} close={() => setAsking(undefined)} />}
      {asking === 'attach' && <AskAttach person={person} close={() => setAsking(undefined)} />}
    </section>
  );
}

function useChoices(person: Me, without: string[]) {
  const t = useTexts('people');
  const { data: associations = [] } = useAssociations();
  const others = associations.filter((row) => row.state !== 'dormant' && row.id !== person.association.id && !without.includes(row.id));
  return { choices: [{ value: '', label: t('people:move.choose') }, ...others.map((row) => ({ value: row.id, label: row.name }))], nameOf: (id: string) => others.find((row) => row.id === id)?.name ?? '' };
}

function AskMove({ person, close }: { person: Me; close: () => void }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const move = useMove(person.memberId);
  const { choices, nameOf } = useChoices(person, []);
  const name = `${person.givenName} ${person.familyName}`;
  const form = useFields({ to: '', staysAttached: false, reason: '' }, { to: (value) => (value ? null : t('people:move.toFault')) });
  return (
    <Confirm title={t('people:move.ask', { name })} open close={close}>
      <form
        className="form"
        noValidate
        onSubmit={form.submit(({ to, staysAttached, reason }) =>
          move.mutate(
            { to, staysAttached, reason: reason.trim() || null },
            {
              onSuccess: () => {
                close();
                tell(t('people:move.done', { name, association: nameOf(to) }));
              },
            },
          ),
        )}
      >
        <p>{t('people:move.help')}</p>
        <NativeSelect label={t('people:move.to')} data={choices} {...form.text('to')} />
        <Checkbox label={t('people:move.stays', { association: person.association.name })} {...form.box('staysAttached')} />
        <InputBase component="textarea" multiline rows={2} maxLength={2000} label={t('people:move.reason')} {...form.text('reason')} />
        {move.error && <ProblemNote error={move.error} kept />}
        <SubmitOrCancel verb={t('people:move.do')} pending={move.isPending} cancel={close} />
      </form>
    </Confirm>
  );
}

function AskAttach({ person, close }: { person: Me; close: () => void }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const attach = useAttach(person.memberId);
  const { choices, nameOf } = useChoices(person, person.attachedTo.map((one) => one.id));
  const name = `${person.givenName} ${person.familyName}`;
  const form = useFields({ to: '' }, { to: (value) => (value ? null : t('people:move.toFault')) });
  return (
    <Confirm title={t('people:move.attachAsk', { name })} open close={close}>
      <form
        className="form"
        noValidate
        onSubmit={form.submit(({ to }) =>
          attach.mutate(to, {
            onSuccess: () => {
              close();
              tell(t('people:move.attached', { name, association: nameOf(to) }));
            },
          }),
        )}
      >
        <p>{t('people:move.attachHelp', { association: person.association.name })}</p>
        <NativeSelect label={t('people:move.to')} data={choices} {...form.text('to')} />
        {attach.error && <ProblemNote error={attach.error} kept />}
        <SubmitOrCancel verb={t('people:move.attachDo')} pending={attach.isPending} cancel={close} />
      </form>
    </Confirm>
  );
}
