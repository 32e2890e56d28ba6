import { Button, InputBase, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useAssociations } from '../api/associations';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { Grant } from '../api/types';
import { addDays, dateOf } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DateField } from '../ui/DateField';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useDecideGrant, useGive, useGrants, useUndoDecision } from './data';
import classes from './economy.module.css';
import { GrantDetails } from './GrantDetails';
import { readMoney, writeMoney } from './money';

/** Grants to associations: what waits for a decision first, then the rest. */
export default function GrantsPage() {
  const t = useTexts('economy');
  const { data: session } = useSession();
  const grants = useGrants('');
  const [giving, setGiving] = useState(false);
  const decides = mayInDistrict(session, 'economy:approve');
  return (
    <Page title={t('economy:grant.title')} lead={t('economy:grant.lead')} crumbs={[{ label: t('economy:page.title'), to: '/distrikt/ekonomi' }]} wide>
      {decides && (giving ? <Give close={() => setGiving(false)} /> : <Button className="no-print" onClick={() => setGiving(true)}>{t('economy:grant.give')}</Button>)}
      <section className="section" aria-label={t('economy:grant.title')}>
        <Answered query={grants}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('economy:grant.empty')} />
            ) : (
              <>
                <ul className={classes.rows}>
                  {[...rows].sort((a, b) => Number(b.state === 'applied') - Number(a.state === 'applied')).map((row) => (
                    <Row key={row.grantId} grant={row} decides={decides} />
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

function Row({ grant, decides }: { grant: Grant; decides: boolean }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const [doing, setDoing] = useState<'grant' | 'refuse'>();
  const undo = useUndoDecision();
  const named = { association: grant.association };
  return (
    <li>
      <div>
        <GrantDetails grant={grant} withName />
        {grant.state === 'applied' && grant.appliedByMe && <p className="dim small">{t('economy:grant.own')}</p>}
        {doing && <Decide grant={grant} verb={doing} close={() => setDoing(undefined)} />}
        {undo.error && <ProblemNote error={undo.error} />}
      </div>
      {decides && doing === undefined && (
        <div className="row-of-buttons no-print">
          {grant.state === 'applied' && !grant.appliedByMe && (
            <>
              <Button size="sm" aria-label={t('economy:grant.grantNamed', named)} onClick={() => setDoing('grant')}>{t('economy:grant.grant')}</Button>
              <Button variant="default" size="sm" aria-label={t('economy:grant.refuseNamed', named)} onClick={() => setDoing('refuse')}>{t('economy:grant.refuse')}</Button>
            </>
          )}
          {(grant.state === 'granted' || grant.state === 'refused') && grant.applied !== null && !grant.isOnList && (
            <Button variant="default" size="sm" aria-label={t('economy:grant.undoNamed', named)} onClick={() => undo.mutate(grant.grantId, { onSuccess: () => tell(t('economy:grant.undone')) })}>{t('economy:grant.undo')}</Button>
          )}
        </div>
      )}
    </li>
  );
}

function Decide({ grant, verb, close }: { grant: Grant; verb: 'grant' | 'refuse'; close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const decide = useDecideGrant();
  const undo = useUndoDecision();
  const form = useFields(
    { amount: writeMoney(grant.applied), reportDue: addDays(today, 90), answer: '' },
    {
      amount: (value) => (verb === 'refuse' || readMoney(value) !== null ? null : t('economy:fault.amount')),
      reportDue: (value) => (verb === 'refuse' || value >= today ? null : t('economy:fault.due')),
      answer: (value) => (verb === 'grant' || value.trim() ? null : t('economy:fault.reason')),
    },
  );
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1rem' }}
      noValidate
      onSubmit={form.submit(({ amount, reportDue, answer }) => {
        decide.mutate(
          { id: grant.grantId, amount: verb === 'grant' ? readMoney(amount) : null, reportDue: verb === 'grant' ? reportDue : null, answer: answer.trim() || null },
          { onSuccess: () => tell(t(verb === 'grant' ? 'economy:grant.granted' : 'economy:grant.refused', { association: grant.association }), () => undo.mutate(grant.grantId, { onSuccess: () => tell(t('economy:grant.undone')) })) },
        );
        close();
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {verb === 'grant' && (
        <>
          <InputBase inputMode="decimal" label={t('economy:grant.amount')} {...form.text('amount')} />
          <DateField id="reportDue" label={t('economy:grant.reportDue')} min={today} value={form.values.reportDue} onChange={(value) => form.set('reportDue', value)} error={form.errors.reportDue} />
        </>
      )}
      <InputBase component="textarea" multiline rows={3} maxLength={1000} label={verb === 'grant' ? t('common:form.optional', { label: t('economy:grant.answer') }) : t('economy:decide.reason')} {...form.text('answer')} />
      {decide.error && <ProblemNote error={decide.error} kept />}
      <SubmitOrCancel verb={t(verb === 'grant' ? 'economy:grant.grant' : 'economy:grant.refuse')} pending={decide.isPending} cancel={close} />
    </form>
  );
}

function Give({ close }: { close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const { data: associations = [] } = useAssociations();
  const give = useGive();
  const [keyFor] = useState(onceKey);
  const form = useFields(
    { associationId: '', purpose: '', amount: '', reportDue: addDays(today, 90) },
    {
      associationId: (value) => (value ? null : t('economy:fault.association')),
      purpose: (value) => (value.trim() ? null : t('economy:fault.purpose')),
      amount: (value) => (readMoney(value) === null ? t('economy:fault.amount') : null),
      reportDue: (value) => (value >= today ? null : t('economy:fault.due')),
    },
  );
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ associationId, purpose, amount, reportDue }) => {
        const gift = { associationId, purpose: purpose.trim(), amount: readMoney(amount) ?? 0, reportDue };
        give.mutate(
          { ...gift, key: keyFor(gift) },
          {
            onSuccess: ({ association }) => {
              close();
              tell(t('economy:grant.granted', { association }));
            },
          },
        );
      })}
    >
      <Title order={2}>{t('economy:grant.give')}</Title>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <NativeSelect label={t('economy:grant.association')} data={[{ value: '', label: t('economy:choose') }, ...associations.filter((one) => one.municipalityCode !== null).map((one) => ({ value: one.id, label: one.name }))]} {...form.text('associationId')} />
      <InputBase component="textarea" multiline rows={3} maxLength={1000} label={t('economy:grant.purpose')} {...form.text('purpose')} />
      <InputBase inputMode="decimal" label={t('economy:grant.amount')} {...form.text('amount')} />
      <DateField id="reportDue" label={t('economy:grant.reportDue')} min={today} value={form.values.reportDue} onChange={(value) => form.set('reportDue', value)} error={form.errors.reportDue} />
      {give.error && <ProblemNote error={give.error} kept />}
      <SubmitOrCancel verb={t('economy:grant.grant')} pending={give.isPending} cancel={close} />
    </form>
  );
}
