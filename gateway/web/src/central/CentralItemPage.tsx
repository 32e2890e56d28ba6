import { Button, InputBase, Title } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useNow } from '../api/clock';
import type { CentralView } from '../api/types';
import { dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { DateField } from '../ui/DateField';
import { Facts } from '../ui/Facts';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useCentralItem, useChangeItem, useRemind, useReportBack } from './data';
import { ItemForm } from './ItemForm';

/** One thing from the party centrally: what it says, who has read and done, and what the district has answered. */
export default function CentralItemPage() {
  const t = useTexts('central');
  const { itemId = '' } = useParams();
  const found = useCentralItem(itemId);
  return (
    <Page title={found.data?.item.title ?? t('central:page.one')} crumbs={[{ label: t('central:page.title'), to: '/distrikt/centralt' }]} wide>
      <Answered query={found}>{(view) => <Item view={view} />}</Answered>
    </Page>
  );
}

function Item({ view }: { view: CentralView }) {
  const t = useTexts('central');
  const { shortDay, dayAndTime } = useFormat();
  const { tell } = useNotices();
  // Asked here, so that the day is known when a form opens.
  useNow();
  const { item, relays } = view;
  const [doing, setDoing] = useState<'edit' | 'report'>();
  const close = () => setDoing(undefined);
  const remind = useRemind(item.itemId);
  const change = useChangeItem(item.itemId);
  const waiting = relays.filter((one) => !one.doneAt).length;
  const stands = (one: CentralView['relays'][number]) =>
    one.doneAt ? <span className="good">{t('central:relay.done', { date: shortDay(one.doneAt) })}</span> : one.readAt ? t('central:relay.read', { date: shortDay(one.readAt) }) : <span className={item.isLate ? 'late' : undefined}>{t('central:relay.unread')}</span>;
  if (doing === 'edit') {
    return (
      <ItemForm
        view={view}
        verb={t('central:form.save')}
        pending={change.isPending}
        error={change.error}
        close={close}
        send={async (content) => {
          await change.mutateAsync({ item: content, read: item.version });
          close();
          tell(t('central:form.saved'));
        }}
      />
    );
  }
  return (
    <>
      <Facts
        items={[
          [t('central:form.kind'), t(`central:kind.${item.kind}`)],
          ...(item.due ? [[t('central:form.due'), <span key="due" className={item.isLate ? 'late' : undefined}>{shortDay(item.due)}</span>] as [string, React.ReactNode]] : []),
          [t('central:form.received'), shortDay(item.receivedOn)],
          ...(item.link ? [[t('central:form.link'), <a key="link" href={item.link} rel="noreferrer">{item.link}</a>] as [string, React.ReactNode]] : []),
        ]}
      />
      <p style={{ whiteSpace: 'pre-line', marginTop: '1rem' }} className="measure">{item.body}</p>
      {remind.error && <ProblemNote error={remind.error} />}
      <div className="row-of-buttons no-print" style={{ marginTop: '1.5rem' }}>
        {waiting > 0 && <Button loading={remind.isPending} onClick={() => remind.mutate(undefined, { onSuccess: () => tell(t('central:relay.reminded')) })}>{t('central:relay.remind', { count: waiting })}</Button>}
        {doing !== 'report' && <Button variant="default" onClick={() => setDoing('report')}>{t('central:report.open')}</Button>}
        <Button variant="default" onClick={() => setDoing('edit')}>{t('central:form.edit')}</Button>
      </div>
      {doing === 'report' && <Report view={view} close={close} />}
      {item.report && item.reportedOn && (
        <section className="section">
          <Title order={2}>{t('central:report.title')}</Title>
          <p className="dim small">{shortDay(item.reportedOn)}</p>
          <p style={{ whiteSpace: 'pre-line' }}>{item.report}</p>
        </section>
      )}
      <section className="section">
        <Title order={2}>{t('central:standing', { read: item.read, done: item.done, count: item.concerned })}</Title>
        <DataTable
          caption={t('central:relay.caption')}
          rows={relays}
          rowKey={(one) => one.associationId}
          columns={[
            { key: 'association', header: t('central:relay.association'), cell: (one) => <b>{one.association}</b> },
            { key: 'standing', header: t('central:relay.standing'), cell: stands },
            { key: 'reminded', header: t('central:relay.remindedAt'), cell: (one) => (one.remindedAt ? dayAndTime(one.remindedAt) : '') },
            { key: 'note', header: t('central:relay.note'), cell: (one) => one.note ?? '' },
          ]}
          secondLine={(one) => <>{stands(one)}{one.note && <> · {one.note}</>}</>}
        />
      </section>
    </>
  );
}

function Report({ view, close }: { view: CentralView; close: () => void }) {
  const t = useTexts('central');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const report = useReportBack(view.item.itemId);
  const form = useFields({ text: view.item.report ?? '', on: view.item.reportedOn ?? today }, { text: (value) => (value.trim() ? null : t('central:fault.report')) });
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.25rem' }}
      noValidate
      onSubmit={form.submit(({ text, on }) => {
        report.mutate(
          { text: text.trim(), on },
          {
            onSuccess: () => {
              close();
              tell(t('central:report.saved'));
            },
          },
        );
      })}
    >
      <InputBase component="textarea" multiline rows={4} maxLength={4000} label={t('central:report.text')} {...form.text('text')} />
      <DateField id="on" label={t('central:report.on')} min={view.item.receivedOn} max={today} value={form.values.on} onChange={(value) => form.set('on', value)} />
      {report.error && <ProblemNote error={report.error} kept />}
      <SubmitOrCancel verb={t('central:report.save')} pending={report.isPending} cancel={close} />
    </form>
  );
}
