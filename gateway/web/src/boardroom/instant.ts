import { dateOf } from '../i18n/dates';

const clockAt = (instant: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

/** The instant at which Stockholm's clock shows "18.00" or "18:00" that day; null where it never does, or for what is no time. */
export function instantOf(day: string, clock: string): string | null {
  const match = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(clock.trim());
  if (!match || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const shown = `${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`;
  // Stockholm is one or two hours ahead of UTC: one of the two shows what was asked for.
  for (const offset of [1, 2]) {
    const instant = new Date(Date.parse(`${day}T${shown}:00Z`) - offset * 3_600_000);
    if (clockAt(instant) === shown && dateOf(instant) === day) return instant.toISOString();
  }
  return null;
}

/** What the clock in Stockholm shows, as it is written in a field. */
export const clockOf = (instant: string): string => clockAt(new Date(instant)).replace(':', '.');

