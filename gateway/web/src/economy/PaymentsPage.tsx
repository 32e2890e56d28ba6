import { Button, Checkbox, Title } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import type { PaymentListRow } from '../api/types';
import { dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { DateField } from '../ui/DateField';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { Amount } from './Amount';
import { useClaims, useDiscardList, useGrants, useMakeList, useMarkPaid, usePaymentList, usePaymentLists } from './data';
import classes from './economy.module.css';
import { useMoney } from './money';

/** What is approved becomes a list; a person pays it at the bank; then it is marked as paid, which books it. */
export default function PaymentsPage() {
  const t = useTexts('economy');
  // Asked here, so that the day is known when a form opens.
  useNow();
  const lists = usePaymentLists();
  return (
    <Page title={t('economy:payment.title')} lead={t('economy:payment.lead')} crumbs={[{ label: t('economy:page.title'), to: '/distrikt/ekonomi' }]} wide>
      <ToPay />
      <section className="section">
        <Title order={2}>{t('economy:payment.lists')}</Title>
        <Answered query={lists} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('economy:payment.noLists')} />
            ) : (
              <>
                <ul className={classes.rows}>
                  {rows.map((row) => (
                    <List key={row.listId} row={row} />
                  ))}
                </ul>
                <ShowMore query={lists} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}

function ToPay() {
  const t = useTexts('economy');
  const { money } = useMoney();
  const { tell } = useNotices();
  const claims = useClaims('approved');
  const grants = useGrants('granted');
  const make = useMakeList();
  const [keyFor] = useState(onceKey);
  const [left, setLeft] = useState<string[]>([]);
  const rows = [
    ...(claims.data ?? []).filter((row) => !row.isOnList).map((row) => ({ id: row.claimId, isGrant: false, name: `${row.claimant}: ${row.purpose}`, amount: row.total })),
    ...(grants.data ?? []).filter((row) => !row.isOnList).map((row) => ({ id: row.grantId, isGrant: true, name: `${row.association}: ${row.purpose}`, amount: row.decided ?? 0 })),
  ];
  const chosen = rows.filter((row) => !left.includes(row.id));
  return (
    <section aria-labelledby="att-betala">
      <Title order={2} id="att-betala" mb="sm">{t('economy:payment.toPay')}</Title>
      <Answered query={claims} rows={2}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t('economy:payment.nothing')} />
          ) : (
            <>
              <ul className={classes.rows}>
                {rows.map((row) => (
                  <li key={row.id}>
                    <div><Checkbox label={row.name} checked={!left.includes(row.id)} onChange={() => setLeft(left.includes(row.id) ? left.filter((id) => id !== row.id) : [...left, row.id])} /></div>
                    <Amount ore={row.amount} />
                  </li>
                ))}
              </ul>
              {make.error && <ProblemNote error={make.error} />}
              <Button
                mt="md"
                disabled={chosen.length === 0}
                loading={make.isPending}
                onClick={() => {
                  const body = { claims: chosen.filter((row) => !row.isGrant).map((row) => row.id), grants: chosen.filter((row) => row.isGrant).map((row) => row.id) };
                  make.mutate({ ...body, key: keyFor(body) }, { onSuccess: () => tell(t('economy:payment.made')) });
                }}
              >
                {t('economy:payment.make', { sum: money(chosen.reduce((total, row) => total + row.amount, 0)) })}
              </Button>
            </>
          )
        }
      </Answered>
    </section>
  );
}

function List({ row }: { row: PaymentListRow }) {
  const t = useTexts('economy');
  const { dayAndTime, shortDay } = useFormat();
  const { money } = useMoney();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div>
        <p>
          <b>{dayAndTime(row.madeAt)}</b> <span className="dim small">{row.madeBy}</span>
        </p>
        <p className={row.paidOn ? 'good' : 'late'}>{row.paidOn ? t('economy:payment.paidOn', { date: shortDay(row.paidOn) }) : t('economy:payment.unpaid')}</p>
        <p className="small">{t('economy:payment.holds', { count: row.payments, sum: money(row.total) })}</p>
        {open && <Details id={row.listId} isPaid={row.paidOn !== null} title={t('economy:payment.listOf', { date: dayAndTime(row.madeAt) })} />}
      </div>
      <Button variant="default" size="sm" aria-expanded={open} aria-label={t(open ? 'economy:payment.closeNamed' : 'economy:payment.openNamed', { date: dayAndTime(row.madeAt) })} onClick={() => setOpen(!open)}>
        {t(open ? 'economy:payment.close' : 'economy:payment.open')}
      </Button>
    </li>
  );
}

function Details({ id, isPaid, title }: { id: string; isPaid: boolean; title: string }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const found = usePaymentList(id);
  const paid = useMarkPaid(id);
  const discard = useDiscardList(id);
  const form = useFields({ [`paid-${id}`]: today });
  const on = form.values[`paid-${id}`] ?? '';
  return (
    <Answered query={found} rows={2}>
      {({ payments }) => (
        <>
          <DataTable
            caption={title}
            rows={payments}
            rowKey={(row) => row.paymentId}
            columns={[
              { key: 'payee', header: t('economy:payment.payee'), cell: (row) => <b>{row.payee}</b> },
              { key: 'account', header: t('economy:claim.payTo'), cell: (row) => row.payTo ?? t('economy:payment.noAccount') },
              { key: 'purpose', header: t('economy:claim.purpose'), cell: (row) => row.purpose },
              { key: 'amount', header: t('economy:line.amount'), cell: (row) => <Amount ore={row.amount} />, numeric: true, onPhone: true },
            ]}
            secondLine={(row) => `${row.payTo ?? t('economy:payment.noAccount')} · ${row.purpose}`}
          />
          {(paid.error ?? discard.error) && <ProblemNote error={paid.error ?? discard.error} />}
          <p style={{ margin: '0.75rem 0' }}>
            <a href={`/api/members/economy/payment-lists/${id}/export`} download>{t('economy:payment.export')}</a>
          </p>
          {!isPaid && (
            <form
              className="form no-print"
              onSubmit={form.submit(() => {
                paid.mutate(on, { onSuccess: () => tell(t('economy:payment.done', { count: payments.length })) });
              })}
            >
              <DateField id={`paid-${id}`} label={t('economy:payment.on')} help={t('economy:payment.onHelp')} max={today} value={on} onChange={(value) => form.set(`paid-${id}`, value)} />
              <PayOrDiscard verb={t('economy:payment.markPaid')} pending={paid.isPending} other={t('economy:payment.discard')} cancel={() => discard.mutate(undefined, { onSuccess: () => tell(t('economy:payment.discarded')) })} />
            </form>
          )}
        </>
      )}
    </Answered>
  );
}

function PayOrDiscard({ verb, pending, other, cancel }: { verb: string; pending: boolean; other: string; cancel: () => void }) {
  return (
    <div className="row-of-buttons">
      <Button type="submit" loading={pending}>{verb}</Button>
      <Button variant="default" onClick={cancel}>{other}</Button>
    </div>
  );
}
