import { Button, Checkbox, InputBase, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { EconomyPlaces } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { usePlaces, useSetAccount, useSetCentre, useSetLimit, useSetRate } from './data';
import classes from './economy.module.css';
import { readMoney, useMoney, writeMoney } from './money';

/** Cost centres, accounts, the mileage rate and who may approve how much: read by the board, edited by whoever keeps the books. */
export default function PlacesPage() {
  const t = useTexts('economy');
  const { data: session } = useSession();
  const places = usePlaces();
  return (
    <Page title={t('economy:places.title')} lead={t('economy:places.lead')} crumbs={[{ label: t('economy:page.title'), to: '/distrikt/ekonomi' }]}>
      <Answered query={places}>{(known) => <Sections places={known} manages={mayInDistrict(session, 'economy:manage')} />}</Answered>
    </Page>
  );
}

function Sections({ places, manages }: { places: EconomyPlaces; manages: boolean }) {
  const t = useTexts('economy');
  const codes = useCodes();
  const { shortDay } = useFormat();
  const { money } = useMoney();
  const setCentre = useSetCentre();
  const setAccount = useSetAccount();
  const setRate = useSetRate();
  const setLimit = useSetLimit();
  const [doing, setDoing] = useState('');
  const close = () => setDoing('');
  const edit = (key: string, named: string) =>
    manages && doing !== key && (
      <Button variant="default" size="sm" className="no-print" aria-label={t('economy:places.changeNamed', { name: named })} onClick={() => setDoing(key)}>
        {t('economy:places.change')}
      </Button>
    );
  const add = (key: string, words: string) => manages && doing !== key && <Button variant="default" size="sm" mt="md" className="no-print" onClick={() => setDoing(key)}>{words}</Button>;
  return (
    <>
      <section className="section">
        <Title order={2}>{t('economy:places.centres')}</Title>
        <ul className={classes.rows}>
          {places.costCentres.map((one) => (
            <li key={one.code}>
              <div>
                <b>{one.code}</b> {one.name} {one.isEnded && <span className="dim small">{t('economy:places.ended')}</span>}
                {doing === `c${one.code}` && <NameForm initial={one} pending={setCentre.isPending} error={setCentre.error} close={close} save={({ name, isEnded }) => setCentre.mutateAsync({ code: one.code, name, isEnded })} />}
              </div>
              {edit(`c${one.code}`, one.name)}
            </li>
          ))}
        </ul>
        {add('c', t('economy:places.addCentre'))}
        {doing === 'c' && <NameForm codeLabel={t('economy:places.code')} rule={/^[0-9A-Z]{1,6}$/} pending={setCentre.isPending} error={setCentre.error} close={close} save={({ code, name }) => setCentre.mutateAsync({ code, name, isEnded: false })} />}
      </section>
      <section className="section">
        <Title order={2}>{t('economy:places.accounts')}</Title>
        <p className="dim small">{t('economy:places.accountsHelp', { bank: places.bankAccount })}</p>
        <ul className={classes.rows}>
          {places.accounts.map((one) => (
            <li key={one.number}>
              <div>
                <b>{one.number}</b> {one.name} {one.isEnded && <span className="dim small">{t('economy:places.ended')}</span>}
                {doing === `a${String(one.number)}` && <NameForm initial={one} pending={setAccount.isPending} error={setAccount.error} close={close} save={({ name, isEnded }) => setAccount.mutateAsync({ number: one.number, name, isEnded })} />}
              </div>
              {edit(`a${String(one.number)}`, one.name)}
            </li>
          ))}
        </ul>
        {add('a', t('economy:places.addAccount'))}
        {doing === 'a' && <NameForm codeLabel={t('economy:places.number')} rule={/^[1-9]\d{3}$/} pending={setAccount.isPending} error={setAccount.error} close={close} save={({ code, name }) => setAccount.mutateAsync({ number: Number(code), name, isEnded: false })} />}
      </section>
      <section className="section">
        <Title order={2}>{t('economy:places.rates')}</Title>
        <p className="dim small">{t('economy:places.ratesHelp')}</p>
        <ul className={classes.rows}>
          {places.rates.map((one) => (
            <li key={one.from}>
              <div>{t('economy:places.rate', { rate: money(one.orePerKm), date: shortDay(one.from) })}</div>
            </li>
          ))}
        </ul>
        {add('r', t('economy:places.addRate'))}
        {doing === 'r' && <RateForm pending={setRate.isPending} error={setRate.error} close={close} save={(rate) => setRate.mutateAsync(rate)} />}
      </section>
      <section className="section">
        <Title order={2}>{t('economy:places.limits')}</Title>
        <p className="dim small">{t('economy:places.limitsHelp')}</p>
        <ul className={classes.rows}>
          {places.limits.map((one) => (
            <li key={one.kind}>
              <div>
                <b>{codes('assignment', one.kind)}</b> {one.most === null ? t('economy:places.any') : t('economy:places.upTo', { sum: money(one.most) })}
                {doing === `l${one.kind}` && <LimitForm most={one.most} pending={setLimit.isPending} error={setLimit.error} close={close} save={(most) => setLimit.mutateAsync({ kind: one.kind, most })} />}
              </div>
              {edit(`l${one.kind}`, codes('assignment', one.kind))}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface Saving<T> {
  pending: boolean;
  error: unknown;
  close: () => void;
  save: (content: T) => Promise<unknown>;
}

/** Sends, says so and closes; what is refused stays in the form with the reason. */
function useSaved(close: () => void) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  return (saving: Promise<unknown>) =>
    void saving.then(
      () => {
        close();
        tell(t('economy:places.saved'));
      },
      () => undefined,
    );
}

function NameForm({ initial, codeLabel, rule, pending, error, close, save }: Saving<{ code: string; name: string; isEnded: boolean }> & { initial?: { name: string; isEnded: boolean }; codeLabel?: string; rule?: RegExp }) {
  const t = useTexts('economy');
  const saved = useSaved(close);
  const form = useFields(
    { code: '', name: initial?.name ?? '', isEnded: initial?.isEnded ?? false },
    { code: (value) => (!rule || rule.test(value.trim().toUpperCase()) ? null : t('economy:fault.code')), name: (value) => (value.trim() ? null : t('economy:fault.name')) },
  );
  return (
    <form className="form no-print" style={{ marginTop: '1rem' }} noValidate onSubmit={form.submit(({ code, name, isEnded }) => saved(save({ code: code.trim().toUpperCase(), name: name.trim(), isEnded })))}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      {codeLabel && <TextInput label={codeLabel} maxLength={6} {...form.text('code')} />}
      <TextInput label={t('economy:places.name')} maxLength={100} {...form.text('name')} />
      {initial && <Checkbox label={t('economy:places.isEnded')} {...form.box('isEnded')} />}
      {Boolean(error) && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={t('economy:places.save')} pending={pending} cancel={close} />
    </form>
  );
}

function RateForm({ pending, error, close, save }: Saving<{ from: string; orePerKm: number }>) {
  const t = useTexts('economy');
  const saved = useSaved(close);
  const form = useFields({ from: '', rate: '' }, { from: (value) => (value ? null : t('economy:fault.on')), rate: (value) => (readMoney(value) === null ? t('economy:fault.amount') : null) });
  return (
    <form className="form no-print" style={{ marginTop: '1rem' }} noValidate onSubmit={form.submit(({ from, rate }) => saved(save({ from, orePerKm: readMoney(rate) ?? 0 })))}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <DateField id="from" label={t('economy:places.from')} value={form.values.from} onChange={(value) => form.set('from', value)} error={form.errors.from} />
      <InputBase inputMode="decimal" label={t('economy:places.perKm')} {...form.text('rate')} />
      {Boolean(error) && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={t('economy:places.save')} pending={pending} cancel={close} />
    </form>
  );
}

function LimitForm({ most, pending, error, close, save }: Saving<number | null> & { most: number | null }) {
  const t = useTexts('economy');
  const saved = useSaved(close);
  const form = useFields({ most: writeMoney(most) }, { most: (value) => (value.trim() === '' || readMoney(value) !== null ? null : t('economy:fault.amount')) });
  return (
    <form className="form no-print" style={{ marginTop: '1rem' }} noValidate onSubmit={form.submit(({ most: written }) => saved(save(readMoney(written))))}>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <InputBase inputMode="decimal" label={t('common:form.optional', { label: t('economy:places.most') })} description={t('economy:places.mostHelp')} {...form.text('most')} />
      {Boolean(error) && <ProblemNote error={error} kept />}
      <SubmitOrCancel verb={t('economy:places.save')} pending={pending} cancel={close} />
    </form>
  );
}
