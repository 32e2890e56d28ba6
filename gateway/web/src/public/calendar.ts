export interface CalendarEvent {
  id: string;
  titleSv: string;
  titleEn: string;
  /** ISO instant, UTC. */
  startsAt: string;
  /** Null where everything is digital. */
  place?: string | null;
}

/** The open calendar; empty while there is none, or when it does not answer. */
export async function readCalendar(): Promise<CalendarEvent[]> {
  try {
    const response = await fetch('/api/events/calendar', { headers: { Accept: 'application/json' } });
    return response.ok ? calendarOf(await response.json()) : [];
  } catch {
    return [];
  }
}

/** Takes what is an event out of an answer, and nothing else. */
export function calendarOf(body: unknown): CalendarEvent[] {
  const items = (body as { items?: unknown } | null)?.items;
  return Array.isArray(items) ? items.filter(isEvent) : [];
}

function isEvent(item: unknown): item is CalendarEvent {
  const event = item as Partial<CalendarEvent> | null;
  return (
    typeof event?.id === 'string' &&
    typeof event.titleSv === 'string' &&
    typeof event.titleEn === 'string' &&
    typeof event.startsAt === 'string' &&
    !Number.isNaN(Date.parse(event.startsAt))
  );
}
