import { Button, Checkbox, InputBase, NativeSelect, TextInput, Title } from '@mantine/core';
import { useAssociations, useMunicipalities } from '../api/associations';
import { asProblem, fieldErrors } from '../api/problem';
import type { SplitRequest } from '../api/types';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { usePreviewSplit, useSplit } from './data';
import { Preview } from './Preview';

type Choice = NonNullable<SplitRequest['assignments']>;
const codesOf = (text: string) => text.split(/[,;\n]/).map((code) => code.replace(/\s/g, '')).filter(Boolean);

/** Those who live in the chosen places go; looked at first, and only then done. */
export function SplitForm() {
  const t = useTexts('associations');
  const { tell } = useNotices();
  const { data: associations = [] } = useAssociations();
  const { data: places = [] } = useMunicipalities();
  const preview = usePreviewSplit();
  const split = useSplit();
  const form = useFields(
    { from: '', municipalities: [] as string[], postalCodes: '', into: '', newName: '', newMunicipality: '', assignments: 'end', reason: '' },
    {
      from: (value) => (value ? null : t('associations:merge.intoFault')),
      postalCodes: (value, all) =>
        codesOf(value).some((code) => !/^[1-9]\d{2,4}$/.test(code)) || (codesOf(value).length === 0 && all.municipalities.length === 0) ? t('associations:split.placesFault') : null,
      newName: (value, all) => (!preview.data || all.into || value.trim() ? null : t('associations:split.newNameFault')),
      reason: (value) => (!preview.data || value.trim() ? null : t('associations:changeState.reasonFault')),
    },
  );
  const { values } = form;
  const own = associations.filter((row) => !row.isDistrict);
  const change = (set: () => void) => {
    set();
    preview.reset();
    split.reset();
  };
  const refuse = (error: unknown) => form.refuse(fieldErrors(asProblem(error)));

  function send(now: typeof values) {
    const chosen = { from: now.from, municipalities: now.municipalities, postalCodes: codesOf(now.postalCodes) };
    if (!preview.data) preview.mutate(chosen, { onError: refuse });
    else
      split.mutate(
        {
          ...chosen, into: now.into || null, newName: now.into ? null : now.newName.trim(), newMunicipality: now.into ? null : now.newMunicipality || null,
          assignments: now.assignments as Choice, reason: now.reason.trim(), people: preview.data.counts.people,
        },
        {
          onSuccess: () => {
            tell(t('associations:split.told'));
            preview.reset();
            form.reset();
          },
          onError: refuse,
        },
      );
  }

  const error = preview.error ?? split.error;
  return (
    <form className="form no-print" noValidate onSubmit={form.submit(send)}>
      <Title order={2}>{t('associations:split.title')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect label={t('associations:split.from')} data={[{ value: '', label: t('associations:merge.choose') }, ...own.map((row) => ({ value: row.id, label: row.name }))]} {...form.text('from')} onChange={(event) => change(() => form.set('from', event.currentTarget.value))} />
      <fieldset>
        <legend>{t('common:form.optional', { label: t('associations:split.municipalities') })}</legend>
        <div style={{ display: 'grid', gap: '0.75rem', marginTop: '0.75rem', gridTemplateColumns: 'repeat(auto-fill, minmax(9rem, 1fr))' }}>
          {places.map((row) => (
            <Checkbox key={row.code} label={row.name} checked={values.municipalities.includes(row.code)} onChange={(event) => change(() => form.set('municipalities', event.currentTarget.checked ? [...values.municipalities, row.code] : values.municipalities.filter((code) => code !== row.code)))} />
          ))}
        </div>
      </fieldset>
      <TextInput label={t('common:form.optional', { label: t('associations:split.postalCodes') })} description={t('associations:split.postalCodesHelp')} {...form.text('postalCodes')} onChange={(event) => change(() => form.set('postalCodes', event.currentTarget.value))} />
      {preview.data && (
        <>
          <Preview moving={preview.data} />
          <NativeSelect label={t('associations:split.into')} data={[{ value: '', label: t('associations:split.new') }, ...own.filter((row) => row.id !== values.from && row.state !== 'dormant').map((row) => ({ value: row.id, label: row.name }))]} {...form.text('into')} />
          {!values.into && (
            <>
              <TextInput label={t('associations:split.newName')} maxLength={100} {...form.text('newName')} />
              <NativeSelect label={t('associations:form.municipality')} description={t('associations:form.municipalityHelp')} data={[{ value: '', label: t('associations:form.noMunicipality') }, ...places.map((row) => ({ value: row.code, label: row.name }))]} {...form.text('newMunicipality')} />
            </>
          )}
          <NativeSelect label={t('associations:merge.assignments')} data={[{ value: 'end', label: t('associations:merge.end') }, { value: 'move', label: t('associations:merge.move') }]} {...form.text('assignments')} />
          <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('associations:form.why')} description={t('associations:merge.whyHelp')} {...form.text('reason')} />
        </>
      )}
      {error && Object.keys(form.errors).length === 0 && <ProblemNote error={error} kept />}
      <div className="row-of-buttons">
        <Button type="submit" loading={preview.isPending || split.isPending} variant={preview.data ? 'filled' : 'default'}>
          {preview.data ? t('associations:split.verb') : t('associations:preview.verb')}
        </Button>
      </div>
    </form>
  );
}
