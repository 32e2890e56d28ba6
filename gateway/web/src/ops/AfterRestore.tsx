import { Button, InputBase, Title } from '@mantine/core';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAskForResend, useResends } from './data';

/** Everyone sends what they own again, and every copy becomes right; harmless when it was not needed. */
export function AfterRestore() {
  const t = useTexts('ops');
  const codes = useCodes();
  const { dayAndTime, number } = useFormat();
  const { tell } = useNotices();
  const resends = useResends();
  const ask = useAskForResend();
  const form = useFields({ why: '' }, { why: (value) => (value.trim() ? null : t('ops:restore.fault')) });
  const state = (row: { sent?: number | null; doneAt?: string | null }) => (row.doneAt ? t('ops:restore.done', { count: row.sent ?? 0, number: number(row.sent ?? 0), time: dayAndTime(row.doneAt) }) : t('ops:restore.going'));
  return (
    <section className="section" aria-labelledby="aterstallning">
      <Title order={2} id="aterstallning">
        {t('ops:restore.title')}
      </Title>
      <p className="dim">{t('ops:restore.lead')}</p>
      <form
        className="form no-print"
        style={{ marginBlock: '1.25rem' }}
        noValidate
        onSubmit={form.submit(({ why }) =>
          ask.mutate(why.trim(), {
            onSuccess: () => {
              form.reset();
              tell(t('ops:restore.asked'));
            },
          }),
        )}
      >
        <InputBase label={t('ops:restore.why')} description={t('ops:restore.whyHelp')} maxLength={500} {...form.text('why')} />
        {ask.error && <ProblemNote error={ask.error} kept />}
        <div>
          <Button type="submit" variant="default" loading={ask.isPending}>
            {t('ops:restore.verb')}
          </Button>
        </div>
      </form>
      <Answered query={resends} rows={2}>
        {({ items }) =>
          items.length > 0 && (
            <DataTable
              caption={t('ops:restore.title')}
              rows={items}
              rowKey={(row) => `${row.service} ${row.kind}`}
              columns={[
                { key: 'kind', header: t('ops:restore.what'), cell: (row) => codes('stateKind', row.kind) },
                { key: 'asked', header: t('ops:restore.askedAt'), cell: (row) => dayAndTime(row.askedAt) },
                { key: 'state', header: t('ops:parts.state'), onPhone: true, cell: state },
              ]}
              secondLine={(row) => dayAndTime(row.askedAt)}
            />
          )
        }
      </Answered>
    </section>
  );
}
