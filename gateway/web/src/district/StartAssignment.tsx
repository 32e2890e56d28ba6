import { Button, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useAssociations } from '../api/associations';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import { useCodes } from '../i18n/codes';
import { dateOf, useFormat } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAssignmentKinds, useStartAssignment } from './data';
import { FloorNote } from '../office/FloorNote';
import { FindPerson } from './FindPerson';

/**
 * Gives somebody an assignment, with a term.
 * @param association where it is held; leave it out to choose among the district and all associations.
 */
export function StartAssignment({ association }: { association?: string }) {
  const t = useTexts('district');
  const [open, setOpen] = useState(false);
  const today = dateOf(useNow());
  return open ? (
    <StartForm key={today} association={association} today={today} close={() => setOpen(false)} />
  ) : (
    <Button className="no-print" onClick={() => setOpen(true)}>
      {t('district:start.open')}
    </Button>
  );
}

function StartForm({ association, today, close }: { association?: string; today: string; close: () => void }) {
  const t = useTexts('district');
  const codes = useCodes();
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const { data: all = [] } = useAssignmentKinds();
  const kinds = all.filter((kind) => !association || kind.scope === 'association');
  const { data: associations = [] } = useAssociations();
  const start = useStartAssignment();
  const scopeOf = (kind: string) => kinds.find((one) => one.name === kind)?.scope;
  const form = useFields(
    { memberId: '', memberName: '', kind: '', associationId: association ?? '', from: today, until: '' },
    {
      memberId: (value) => (value ? null : t('district:start.fault.person')),
      kind: (value) => (value ? null : t('district:start.fault.kind')),
      associationId: (value, all) => (scopeOf(all.kind) === 'association' && !value ? t('district:start.fault.association') : null),
      from: (value) => (value ? null : t('district:start.fault.from')),
      until: (value, all) => (value && value < all.from ? t('district:start.fault.until') : null),
    },
  );
  const { values } = form;
  const inAssociation = scopeOf(values.kind) === 'association';
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ memberId, memberName, kind, associationId, from, until }) =>
        start.mutate(
          { memberId, kind, associationId: inAssociation ? associationId : null, from, until: until || null },
          {
            onSuccess: () => {
              close();
              const named = { name: memberName, kind: codes('assignment', kind).toLowerCase() };
              tell(from > today ? t('district:start.doneLater', { ...named, date: longDay(from) }) : t('district:start.done', named));
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        ),
      )}
    >
      <Title order={2}>{t('district:start.open')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <FindPerson
        association={association}
        chosen={values.memberName}
        error={form.errors.memberId}
        choose={(person) => {
          form.set('memberId', person?.memberId ?? '');
          form.set('memberName', person?.name ?? '');
        }}
      />
      <NativeSelect label={t('district:start.kind')} data={[{ value: '', label: t('district:start.kindChoose') }, ...kinds.map((kind) => ({ value: kind.name, label: codes('assignment', kind.name) }))]} {...form.text('kind')} />
      {inAssociation && !association && (
        <NativeSelect label={t('common:area.association')} data={[{ value: '', label: t('district:start.associationChoose') }, ...associations.filter((row) => !row.isDistrict).map((row) => ({ value: row.id, label: row.name }))]} {...form.text('associationId')} />
      )}
      {values.kind !== '' && (!inAssociation || values.associationId !== '') && <FloorNote member={values.memberId} kind={values.kind} association={inAssociation ? values.associationId : undefined} />}
      <DateField id="from" label={t('district:start.from')} value={values.from} onChange={(value) => form.set('from', value)} error={form.errors.from} />
      <DateField id="until" label={t('common:form.optional', { label: t('district:start.until') })} help={t('district:start.untilHelp')} value={values.until} onChange={(value) => form.set('until', value)} error={form.errors.until} />
      {start.error && Object.keys(form.errors).length === 0 && <ProblemNote error={start.error} kept />}
      <SubmitOrCancel verb={t('district:start.verb')} pending={start.isPending} cancel={close} />
    </form>
  );
}
