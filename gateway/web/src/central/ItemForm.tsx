import { Checkbox, InputBase, NativeSelect, TextInput } from '@mantine/core';
import { useAssociations } from '../api/associations';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { CentralView, NewCentralItem } from '../api/types';
import { addDays, dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';

interface Props {
  view?: CentralView;
  verb: string;
  pending: boolean;
  error: unknown;
  send: (item: NewCentralItem) => Promise<void>;
  close: () => void;
}

/** What it is, by when, and which associations it concerns. */
export function ItemForm({ view, verb, pending, error, send, close }: Props) {
  const t = useTexts('central');
  const today = dateOf(useNow());
  const { data: associations = [] } = useAssociations();
  const item = view?.item;
  const form = useFields(
    {
      kind: item?.kind ?? ('deadline' as const), title: item?.title ?? '', body: item?.body ?? '', link: item?.link ?? '', due: item?.due ?? addDays(today, 14), receivedOn: item?.receivedOn ?? today,
      all: !view, chosen: view?.relays.map((one) => one.associationId) ?? ([] as string[]),
    },
    {
      title: (value) => (value.trim() ? null : t('central:fault.title')),
      body: (value) => (value.trim() ? null : t('central:fault.body')),
      due: (value, all) => (all.kind !== 'deadline' || value >= all.receivedOn ? null : t('central:fault.due')),
      chosen: (value, all) => (all.all || value.length > 0 ? null : t('central:fault.chosen')),
    },
  );
  const { values } = form;
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ kind, title, body, link, due, receivedOn, all, chosen }) => {
        send({ kind, title: title.trim(), body: body.trim(), link: link.trim() || null, due: kind === 'deadline' ? due : null, receivedOn, associations: all ? null : chosen }).catch((refused: unknown) => form.refuse(fieldErrors(asProblem(refused))));
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect id="kind" label={t('central:form.kind')} value={values.kind} onChange={(event) => form.set('kind', event.currentTarget.value as typeof values.kind)} data={(['deadline', 'message', 'material'] as const).map((value) => ({ value, label: t(`central:kind.${value}`) }))} />
      <TextInput label={t('central:form.title')} maxLength={200} {...form.text('title')} />
      <InputBase component="textarea" multiline rows={5} maxLength={10_000} label={t('central:form.body')} {...form.text('body')} />
      <TextInput type="url" label={t('common:form.optional', { label: t('central:form.link') })} maxLength={300} {...form.text('link')} />
      {values.kind === 'deadline' && <DateField id="due" label={t('central:form.due')} min={today} value={values.due} onChange={(value) => form.set('due', value)} error={form.errors.due} />}
      <DateField id="receivedOn" label={t('central:form.received')} max={today} value={values.receivedOn} onChange={(value) => form.set('receivedOn', value)} />
      <fieldset id="chosen" tabIndex={-1}>
        <legend>{t('central:form.concerned')}</legend>
        <Checkbox label={t('central:form.all')} {...form.box('all')} />
        {!values.all && associations.filter((one) => one.municipalityCode !== null).map((one) => (
          <Checkbox key={one.id} mt="xs" label={one.name} checked={values.chosen.includes(one.id)} onChange={() => form.set('chosen', values.chosen.includes(one.id) ? values.chosen.filter((id) => id !== one.id) : [...values.chosen, one.id])} />
        ))}
        {form.errors.chosen && <p className="error-text">{form.errors.chosen}</p>}
      </fieldset>
      {Boolean(error) && Object.keys(form.errors).length === 0 && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={verb} pending={pending} cancel={close} />
    </form>
  );
}
