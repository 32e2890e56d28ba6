import { Button, InputBase, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { asProblem, fieldErrors } from '../api/problem';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { Cost, EconomyPlaces } from '../api/types';
import { dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { DateField } from '../ui/DateField';
import { Empty } from '../ui/Empty';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useAddress } from '../ui/useAddress';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAddCost, useCosts, usePlaces, useReverseCost } from './data';
import { readMoney, useMoney } from './money';

/** Costs and income outside claims and grants, by cost centre: events, campaigns, rents. A slip is taken back by a correcting voucher. */
export default function CostsPage() {
  const t = useTexts('economy');
  const { shortDay } = useFormat();
  const { money } = useMoney();
  const { get, set } = useAddress();
  const { data: session } = useSession();
  const now = useNow();
  const year = Number(get('ar')) || Number(dateOf(now).slice(0, 4));
  const places = usePlaces();
  const costs = useCosts(year, get('kostnadsstalle'));
  const [adding, setAdding] = useState(false);
  const manages = mayInDistrict(session, 'economy:manage');
  return (
    <Page title={t('economy:cost.title')} lead={t('economy:cost.lead')} crumbs={[{ label: t('economy:page.title'), to: '/distrikt/ekonomi' }]} wide>
      <Answered query={places} rows={1}>
        {(known) => (
          <>
            {manages && (adding ? <CostForm places={known} close={() => setAdding(false)} /> : <Button className="no-print" onClick={() => setAdding(true)}>{t('economy:cost.add')}</Button>)}
            <NativeSelect
              mt="lg"
              maw="20rem"
              label={t('economy:claim.costCentre')}
              value={get('kostnadsstalle')}
              onChange={(event) => set('kostnadsstalle', event.currentTarget.value)}
              data={[{ value: '', label: t('economy:cost.all') }, ...known.costCentres.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }))]}
            />
          </>
        )}
      </Answered>
      <section className="section" aria-label={t('economy:cost.title')}>
        <Answered query={costs}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('economy:cost.empty', { year })} />
            ) : (
              <>
                <DataTable
                  caption={t('economy:cost.title')}
                  rows={rows}
                  rowKey={(row) => row.costId}
                  columns={[
                    { key: 'text', header: t('economy:cost.text'), cell: (row) => <span className={row.reversedAt ? 'dim' : undefined}>{row.reversedAt ? <s>{row.text}</s> : row.text}{row.counterpart && <span className="dim small"> {row.counterpart}</span>}</span> },
                    { key: 'on', header: t('economy:line.on'), cell: (row) => shortDay(row.on) },
                    { key: 'centre', header: t('economy:claim.costCentre'), cell: (row) => `${row.costCentre} ${row.costCentreName}` },
                    { key: 'account', header: t('economy:line.account'), cell: (row) => `${String(row.account)} ${row.accountName}` },
                    { key: 'amount', header: t('economy:line.amount'), cell: (row) => t(row.isIncome ? 'economy:cost.in' : 'economy:cost.out', { sum: money(row.amount) }), numeric: true, onPhone: true },
                    ...(manages ? [{ key: 'act', header: t('economy:cost.correct'), cell: (row: Cost) => <Reverse cost={row} />, onPhone: true }] : []),
                  ]}
                  secondLine={(row) => `${shortDay(row.on)} · ${row.costCentreName} · ${row.accountName}`}
                />
                <ShowMore query={costs} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}

function Reverse({ cost }: { cost: Cost }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const reverse = useReverseCost();
  if (cost.reversedAt) return <span className="dim small">{t('economy:cost.corrected')}</span>;
  return (
    <Button variant="default" size="sm" className="no-print" loading={reverse.isPending} aria-label={t('economy:cost.correctNamed', { text: cost.text })} onClick={() => reverse.mutate(cost.costId, { onSuccess: () => tell(t('economy:cost.correctedDone')) })}>
      {t('economy:cost.correct')}
    </Button>
  );
}

function CostForm({ places, close }: { places: EconomyPlaces; close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const add = useAddCost();
  const [keyFor] = useState(onceKey);
  const form = useFields(
    { on: today, text: '', counterpart: '', costCentre: places.costCentres.find((one) => !one.isEnded)?.code ?? '', account: '', amount: '' },
    {
      text: (value) => (value.trim() ? null : t('economy:fault.text')),
      account: (value) => (value ? null : t('economy:fault.account')),
      amount: (value) => (readMoney(value) === null ? t('economy:fault.amount') : null),
      on: (value) => (value && value <= today ? null : t('economy:fault.on')),
    },
  );
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={form.submit((values) => {
        const account = Number(values.account);
        const cost = { on: values.on, text: values.text.trim(), counterpart: values.counterpart.trim() || null, costCentre: values.costCentre, account, amount: readMoney(values.amount) ?? 0, isIncome: account < 4000, referenceKind: null, referenceId: null };
        add.mutate(
          { cost, key: keyFor(cost) },
          {
            onSuccess: () => {
              close();
              tell(t('economy:cost.saved'));
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        );
      })}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={t('economy:cost.text')} maxLength={200} {...form.text('text')} />
      <TextInput label={t('common:form.optional', { label: t('economy:cost.counterpart') })} maxLength={200} {...form.text('counterpart')} />
      <DateField id="on" label={t('economy:line.on')} max={today} value={form.values.on} onChange={(value) => form.set('on', value)} error={form.errors.on} />
      <InputBase inputMode="decimal" label={t('economy:line.amount')} {...form.text('amount')} />
      <NativeSelect label={t('economy:claim.costCentre')} data={places.costCentres.filter((one) => !one.isEnded).map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }))} {...form.text('costCentre')} />
      <NativeSelect label={t('economy:line.account')} description={t('economy:cost.accountHelp')} data={[{ value: '', label: t('economy:choose') }, ...places.accounts.filter((one) => !one.isEnded && one.number >= 3000).map((one) => ({ value: String(one.number), label: `${String(one.number)} ${one.name}` }))]} {...form.text('account')} />
      {add.error && Object.keys(form.errors).length === 0 && <ProblemNote error={add.error} kept />}
      <SubmitOrCancel verb={t('economy:cost.book')} pending={add.isPending} cancel={close} />
    </form>
  );
}
