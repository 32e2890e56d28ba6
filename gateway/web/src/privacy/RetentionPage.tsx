import { Button, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import type { RetentionReport, RetentionRule } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Facts } from '../ui/Facts';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useTexts } from '../ui/useTexts';
import { useRetention, useSetPeriod, useStartRetention } from './data';

/** What would go tonight, never whose; how long each kind is kept; what earlier nights took. */
export default function RetentionPage() {
  const t = useTexts('privacy');
  const query = useRetention();
  return (
    <Page title={t('privacy:retention.title')} lead={t('privacy:retention.lead')} crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('privacy:desk.title'), to: '/distrikt/dataskydd' }]} wide>
      <Answered query={query} rows={10}>
        {(report) => (
          <>
            <Running report={report} />
            <Rules rules={report.rules} />
            <section className="section">
              <Title order={2}>{t('privacy:retention.others')}</Title>
              <Facts items={report.others.map(({ what, kept }) => [what, kept])} />
            </section>
            <Runs report={report} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Running({ report }: { report: RetentionReport }) {
  const t = useTexts('privacy');
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const start = useStartRetention();
  const isOn = report.startedAt !== null;
  const change = () => start.mutate(!isOn, { onSuccess: () => tell(isOn ? t('privacy:retention.stopped') : t('privacy:retention.started')) });
  return (
    <div className="flow no-print">
      {isOn ? (
        <p>{t('privacy:retention.on', { date: longDay((report.startedAt ?? '').slice(0, 10)) })}</p>
      ) : (
        <Note kind="information" title={t('privacy:retention.off')}>
          <p>{t('privacy:retention.offHelp')}</p>
        </Note>
      )}
      <p>
        <Button variant={isOn ? 'default' : 'filled'} loading={start.isPending} onClick={change}>
          {isOn ? t('privacy:retention.stop') : t('privacy:retention.start')}
        </Button>
      </p>
      {start.error && <ProblemNote error={start.error} />}
    </div>
  );
}

function Rules({ rules }: { rules: RetentionRule[] }) {
  const t = useTexts('privacy');
  const codes = useCodes();
  const { number } = useFormat();
  const [changing, setChanging] = useState<string>();
  const kept = (rule: RetentionRule) => t('privacy:retention.months', { count: rule.months, from: rule.from });
  return (
    <section className="section">
      <Title order={2}>{t('privacy:retention.tonight')}</Title>
      <DataTable
        caption={t('privacy:retention.tonight')}
        rows={rules}
        rowKey={(rule) => rule.code}
        columns={[
          {
            key: 'what',
            header: t('privacy:retention.what'),
            cell: (rule) => (
              <>
                {rule.what}
                <div className="dim small">{codes('retentionEnd', rule.end)}</div>
                {rule.byAssociation.map((one) => (
                  <div key={one.associationId} className="dim small">
                    {t('privacy:retention.byAssociation', { name: one.associationName ?? '', count: one.count })}
                  </div>
                ))}
              </>
            ),
          },
          {
            key: 'kept',
            header: t('privacy:retention.kept'),
            cell: (rule) => (changing === rule.code ? <Period rule={rule} close={() => setChanging(undefined)} /> : kept(rule)),
          },
          { key: 'tonight', header: t('privacy:retention.tonight'), numeric: true, onPhone: true, cell: (rule) => number(rule.tonight) },
          {
            key: 'change',
            header: '',
            cell: (rule) =>
              rule.least === rule.most ? (
                <span className="dim">{t('privacy:retention.law')}</span>
              ) : (
                <Button variant="default" size="sm" aria-label={`${t('privacy:retention.change')}: ${rule.what}`} onClick={() => setChanging(rule.code)}>
                  {t('privacy:retention.change')}
                </Button>
              ),
          },
        ]}
        secondLine={kept}
      />
    </section>
  );
}

function Period({ rule, close }: { rule: RetentionRule; close: () => void }) {
  const t = useTexts('privacy');
  const { tell } = useNotices();
  const set = useSetPeriod(rule.code);
  const [written, setWritten] = useState(String(rule.months));
  const months = Number(written);
  const wrong = !Number.isInteger(months) || months < rule.least || months > rule.most;
  const { least, most } = rule;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong) return;
        set.mutate(months, {
          onSuccess: () => {
            close();
            tell(t('privacy:retention.saved'));
          },
        });
      }}
    >
      <TextInput
        id={`months-${rule.code}`}
        label={t('privacy:retention.period')}
        description={t('privacy:retention.bounds', { least, most })}
        inputMode="numeric"
        maxLength={3}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        error={wrong ? t('privacy:retention.fault', { least, most }) : undefined}
      />
      {set.error && <ProblemNote error={set.error} kept />}
      <SubmitOrCancel verb={t('privacy:retention.save')} pending={set.isPending} cancel={close} />
    </form>
  );
}

function Runs({ report }: { report: RetentionReport }) {
  const t = useTexts('privacy');
  const { dayAndTime } = useFormat();
  const nameOf = (code: string) => report.rules.find((rule) => rule.code === code)?.what ?? code;
  const took = (counts: Record<string, number>) =>
    Object.entries(counts)
      .filter(([, count]) => count > 0)
      .map(([code, count]) => t('privacy:retention.byAssociation', { name: nameOf(code), count }))
      .join(', ') || t('privacy:retention.nothing');
  return (
    <section className="section">
      <Title order={2}>{t('privacy:retention.runs')}</Title>
      {report.runs.length === 0 ? <p className="dim">{t('privacy:retention.noRuns')}</p> : <Facts items={report.runs.map((run) => [dayAndTime(run.at), took(run.counts)])} />}
    </section>
  );
}
