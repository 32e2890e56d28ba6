import { Button } from '@mantine/core';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { AssignmentRow } from '../api/types';
import { FindPerson } from '../district/FindPerson';
import { useCodes } from '../i18n/codes';
import { addDays, dateOf, useFormat } from '../i18n/dates';
import { Confirm } from '../ui/Confirm';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { FloorNote } from './FloorNote';
import { useNameSuccessor, useRenewTerm, useTakeBackSuccessor } from './data';

interface Props {
  assignment: AssignmentRow;
  /** Whose members can take over; leave it out for everybody within reach. */
  association?: string;
  /** One's own, which somebody else prolongs: one says only who comes after. */
  own?: boolean;
  close: () => void;
}

/** What can be done with an assignment's term: a new last day for who is re-elected, or somebody who takes over. */
export function TermDialog({ assignment, association, own, close }: Props) {
  const t = useTexts('office');
  const codes = useCodes();
  const today = dateOf(useNow());
  return (
    <Confirm title={t('office:term.of', { name: assignment.memberName ?? t('office:former'), kind: codes('assignment', assignment.kind).toLowerCase() })} open close={close}>
      {assignment.successorName ? <Named assignment={assignment} close={close} /> : <Unnamed assignment={assignment} association={association} own={own} today={today} close={close} />}
    </Confirm>
  );
}

function Named({ assignment, close }: { assignment: AssignmentRow; close: () => void }) {
  const t = useTexts('office');
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const takeBack = useTakeBackSuccessor();
  return (
    <>
      <p>{t('office:successor.named', { name: assignment.successorName ?? '', date: longDay(assignment.successorFrom ?? assignment.from) })}</p>
      {takeBack.error && <ProblemNote error={takeBack.error} />}
      <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
        <Button
          loading={takeBack.isPending}
          onClick={() =>
            takeBack.mutate(assignment.assignmentId, {
              onSuccess: () => {
                close();
                tell(t('office:successor.takenBack', { name: assignment.successorName ?? '' }));
              },
            })
          }
        >
          {t('office:successor.takeBack')}
        </Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </>
  );
}

function Unnamed({ assignment, association, own, today, close }: Props & { today: string }) {
  const t = useTexts('office');
  const { tell } = useNotices();
  const earliest = assignment.until ? addDays(assignment.until, 1) : '';
  const name = useNameSuccessor(assignment.assignmentId);
  const form = useFields(
    { memberId: '', memberName: '', successorFrom: earliest, successorUntil: '' },
    {
      memberId: (value) => (value ? null : t('office:successor.personFault')),
      successorFrom: (value) => (value && value >= earliest ? null : t('office:successor.fromFault')),
      successorUntil: (value, all) => (value && value < all.successorFrom ? t('office:successor.untilFault') : null),
    },
  );
  return (
    <>
      <form
        className="form"
        noValidate
        onSubmit={form.submit(({ memberId, memberName, successorFrom, successorUntil }) =>
          name.mutate(
            { memberId, from: successorFrom, until: successorUntil || null },
            {
              onSuccess: () => {
                close();
                tell(t('office:successor.done', { name: memberName, leaver: assignment.memberName ?? t('office:former') }));
              },
              onError: (error) => form.refuse(fieldErrors(asProblem(error))),
            },
          ),
        )}
      >
        <h3>{t('office:successor.verb')}</h3>
        <p>{t('office:successor.help')}</p>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <FindPerson
          association={association}
          chosen={form.values.memberName}
          error={form.errors.memberId}
          choose={(person) => {
            form.set('memberId', person?.memberId ?? '');
            form.set('memberName', person?.name ?? '');
          }}
        />
        <FloorNote member={form.values.memberId} kind={assignment.kind} association={assignment.associationId ?? undefined} replaces={assignment.assignmentId} />
        <DateField id="successorFrom" label={t('office:successor.begins')} value={form.values.successorFrom} onChange={(value) => form.set('successorFrom', value)} error={form.errors.successorFrom} />
        <DateField id="successorUntil" label={t('common:form.optional', { label: t('office:term.until') })} value={form.values.successorUntil} onChange={(value) => form.set('successorUntil', value)} error={form.errors.successorUntil} />
        {name.error && Object.keys(form.errors).length === 0 && <ProblemNote error={name.error} kept />}
        <div className="row-of-buttons">
          <Button type="submit" loading={name.isPending}>{t('office:successor.verb')}</Button>
          {own && <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>}
        </div>
      </form>
      {!own && <Renew assignment={assignment} today={today} close={close} />}
    </>
  );
}

function Renew({ assignment, today, close }: { assignment: AssignmentRow; today: string; close: () => void }) {
  const t = useTexts('office');
  const { tell } = useNotices();
  const renew = useRenewTerm(assignment.assignmentId);
  const term = useFields({ newUntil: assignment.until ?? '' }, { newUntil: (value) => (value && value < today ? t('office:term.past') : null) });
  return (
    <form
      className="form"
      style={{ marginTop: '2rem' }}
      noValidate
      onSubmit={term.submit(({ newUntil }) =>
        renew.mutate(newUntil || null, {
          onSuccess: () => {
            close();
            tell(t('office:term.done', { name: assignment.memberName ?? t('office:former') }));
          },
        }),
      )}
    >
      <h3>{t('office:term.renew')}</h3>
      <DateField id="newUntil" label={t('office:term.until')} help={t('office:term.untilHelp')} min={today} value={term.values.newUntil} onChange={(value) => term.set('newUntil', value)} error={term.errors.newUntil} />
      {renew.error && <ProblemNote error={renew.error} kept />}
      <div className="row-of-buttons">
        <Button type="submit" variant="default" loading={renew.isPending}>{t('office:term.renewVerb')}</Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </form>
  );
}
