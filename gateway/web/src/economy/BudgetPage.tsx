import { Button, InputBase, NativeSelect, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { EconomyPlaces, EconomyYear } from '../api/types';
import { dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { DateField } from '../ui/DateField';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { Amount } from './Amount';
import { useAdoptBudget, useChangeBudget, useCopyBudget, usePlaces, useYear } from './data';
import classes from './economy.module.css';
import { readMoney, useMoney, writeMoney } from './money';

/** A year's budget: written line by line or from last year's, adopted on a day, and changed after that only with a reason. */
export default function BudgetPage() {
  const t = useTexts('economy');
  const year = Number(useParams().year);
  const found = useYear(year);
  const places = usePlaces();
  return (
    <Page title={t('economy:budget.title', { year })} crumbs={[{ label: t('economy:page.title'), to: `/distrikt/ekonomi?ar=${String(year)}` }]} wide>
      <Answered query={found}>{(answered) => <Answered query={places}>{(known) => <Budget year={answered} places={known} />}</Answered>}</Answered>
    </Page>
  );
}

function Budget({ year, places }: { year: EconomyYear; places: EconomyPlaces }) {
  const t = useTexts('economy');
  const { shortDay } = useFormat();
  const { money } = useMoney();
  const { tell } = useNotices();
  const { data: session } = useSession();
  const [doing, setDoing] = useState<'edit' | 'adopt'>();
  // Asked here, so that the day is known when a form opens.
  useNow();
  const copy = useCopyBudget(year.year);
  const lines = year.lines.filter((line) => line.budget > 0);
  const manages = mayInDistrict(session, 'economy:manage');
  return (
    <>
      <p>{year.adoptedOn ? t('economy:budget.adoptedOn', { date: shortDay(year.adoptedOn) }) : t('economy:budget.proposal')}</p>
      {doing === 'edit' ? (
        <EditLines year={year} places={places} close={() => setDoing(undefined)} />
      ) : lines.length === 0 ? (
        <Empty title={t('economy:budget.empty')}>{t('economy:budget.emptyHelp')}</Empty>
      ) : (
        <DataTable
          caption={t('economy:budget.title', { year: year.year })}
          rows={lines}
          rowKey={(line) => `${line.costCentre}-${String(line.account)}`}
          columns={[
            { key: 'place', header: t('economy:claim.costCentre'), cell: (line) => `${line.costCentre} ${line.costCentreName}` },
            { key: 'account', header: t('economy:line.account'), cell: (line) => `${String(line.account)} ${line.accountName}` },
            { key: 'kind', header: t('economy:budget.kind'), cell: (line) => t(line.isIncome ? 'economy:budget.income' : 'economy:budget.cost') },
            { key: 'amount', header: t('economy:outcome.budget'), cell: (line) => <Amount ore={line.budget} />, numeric: true, onPhone: true },
          ]}
          secondLine={(line) => `${String(line.account)} ${line.accountName} · ${t(line.isIncome ? 'economy:budget.income' : 'economy:budget.cost')}`}
        />
      )}
      {copy.error && <ProblemNote error={copy.error} />}
      {manages && doing === undefined && (
        <div className="row-of-buttons no-print" style={{ marginTop: '1.25rem' }}>
          <Button onClick={() => setDoing('edit')}>{t('economy:budget.edit')}</Button>
          {lines.length === 0 && <Button variant="default" loading={copy.isPending} onClick={() => copy.mutate(undefined, { onSuccess: () => tell(t('economy:budget.copied', { year: year.year - 1 })) })}>{t('economy:budget.copy', { year: year.year - 1 })}</Button>}
          {!year.adoptedOn && lines.length > 0 && <Button variant="default" onClick={() => setDoing('adopt')}>{t('economy:budget.adopt')}</Button>}
        </div>
      )}
      {doing === 'adopt' && <Adopt year={year.year} close={() => setDoing(undefined)} />}
      {year.revisions.length > 0 && (
        <section className="section">
          <Title order={2}>{t('economy:budget.history')}</Title>
          <ul className={classes.rows}>
            {year.revisions.map((one) => (
              <li key={one.number}>
                <div>
                  <p><b>{one.reason}</b></p>
                  <p className="dim small">{[shortDay(one.at), one.by, t('economy:budget.sums', { costs: money(one.costs), income: money(one.income) })].filter(Boolean).join(' · ')}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function EditLines({ year, places, close }: { year: EconomyYear; places: EconomyPlaces; close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const change = useChangeBudget(year.year);
  const form = useFields(
    { reason: '', lines: year.lines.filter((line) => line.budget > 0).map((line) => ({ costCentre: line.costCentre, account: String(line.account), amount: writeMoney(line.budget) })) },
    {
      lines: (value) => (value.every((line) => line.account && readMoney(line.amount) !== null) && new Set(value.map((line) => `${line.costCentre}-${line.account}`)).size === value.length ? null : t('economy:fault.budget')),
      reason: (value) => (!year.adoptedOn || value.trim() ? null : t('economy:fault.reason')),
    },
  );
  const { lines } = form.values;
  const set = (index: number, part: Partial<(typeof lines)[number]>) => form.set('lines', lines.map((line, place) => (place === index ? { ...line, ...part } : line)));
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit(({ lines: written, reason }) => {
        change.mutate(
          { lines: written.map((line) => ({ costCentre: line.costCentre, account: Number(line.account), amount: readMoney(line.amount) })), reason: reason.trim() || null, read: year.version },
          {
            onSuccess: () => {
              close();
              tell(t('economy:budget.saved'));
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        );
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <fieldset id="lines" tabIndex={-1} className="form">
        <legend>{t('economy:budget.lines')}</legend>
        {lines.map((line, index) => (
          <div key={index} className={classes.part} role="group" aria-label={t('economy:line.number', { number: index + 1 })}>
            <NativeSelect id={`centre-${String(index)}`} label={t('economy:claim.costCentre')} value={line.costCentre} onChange={(event) => set(index, { costCentre: event.currentTarget.value })} data={places.costCentres.filter((one) => !one.isEnded || one.code === line.costCentre).map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }))} />
            <NativeSelect id={`account-${String(index)}`} label={t('economy:line.account')} value={line.account} onChange={(event) => set(index, { account: event.currentTarget.value })} data={[{ value: '', label: t('economy:choose') }, ...places.accounts.filter((one) => one.number >= 3000 && (!one.isEnded || String(one.number) === line.account)).map((one) => ({ value: String(one.number), label: `${String(one.number)} ${one.name}` }))]} />
            <TextInput id={`amount-${String(index)}`} inputMode="decimal" label={t('economy:line.amount')} value={line.amount} onChange={(event) => set(index, { amount: event.currentTarget.value })} />
            <div>
              <Button variant="default" size="sm" aria-label={t('economy:line.remove', { number: index + 1 })} onClick={() => form.set('lines', lines.filter((_, place) => place !== index))}>{t('common:action.remove')}</Button>
            </div>
          </div>
        ))}
        {form.errors.lines && <p className="error-text">{form.errors.lines}</p>}
        <div>
          <Button variant="default" size="sm" onClick={() => form.set('lines', [...lines, { costCentre: places.costCentres.find((one) => !one.isEnded)?.code ?? '', account: '', amount: '' }])}>{t('economy:budget.addLine')}</Button>
        </div>
      </fieldset>
      {year.adoptedOn && <InputBase component="textarea" multiline rows={2} maxLength={500} label={t('economy:budget.reason')} description={t('economy:budget.reasonHelp')} {...form.text('reason')} />}
      {change.error && Object.keys(form.errors).length === 0 && <ProblemNote error={change.error} kept />}
      <SubmitOrCancel verb={t('economy:budget.save')} pending={change.isPending} cancel={close} />
    </form>
  );
}

function Adopt({ year, close }: { year: number; close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const adopt = useAdoptBudget(year);
  const form = useFields({ on: today }, { on: (value) => (value && value <= today ? null : t('economy:fault.on')) });
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.25rem' }}
      noValidate
      onSubmit={form.submit(({ on }) => {
        adopt.mutate(on, {
          onSuccess: () => {
            close();
            tell(t('economy:budget.adopted', { year }));
          },
        });
      })}
    >
      <p>{t('economy:budget.adoptHelp')}</p>
      <DateField id="on" label={t('economy:budget.on')} max={today} value={form.values.on} onChange={(value) => form.set('on', value)} error={form.errors.on} />
      {adopt.error && <ProblemNote error={adopt.error} kept />}
      <SubmitOrCancel verb={t('economy:budget.adopt')} pending={adopt.isPending} cancel={close} />
    </form>
  );
}
