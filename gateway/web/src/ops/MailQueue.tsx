import { Button } from '@mantine/core';
import type { Mail, MailState } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { useMails, useRetryMail } from './data';

const states: MailState[] = ['failed', 'queued', 'sent'];

/** Mail by how it fares: which kind and why, never to whom or what it says. */
export function MailQueue() {
  const t = useTexts('ops');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const { get, set } = useAddress();
  const shown = states.find((state) => state === get('mejl')) ?? 'failed';
  const mails = useMails(shown);
  const retry = useRetryMail();
  const how = (mail: Mail) =>
    mail.sentAt ? t('ops:mail.sentAt', { time: dayAndTime(mail.sentAt) }) : [t('ops:mail.attempts', { count: mail.attempts }), mail.reason && codes('mailFault', mail.reason), mail.nextAttemptAt && t('ops:mail.next', { time: dayAndTime(mail.nextAttemptAt) })].filter(Boolean).join(' · ');
  return (
    <section aria-label={t('ops:mail.title')}>
      <div className="no-print" style={{ marginBottom: '1.25rem' }}>
        <FilterChips label={t('ops:mail.filter')} value={shown} onChange={(value) => set('mejl', value === 'failed' ? '' : value)} options={states.map((state) => [state, t(`ops:mail.state.${state}`)])} />
      </div>
      {retry.error && <ProblemNote error={retry.error} />}
      <Answered query={mails} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t(`ops:mail.empty.${shown}`)} />
          ) : (
            <>
              <DataTable
                caption={t('ops:mail.title')}
                rows={rows}
                rowKey={(mail) => mail.id}
                columns={[
                  { key: 'kind', header: t('ops:mail.kind'), cell: (mail) => codes('mail', mail.template) },
                  { key: 'since', header: t('ops:mail.created'), cell: (mail) => dayAndTime(mail.createdAt) },
                  { key: 'how', header: t('ops:mail.how'), cell: how },
                  ...(shown === 'failed'
                    ? [
                        {
                          key: 'act',
                          header: t('ops:mail.change'),
                          onPhone: true,
                          cell: (mail: Mail) => (
                            <Button variant="default" size="sm" disabled={retry.isPending} onClick={() => retry.mutate(mail.id, { onSuccess: () => tell(t('ops:mail.retried')) })}>
                              {t('ops:mail.retry')}
                            </Button>
                          ),
                        },
                      ]
                    : []),
                ]}
                secondLine={(mail) => `${dayAndTime(mail.createdAt)} · ${how(mail)}`}
              />
              <ShowMore query={mails} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </section>
  );
}
