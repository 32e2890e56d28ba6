import { Link } from 'react-router';
import type { LogEntry } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useSecurityLog } from './data';

/** The security log, newest first: of everything, of one area, or of one account. */
export function LogList({ area, account }: { area: string; account?: string }) {
  const t = useTexts('admin');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const log = useSecurityLog(area, account);
  const what = (entry: LogEntry) => (
    <>
      {codes('securityEvent', entry.action)}
      {entry.method && <span className="dim"> · {codes('method', entry.method)}</span>}
      {entry.reason && <div className="small">{entry.reason}</div>}
    </>
  );
  // Of a key, the end: it begins with the time.
  const nameOf = (entry: LogEntry) => (entry.action.startsWith('signing_key') ? entry.subject?.slice(-8) : entry.subject) ?? t('admin:log.gone');
  const subject = (entry: LogEntry) =>
    entry.accountId && !account ? <Link to={`/administration/konton/${entry.accountId}`}>{entry.subject ?? t('admin:accounts.noEmail')}</Link> : nameOf(entry);
  const actor = (entry: LogEntry) => (entry.actor === 'anonymous' ? '–' : entry.actor === 'system' ? t('admin:log.system') : entry.actor);
  return (
    <Answered query={log} rows={6}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={t('admin:log.none')} />
        ) : (
          <>
            <DataTable
              caption={t('admin:log.title')}
              rows={rows}
              rowKey={(entry) => String(entry.id)}
              columns={[
                { key: 'what', header: t('admin:log.what'), cell: what },
                { key: 'when', header: t('admin:log.when'), cell: (entry) => <span className="nowrap">{dayAndTime(entry.at)}</span> },
                ...(account ? [] : [{ key: 'subject', header: t('admin:log.subject'), cell: subject }]),
                { key: 'actor', header: t('admin:log.actor'), cell: actor },
              ]}
              secondLine={(entry) => (
                <>
                  {dayAndTime(entry.at)}
                  {!account && <> · {subject(entry)}</>} · {actor(entry)}
                </>
              )}
            />
            <ShowMore query={log} shown={rows.length} />
          </>
        )
      }
    </Answered>
  );
}
