import { Button, InputBase, NativeSelect, TextInput, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useNow } from '../api/clock';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { ArchiveDocument, DocumentKind } from '../api/types';
import classes from '../economy/economy.module.css';
import { dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DateField } from '../ui/DateField';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SearchField } from '../ui/SearchField';
import { ShowMore } from '../ui/ShowMore';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useAddress } from '../ui/useAddress';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAddDocument, useDocuments } from './data';

export const documentKinds = ['statutes', 'minutes', 'plan', 'report', 'agreement', 'other'] as const;

/** The archive, as far as the reader may see it: searched by the words in it. */
export default function ArchivePage() {
  const t = useTexts('boardroom');
  // Asked here, so that the day is known when a form opens.
  useNow();
  const { get, set } = useAddress();
  const { data: session } = useSession();
  const kind = documentKinds.find((one) => one === get('slag')) ?? '';
  const found = useDocuments(get('sok'), kind);
  const [adding, setAdding] = useState(false);
  const manages = mayInDistrict(session, 'board:manage');
  return (
    <Page title={t('boardroom:archive.title')} lead={t('boardroom:archive.lead')}>
      {manages && (adding ? <Add close={() => setAdding(false)} /> : <Button className="no-print" mb="lg" onClick={() => setAdding(true)}>{t('boardroom:archive.add')}</Button>)}
      <SearchField label={t('boardroom:archive.search')} value={get('sok')} onSearch={(value) => set('sok', value)} />
      <NativeSelect mt="md" maw="20rem" label={t('boardroom:archive.kind')} value={kind} onChange={(event) => set('slag', event.currentTarget.value)} data={[{ value: '', label: t('boardroom:archive.all') }, ...documentKinds.map((one) => ({ value: one, label: t(`boardroom:kind.${one}`) }))]} />
      <section className="section" aria-label={t('boardroom:archive.title')}>
        <Answered query={found}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t(get('sok') ? 'boardroom:archive.notFound' : 'boardroom:archive.empty')} />
            ) : (
              <>
                <ul className={classes.rows}>
                  {rows.map((row) => (
                    <li key={row.documentId}>
                      <div>
                        <p><Link to={`/min-sida/dokument/${row.documentId}`}><b>{row.title}</b></Link></p>
                        <p className="small"><DocumentFacts document={row} /></p>
                        {row.found.length > 0 && <p className={`${classes.found ?? ''} small`}>{row.found.map((piece, index) => (piece.isHit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>))}</p>}
                      </div>
                    </li>
                  ))}
                </ul>
                <ShowMore query={found} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}

/** What kind of document it is, of what day, for whom and for how long. */
export function DocumentFacts({ document }: { document: ArchiveDocument }) {
  const t = useTexts('boardroom');
  const { shortDay } = useFormat();
  return <>{[t(`boardroom:kind.${document.kind}`), shortDay(document.on), t(`boardroom:readers.${document.readers}`), document.keepUntil ? t('boardroom:archive.keptUntil', { date: shortDay(document.keepUntil) }) : t('boardroom:archive.keptForever')].join(' · ')}</>;
}

function Add({ close }: { close: () => void }) {
  const t = useTexts('boardroom');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const add = useAddDocument();
  const form = useFields(
    { kind: 'agreement' as DocumentKind, title: '', on: today, readers: 'board' as ArchiveDocument['readers'], body: '' },
    { title: (value) => (value.trim() ? null : t('boardroom:fault.title')), on: (value) => (value && value <= today ? null : t('boardroom:fault.day')), body: (value) => (file || value.trim() ? null : t('boardroom:fault.body')) },
  );
  return (
    <form
      className="form no-print"
      style={{ marginBottom: '2rem' }}
      noValidate
      onSubmit={form.submit(({ kind, title, on, readers, body }) => {
        add.mutate(
          { file, kind, title: title.trim(), on, readers, body: body.trim() },
          {
            onSuccess: () => {
              close();
              tell(t('boardroom:archive.added'));
            },
          },
        );
      })}
    >
      <Title order={2}>{t('boardroom:archive.add')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect id="kind" label={t('boardroom:archive.kind')} value={form.values.kind} onChange={(event) => form.set('kind', event.currentTarget.value as DocumentKind)} data={documentKinds.map((one) => ({ value: one, label: t(`boardroom:kind.${one}`) }))} />
      <TextInput label={t('boardroom:meeting.title')} maxLength={200} {...form.text('title')} />
      <DateField id="on" label={t('boardroom:archive.on')} max={today} value={form.values.on} onChange={(value) => form.set('on', value)} error={form.errors.on} />
      <NativeSelect id="readers" label={t('boardroom:archive.readers')} value={form.values.readers} onChange={(event) => form.set('readers', event.currentTarget.value as ArchiveDocument['readers'])} data={(['board', 'associations', 'members'] as const).map((one) => ({ value: one, label: t(`boardroom:readers.${one}`) }))} />
      <div>
        <input ref={input} type="file" hidden tabIndex={-1} accept=".pdf,.jpg,.jpeg,.png,.webp,.heic,application/pdf,image/*" aria-label={t('boardroom:archive.file')} onChange={(event) => setFile(event.currentTarget.files?.[0] ?? null)} />
        <Button variant="default" onClick={() => input.current?.click()}>{file ? file.name : t('boardroom:archive.file')}</Button>
      </div>
      {!file && <InputBase component="textarea" multiline rows={8} maxLength={100_000} label={t('boardroom:archive.body')} {...form.text('body')} />}
      {add.error && <ProblemNote error={add.error} kept />}
      <SubmitOrCancel verb={t('boardroom:archive.addVerb')} pending={add.isPending} cancel={close} />
    </form>
  );
}
