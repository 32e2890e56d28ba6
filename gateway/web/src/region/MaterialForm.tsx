import { InputBase, NativeSelect, TextInput } from '@mantine/core';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { MaterialView, NewMaterial, RegionArea } from '../api/types';
import { addDays, dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { regionAreas } from './data';

interface Props {
  material?: MaterialView['material'];
  pending: boolean;
  error: unknown;
  send: (material: NewMaterial) => Promise<void>;
  close: () => void;
}

/** What the associations get to read, and until when. */
export function MaterialForm({ material, pending, error, send, close }: Props) {
  const t = useTexts('region');
  const yesterday = addDays(dateOf(useNow()), -1);
  const before = material?.validUntil ?? '';
  const form = useFields(
    { area: material?.area ?? ('care' as string), title: material?.title ?? '', body: material?.body ?? '', link: material?.link ?? '', validUntil: before },
    {
      title: (value) => (value.trim() ? null : t('region:material.fault.title')),
      body: (value) => (value.trim() ? null : t('region:material.fault.body')),
      validUntil: (value) => (!value || value === before || (value >= yesterday && value <= addDays(yesterday, 3650)) ? null : t('region:material.fault.until')),
    },
  );
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ area, title, body, link, validUntil }) => {
        send({ area: area as RegionArea, title: title.trim(), body: body.trim(), link: link.trim() || null, validUntil: validUntil || null }).catch((refused: unknown) => form.refuse(fieldErrors(asProblem(refused))));
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect label={t('region:material.area')} data={regionAreas.map((one) => ({ value: one, label: t(`region:area.${one}`) }))} {...form.text('area')} />
      <TextInput label={t('region:material.name')} maxLength={200} {...form.text('title')} />
      <InputBase component="textarea" multiline rows={6} maxLength={20_000} label={t('region:material.body')} {...form.text('body')} />
      <TextInput type="url" label={t('common:form.optional', { label: t('region:material.link') })} maxLength={300} {...form.text('link')} />
      <DateField id="validUntil" label={t('common:form.optional', { label: t('region:material.until') })} help={t('region:material.untilHelp')} value={form.values.validUntil} onChange={(value) => form.set('validUntil', value)} error={form.errors.validUntil} />
      {Boolean(error) && Object.keys(form.errors).length === 0 && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={t(material ? 'region:material.save' : 'region:material.publish')} pending={pending} cancel={close} />
    </form>
  );
}
