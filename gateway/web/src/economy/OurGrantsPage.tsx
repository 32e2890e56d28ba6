import { Button, InputBase } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import { onceKey } from '../api/onceKey';
import type { Grant } from '../api/types';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useApply, useOurGrants, useReportGrant, useWithdrawApplication } from './data';
import classes from './economy.module.css';
import { GrantDetails } from './GrantDetails';
import { readMoney } from './money';

/** The association's grants from the district: applied for, followed, reported on. */
export default function OurGrantsPage() {
  const t = useTexts('economy');
  const { id = '' } = useParams();
  const nameOf = useAssociationNames();
  const grants = useOurGrants(id);
  const [applying, setApplying] = useState(false);
  return (
    <Page title={t('economy:grant.ours')} lead={t('economy:grant.oursLead')} crumbs={[{ label: nameOf(id), to: `/forening/${id}` }]}>
      {applying ? <Apply id={id} close={() => setApplying(false)} /> : <Button className="no-print" onClick={() => setApplying(true)}>{t('economy:grant.apply')}</Button>}
      <section className="section" aria-label={t('economy:grant.ours')}>
        <Answered query={grants}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('economy:grant.oursEmpty')}>{t('economy:grant.oursEmptyHelp')}</Empty>
            ) : (
              <>
                <ul className={classes.rows}>
                  {rows.map((row) => (
                    <Row key={row.grantId} id={id} grant={row} />
                  ))}
                </ul>
                <ShowMore query={grants} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}

function Row({ id, grant }: { id: string; grant: Grant }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const [reporting, setReporting] = useState(false);
  const withdraw = useWithdrawApplication(id);
  return (
    <li>
      <div>
        <GrantDetails grant={grant} />
        {reporting && <Report id={id} grant={grant} close={() => setReporting(false)} />}
        {withdraw.error && <ProblemNote error={withdraw.error} />}
      </div>
      {!reporting && (
        <div className="row-of-buttons no-print">
          {grant.state === 'paid' && <Button size="sm" aria-label={t('economy:grant.reportNamed', { purpose: grant.purpose })} onClick={() => setReporting(true)}>{t('economy:grant.report')}</Button>}
          {grant.state === 'applied' && (
            <Button variant="default" size="sm" aria-label={t('economy:grant.withdrawNamed', { purpose: grant.purpose })} onClick={() => withdraw.mutate(grant.grantId, { onSuccess: () => tell(t('economy:grant.withdrawn')) })}>
              {t('economy:grant.withdraw')}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function Report({ id, grant, close }: { id: string; grant: Grant; close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const report = useReportGrant(id);
  const form = useFields({ text: '' }, { text: (value) => (value.trim() ? null : t('economy:fault.report')) });
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1rem' }}
      noValidate
      onSubmit={form.submit(({ text }) => {
        report.mutate({ grantId: grant.grantId, text: text.trim() }, { onSuccess: () => tell(t('economy:grant.reportSent')) });
      })}
    >
      <InputBase component="textarea" multiline rows={5} maxLength={4000} label={t('economy:grant.reportText')} {...form.text('text')} />
      {report.error && <ProblemNote error={report.error} kept />}
      <SubmitOrCancel verb={t('economy:grant.reportVerb')} pending={report.isPending} cancel={close} />
    </form>
  );
}

function Apply({ id, close }: { id: string; close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const apply = useApply(id);
  const withdraw = useWithdrawApplication(id);
  const [keyFor] = useState(onceKey);
  const form = useFields(
    { purpose: '', amount: '' },
    { purpose: (value) => (value.trim() ? null : t('economy:fault.purpose')), amount: (value) => (readMoney(value) === null ? t('economy:fault.amount') : null) },
  );
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ purpose, amount }) => {
        const application = { purpose: purpose.trim(), amount: readMoney(amount) ?? 0 };
        void apply.mutateAsync({ ...application, key: keyFor(application) }).then(
          (grant) => {
            close();
            tell(t('economy:grant.sent'), () => withdraw.mutate(grant.grantId, { onSuccess: () => tell(t('economy:grant.withdrawn')) }));
          },
          () => undefined,
        );
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <InputBase component="textarea" multiline rows={3} maxLength={1000} label={t('economy:grant.purpose')} {...form.text('purpose')} />
      <InputBase inputMode="decimal" label={t('economy:grant.amount')} {...form.text('amount')} />
      {apply.error && <ProblemNote error={apply.error} kept />}
      <SubmitOrCancel verb={t('economy:grant.applyVerb')} pending={apply.isPending} cancel={close} />
    </form>
  );
}
