import { useFormat } from '../i18n/dates';

/** "1 234,50" and "1234.5" as öre; null for what is no amount, or has parts of an öre. */
export function readMoney(written: string): number | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(written.replace(/[\s\u00a0\u202f]|kr$/g, ''));
  if (!match) return null;
  const ore = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return ore > 0 ? ore : null;
}

/** As it is written in a field: "1234,50". */
export const writeMoney = (ore: number | null): string => (ore === null ? '' : (ore / 100).toFixed(2).replace('.', ','));

/** "84,5" as kilometres; null for none. */
export function readKm(written: string): number | null {
  const km = Number(written.replace(/\s/g, '').replace(',', '.'));
  return written.trim() !== '' && km > 0 && km <= 5000 ? Math.round(km * 10) / 10 : null;
}

/** Amounts in the reader's language: "1 234,50 kr", and without öre in tables of a year. */
export function useMoney() {
  const { language } = useFormat();
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const exact = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return { money: (ore: number) => `${exact.format(ore / 100)}\u00a0kr`, kronor: (ore: number) => `${whole.format(Math.round(ore / 100))}\u00a0kr` };
}
