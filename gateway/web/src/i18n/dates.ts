import { useTranslation } from 'react-i18next';
import type { Language } from './i18n';

const zone = 'Europe/Stockholm';
const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

function format(value: Date, language: Language, options: Intl.DateTimeFormatOptions): string {
  // Swedish abbreviations carry full stops in ICU ("dec."); the house style has none.
  return new Intl.DateTimeFormat(locales[language], { timeZone: zone, ...options }).format(value).replaceAll('.', '').replace(',', '');
}

/** A business date (yyyy-MM-dd) is a day in Stockholm, whatever zone the reader is in: noon is inside it everywhere we look. */
export function parseDay(date: string): Date {
  return new Date(date.length === 10 ? `${date}T12:00:00Z` : date);
}

/** "22 december 2026" */
export function longDay(date: string, language: Language): string {
  return format(parseDay(date), language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "tors 4 dec 2025" */
export function shortDay(date: string, language: Language): string {
  return format(parseDay(date), language, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
}

/** "tors 4 dec 2025 kl. 18.00" */
export function dayAndTime(instant: string, language: Language): string {
  const clock = new Intl.DateTimeFormat(locales[language], { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(instant));
  return language === 'sv' ? `${shortDay(instant, language)} kl. ${clock.replace(':', '.')}` : `${shortDay(instant, language)} at ${clock}`;
}

/** The Stockholm date of an instant, yyyy-MM-dd. */
export function dateOf(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(instant);
}

/** Days from one date to another, both yyyy-MM-dd. */
export function daysBetween(from: string, to: string): number {
  return Math.round((parseDay(to).getTime() - parseDay(from).getTime()) / 86_400_000);
}

export function addDays(date: string, days: number): string {
  return dateOf(new Date(parseDay(date).getTime() + days * 86_400_000));
}

/** "om 3 dagar", "för 5 timmar sedan": only ever beside the absolute time. */
export function relative(instant: string, now: Date, language: Language): string {
  const words = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' });
  const target = instant.length === 10 ? parseDay(instant) : new Date(instant);
  const minutes = Math.round((target.getTime() - now.getTime()) / 60_000);
  if (instant.length === 10) return words.format(daysBetween(dateOf(now), instant), 'day');
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 36 * 60) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(daysBetween(dateOf(now), dateOf(target)), 'day');
}

/** "2 dagar" or "5 timmar": how long a promise has been late, or is left. */
export function span(from: Date, to: Date, language: Language): string {
  const minutes = Math.max(1, Math.round(Math.abs(to.getTime() - from.getTime()) / 60_000));
  const [value, unit] = minutes < 60 ? [minutes, 'minute'] : minutes < 36 * 60 ? [Math.round(minutes / 60), 'hour'] : [Math.round(minutes / 1440), 'day'];
  return new Intl.NumberFormat(locales[language], { style: 'unit', unit: unit as string, unitDisplay: 'long' }).format(value as number);
}

/** "nov 2026", or only "nov" for an axis. */
export function month(yearMonth: string, language: Language, withYear = true): string {
  return format(parseDay(`${yearMonth}-15`), language, withYear ? { month: 'short', year: 'numeric' } : { month: 'short' });
}

/** 1 234 with the space of the language. */
export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(locales[language]).format(value);
}

/** Dates and numbers in the reader's language. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'sv';
  return {
    language,
    longDay: (date: string) => longDay(date, language),
    shortDay: (date: string) => shortDay(date, language),
    dayAndTime: (instant: string) => dayAndTime(instant, language),
    relative: (instant: string, now: Date) => relative(instant, now, language),
    span: (from: Date, to: Date) => span(from, to, language),
    month: (yearMonth: string, withYear?: boolean) => month(yearMonth, language, withYear),
    number: (value: number) => number(value, language),
  };
}
