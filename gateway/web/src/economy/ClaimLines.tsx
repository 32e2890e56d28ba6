import { Button, InputBase, NativeSelect, TextInput } from '@mantine/core';
import { useNow } from '../api/clock';
import type { ClaimChoices, ClaimContent } from '../api/types';
import { dateOf } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { useTexts } from '../ui/useTexts';
import classes from './economy.module.css';
import { readKm, readMoney, useMoney } from './money';

/** A line as it is being written. */
export interface LineDraft {
  kind: 'expense' | 'mileage';
  on: string;
  text: string;
  account: string;
  amount: string;
  from: string;
  to: string;
  km: string;
}

export const newLine = (kind: LineDraft['kind'], on: string): LineDraft => ({ kind, on, text: '', account: '', amount: '', from: '', to: '', km: '' });

/** The lines as they are sent; null where one is not complete. */
export function readLines(lines: LineDraft[]): NonNullable<ClaimContent['lines']> | null {
  const read = lines.map(({ kind, on, text, account, amount, from, to, km }) => {
    if (!on || !text.trim()) return null;
    if (kind === 'expense') {
      const ore = readMoney(amount);
      return ore === null || !account ? null : { kind, on, text: text.trim(), account: Number(account), amount: ore, from: null, to: null, km: null };
    }
    const distance = readKm(km);
    return distance === null || !from.trim() || !to.trim() ? null : { kind, on, text: text.trim(), account: null, amount: null, from: from.trim(), to: to.trim(), km: distance };
  });
  return read.length > 0 && read.every((line) => line !== null) ? read : null;
}

interface Props {
  lines: LineDraft[];
  change: (lines: LineDraft[]) => void;
  choices: ClaimChoices;
  fault?: string;
}

/** What was paid and driven, a line each. */
export function Lines({ lines, change, choices, fault }: Props) {
  const t = useTexts('economy');
  const { money } = useMoney();
  const today = dateOf(useNow());
  const set = (index: number, part: Partial<LineDraft>) => change(lines.map((line, place) => (place === index ? { ...line, ...part } : line)));
  const text = (index: number, field: 'text' | 'amount' | 'from' | 'to' | 'km') => ({
    id: `${field}-${String(index)}`,
    value: lines[index]?.[field] ?? '',
    onChange: (event: { currentTarget: { value: string } }) => set(index, { [field]: event.currentTarget.value }),
  });
  return (
    <fieldset id="lines" tabIndex={-1} className="form">
      <legend>{t('economy:line.legend')}</legend>
      {lines.map((line, index) => (
        <div key={index} className={classes.part} role="group" aria-label={t('economy:line.number', { number: index + 1 })}>
          <TextInput label={t(line.kind === 'expense' ? 'economy:line.text' : 'economy:line.why')} maxLength={200} {...text(index, 'text')} />
          <DateField id={`on-${String(index)}`} label={t('economy:line.on')} max={today} value={line.on} onChange={(value) => set(index, { on: value })} />
          {line.kind === 'expense' ? (
            <>
              <InputBase inputMode="decimal" label={t('economy:line.amount')} {...text(index, 'amount')} />
              <NativeSelect
                id={`account-${String(index)}`}
                label={t('economy:line.account')}
                value={line.account}
                onChange={(event) => set(index, { account: event.currentTarget.value })}
                data={[{ value: '', label: t('economy:choose') }, ...choices.accounts.map((one) => ({ value: one.code, label: `${one.name} (${one.code})` }))]}
              />
            </>
          ) : (
            <>
              <TextInput label={t('economy:line.from')} maxLength={200} {...text(index, 'from')} />
              <TextInput label={t('economy:line.to')} maxLength={200} {...text(index, 'to')} />
              <InputBase inputMode="decimal" label={t('economy:line.km')} description={choices.orePerKm === null ? t('economy:line.noRate') : t('economy:line.rate', { rate: money(choices.orePerKm) })} {...text(index, 'km')} />
            </>
          )}
          {lines.length > 1 && (
            <div>
              <Button variant="default" size="sm" aria-label={t('economy:line.remove', { number: index + 1 })} onClick={() => change(lines.filter((_, place) => place !== index))}>
                {t('common:action.remove')}
              </Button>
            </div>
          )}
        </div>
      ))}
      {fault && <p className="error-text">{fault}</p>}
      <div className="row-of-buttons">
        <Button variant="default" size="sm" disabled={lines.length >= 50} onClick={() => change([...lines, newLine('expense', today)])}>{t('economy:line.addExpense')}</Button>
        <Button variant="default" size="sm" disabled={lines.length >= 50 || choices.orePerKm === null} onClick={() => change([...lines, newLine('mileage', today)])}>{t('economy:line.addMileage')}</Button>
      </div>
    </fieldset>
  );
}
