import { Button, Checkbox, InputBase, NativeSelect, Title } from '@mantine/core';
import { useAssociations } from '../api/associations';
import { asProblem, fieldErrors } from '../api/problem';
import type { MergeRequest } from '../api/types';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useMerge, usePreviewMerge } from './data';
import { Preview } from './Preview';

type Choice = NonNullable<MergeRequest['assignments']>;

/** Chosen, looked at, and only then done. */
export function MergeForm() {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const { data: associations = [] } = useAssociations();
  const preview = usePreviewMerge();
  const merge = useMerge();
  const form = useFields(
    { from: [] as string[], into: '', assignments: 'end', reason: '' },
    {
      into: (value) => (value ? null : t('associations:merge.intoFault')),
      from: (value, all) => (value.length === 0 || value.includes(all.into) ? t('associations:merge.fromFault') : null),
      reason: (value) => (!preview.data || value.trim() ? null : t('associations:changeState.reasonFault')),
    },
  );
  const { values } = form;
  const own = associations.filter((row) => !row.isDistrict);
  const change = (set: () => void) => {
    set();
    preview.reset();
    merge.reset();
  };
  const refuse = (error: unknown) => form.refuse(fieldErrors(asProblem(error)));

  function send({ from, into, assignments, reason }: typeof values) {
    if (!preview.data) preview.mutate({ from, into }, { onError: refuse });
    else
      merge.mutate(
        { from, into, assignments: assignments as Choice, reason: reason.trim(), people: preview.data.counts.people },
        {
          onSuccess: () => {
            tell(t('associations:merge.told'));
            preview.reset();
            form.reset();
          },
          onError: refuse,
        },
      );
  }

  const error = preview.error ?? merge.error;
  return (
    <form className="form no-print" noValidate onSubmit={form.submit(send)}>
      <Title order={2}>{t('associations:merge.title')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect
        label={t('associations:merge.into')}
        description={t('associations:merge.intoHelp')}
        data={[{ value: '', label: t('associations:merge.choose') }, ...own.filter((row) => row.state !== 'dormant').map((row) => ({ value: row.id, label: row.name }))]}
        {...form.text('into')}
        onChange={(event) => change(() => form.set('into', event.currentTarget.value))}
      />
      <fieldset id="from" tabIndex={-1}>
        <legend>{t('associations:merge.from')}</legend>
        {form.errors.from && <p className="error-text">{form.errors.from}</p>}
        <div style={{ display: 'grid', gap: '0.75rem', marginTop: '0.75rem', gridTemplateColumns: 'repeat(auto-fill, minmax(14rem, 1fr))' }}>
          {own.filter((row) => row.id !== values.into).map((row) => (
            <Checkbox key={row.id} label={row.name} checked={values.from.includes(row.id)} onChange={(event) => change(() => form.set('from', event.currentTarget.checked ? [...values.from, row.id] : values.from.filter((id) => id !== row.id)))} />
          ))}
        </div>
      </fieldset>
      {preview.data && (
        <>
          <Preview moving={preview.data} municipalities={preview.data.municipalities} />
          <NativeSelect label={t('associations:merge.assignments')} data={[{ value: 'end', label: t('associations:merge.end') }, { value: 'move', label: t('associations:merge.move') }]} {...form.text('assignments')} />
          <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('associations:form.why')} description={t('associations:merge.whyHelp')} {...form.text('reason')} />
        </>
      )}
      {error && Object.keys(form.errors).length === 0 && <ProblemNote error={error} kept />}
      <div className="row-of-buttons">
        <Button type="submit" loading={preview.isPending || merge.isPending} variant={preview.data ? 'filled' : 'default'}>
          {preview.data ? t('associations:merge.verb') : t('associations:preview.verb')}
        </Button>
      </div>
    </form>
  );
}
