import { InputBase, NativeSelect, TextInput } from '@mantine/core';
import { asProblem, fieldErrors } from '../api/problem';
import type { NewPosition, RegionArea, RegionPosition } from '../api/types';
import { ErrorSummary } from '../ui/ErrorSummary';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { regionAreas } from './data';

interface Props {
  position?: RegionPosition;
  pending: boolean;
  error: unknown;
  send: (position: NewPosition) => Promise<void>;
  close: () => void;
}

/** What the group stands for, in which area, and where it comes from. */
export function PositionForm({ position, pending, error, send, close }: Props) {
  const t = useTexts('region');
  const form = useFields(
    { area: position?.area ?? ('care' as string), title: position?.title ?? '', text: position?.text ?? '', source: position?.source ?? '', sourceLink: position?.sourceLink ?? '' },
    { title: (value) => (value.trim() ? null : t('region:position.fault.title')), text: (value) => (value.trim() ? null : t('region:position.fault.text')) },
  );
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ area, title, text, source, sourceLink }) => {
        send({ area: area as RegionArea, title: title.trim(), text: text.trim(), source: source.trim() || null, sourceLink: sourceLink.trim() || null }).catch((refused: unknown) => form.refuse(fieldErrors(asProblem(refused))));
      })}
    >
      {position?.standingVersion && <p className="dim">{t('region:position.changeHelp')}</p>}
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect label={t('region:positions.area')} data={regionAreas.map((one) => ({ value: one, label: t(`region:area.${one}`) }))} {...form.text('area')} />
      <TextInput label={t('region:position.name')} maxLength={200} {...form.text('title')} />
      <InputBase component="textarea" multiline rows={8} maxLength={20_000} label={t('region:position.text')} {...form.text('text')} />
      <TextInput label={t('common:form.optional', { label: t('region:position.source') })} description={t('region:position.sourceHelp')} maxLength={200} {...form.text('source')} />
      <TextInput type="url" label={t('common:form.optional', { label: t('region:position.link') })} maxLength={300} {...form.text('sourceLink')} />
      {Boolean(error) && Object.keys(form.errors).length === 0 && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={t(position ? 'region:position.save' : 'region:position.write')} pending={pending} cancel={close} />
    </form>
  );
}
