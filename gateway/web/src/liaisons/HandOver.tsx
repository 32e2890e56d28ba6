import { Button, InputBase, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { LiaisonRow } from '../api/types';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAppoint, useProposal, useUndoAppointment } from './data';
import { useTakeBack } from './useTakeBack';

/** Hands one association over to somebody else on the board. The log, open promises and questions go with it. */
export function HandOver({ row }: { row: LiaisonRow }) {
  const t = useTexts('liaisons');
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print" style={{ marginTop: '1.25rem' }}>
      {open ? (
        <Form row={row} close={() => setOpen(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t(row.liaison ? 'liaisons:handOver.open' : 'liaisons:handOver.appoint')}
        </Button>
      )}
    </div>
  );
}

function Form({ row, close }: { row: LiaisonRow; close: () => void }) {
  const t = useTexts('liaisons');
  const { tell } = useNotices();
  const proposal = useProposal();
  const appoint = useAppoint();
  const undo = useUndoAppointment();
  const takeBack = useTakeBack();
  const form = useFields({ successor: '', note: '' }, { successor: (value) => (value ? null : t('liaisons:handOver.fault')) });
  return (
    <Answered query={proposal} rows={2}>
      {({ board, version }) => (
        <form
          className="form"
          noValidate
          onSubmit={form.submit(({ successor, note }) =>
            void appoint
              .mutateAsync({ choices: [{ associationId: row.associationId, memberId: successor, note: note.trim() || null }], read: version })
              .then(({ appointmentId }) => {
                close();
                const name = board.find((one) => one.memberId === successor)?.name ?? '';
                tell(t('liaisons:handOver.done', { name, association: row.name }), appointmentId ? () => takeBack(undo.mutateAsync(appointmentId), t('liaisons:proposal.undone')) : undefined);
              })
              .catch(() => undefined),
          )}
        >
          <p>{t('liaisons:handOver.help')}</p>
          <NativeSelect
            label={t('liaisons:handOver.successor')}
            data={[
              { value: '', label: t('liaisons:standIn.choose') },
              ...board.filter((one) => one.memberId !== row.liaison?.memberId).map((one) => ({
                value: one.memberId,
                label: one.associationId === row.associationId ? t('liaisons:proposal.own', { name: one.name }) : t('liaisons:proposal.load', { name: one.name, count: one.associations }),
              })),
            ]}
            {...form.text('successor')}
          />
          <InputBase component="textarea" multiline rows={3} label={t('common:form.optional', { label: t('liaisons:handOver.note') })} description={t('liaisons:handOver.noteHelp')} maxLength={2000} {...form.text('note')} />
          {appoint.error && <ProblemNote error={appoint.error} kept />}
          <SubmitOrCancel verb={t(row.liaison ? 'liaisons:handOver.verb' : 'liaisons:handOver.appoint')} pending={appoint.isPending} cancel={close} />
        </form>
      )}
    </Answered>
  );
}
