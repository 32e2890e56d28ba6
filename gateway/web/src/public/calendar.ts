import type { Language } from '../i18n/i18n';

export interface CalendarEvent {
  id: string;
  titleSv: string;
  titleEn: string;
  /** ISO instant, UTC. */
  startsAt: string;
  /** Null where everything is digital. */
  place?: string | null;
  associationName?: string | null;
}

/** The open calendar; empty while there is none, or when it does not answer. */
export async function readCalendar(): Promise<CalendarEvent[]> {
  try {
    const response = await fetch('/api/events/calendar?size=4', { headers: { Accept: 'application/json' } });
    return response.ok ? calendarOf(await response.json()) : [];
  } catch {
    return [];
  }
}

export function titleOf(event: CalendarEvent, language: Language): string {
  return language === 'en' ? event.titleEn : event.titleSv;
}

/** Takes what is an event out of an answer, and nothing else. */
export function calendarOf(body: unknown): CalendarEvent[] {
  const items = (body as { items?: unknown } | null)?.items;
  return Array.isArray(items) ? items.filter(isEvent) : [];
}

function isEvent(item: unknown): item is CalendarEvent {
  const event = item as Partial<CalendarEvent> | null;
  return [event?.id, event?.titleSv, event?.titleEn, event?.startsAt].every((value) => typeof value === 'string') && !Number.isNaN(Date.parse(event?.startsAt ?? ''));
}
