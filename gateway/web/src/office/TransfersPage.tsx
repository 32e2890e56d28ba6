import { Button, InputBase, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import type { TransferTemplate } from '../api/types';
import { useCodes } from '../i18n/codes';
import { Answered } from '../ui/Answered';
import { Page } from '../ui/Page';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useSetTemplate, useTransfers, useTransferTemplates } from './data';
import { TransferList } from './TransferList';

/** Assignments that are being handed over in the whole district, the late ones first; and what is on the list of each kind. */
export default function TransfersPage() {
  const t = useTexts('office');
  const transfers = useTransfers();
  const templates = useTransferTemplates();
  return (
    <Page title={t('office:transfers.title')} lead={t('office:transfers.lead')} crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('common:place.assignments'), to: '/distrikt/uppdrag' }]} wide>
      <Answered query={transfers} rows={4}>{(rows) => <TransferList rows={rows} withPlace />}</Answered>
      <section className="section no-print">
        <Title order={2}>{t('office:template.title')}</Title>
        <p style={{ marginBottom: '1rem' }}>{t('office:template.lead')}</p>
        <Answered query={templates} rows={2}>{(all) => <Templates all={all} />}</Answered>
      </section>
    </Page>
  );
}

function Templates({ all }: { all: TransferTemplate[] }) {
  const t = useTexts('office');
  const codes = useCodes();
  const [kind, setKind] = useState('chair');
  const chosen = all.find((one) => one.kind === kind);
  return (
    <>
      <NativeSelect id="uppdrag" maw="24rem" label={t('office:kind')} value={kind} onChange={(event) => setKind(event.currentTarget.value)} data={all.map((one) => ({ value: one.kind, label: codes('assignment', one.kind) }))} />
      {chosen && <TemplateForm key={`${kind}-${String(chosen.version)}`} template={chosen} />}
    </>
  );
}

function TemplateForm({ template }: { template: TransferTemplate }) {
  const t = useTexts('office');
  const codes = useCodes();
  const { tell } = useNotices();
  const save = useSetTemplate();
  const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);
  const form = useFields({ points: template.points.join('\n') }, { points: (value) => (lines(value).length > 0 && lines(value).every((line) => line.length <= 200) && lines(value).length <= 30 ? null : t('office:template.fault')) });
  return (
    <form
      className="form"
      style={{ marginTop: '1rem' }}
      noValidate
      onSubmit={form.submit(({ points }) =>
        save.mutate({ kind: template.kind, points: lines(points), read: template.version }, { onSuccess: () => tell(t('office:template.saved', { kind: codes('assignment', template.kind).toLowerCase() })) }),
      )}
    >
      <InputBase component="textarea" multiline rows={9} label={t('office:template.points')} description={t('office:template.help')} {...form.text('points')} />
      {save.error && <ProblemNote error={save.error} kept />}
      <div>
        <Button type="submit" loading={save.isPending}>{t('office:template.save')}</Button>
      </div>
    </form>
  );
}
