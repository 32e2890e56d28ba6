import { Button, InputBase } from '@mantine/core';
import { useState } from 'react';
import type { Report } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Icon } from '../ui/Icon';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useMarkSeen } from './data';

/** One report, and noting that the board has dealt with it. */
export function ReportItem({ report }: { report: Report }) {
  const t = useTexts('district');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const [note, setNote] = useState('');
  const seen = useMarkSeen(report.reportId);
  return (
    <li>
      <h2>
        {codes('report', report.kind)}: {report.memberName}
      </h2>
      <p className="dim small">
        {report.associationName} · {dayAndTime(report.reportedAt)}
      </p>
      <p style={{ marginTop: '0.5rem' }}>{report.reason}</p>
      {report.seenAt ? (
        <p className="good" style={{ marginTop: '0.5rem' }}>
          <Icon name="tick" size={18} /> {t('district:reports.seen', { date: dayAndTime(report.seenAt) })}
          {report.note && <span className="dim"> {report.note}</span>}
        </p>
      ) : (
        <form
          className="form no-print"
          style={{ marginTop: '1rem', gap: '1rem' }}
          onSubmit={(event) => {
            event.preventDefault();
            seen.mutate(note, { onSuccess: () => tell(t('district:reports.done', { name: report.memberName })) });
          }}
        >
          <InputBase component="textarea" multiline rows={2} id={`note-${report.reportId}`} label={t('common:form.optional', { label: t('district:reports.note') })} value={note} maxLength={2000} onChange={(event) => setNote(event.currentTarget.value)} />
          {seen.error && <ProblemNote error={seen.error} kept />}
          <div>
            <Button type="submit" variant="default" size="sm" loading={seen.isPending}>
              {t('district:reports.verb')}
            </Button>
          </div>
        </form>
      )}
    </li>
  );
}
