/** The instant of a day and a time of day in Stockholm, whatever zone the reader is in. */
export function startOf(day: string, time: string): string {
  const asUtc = new Date(`${day}T${time}:00Z`);
  const there = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short', timeStyle: 'medium' }).format(asUtc);
  return new Date(2 * asUtc.getTime() - new Date(`${there.replace(' ', 'T')}Z`).getTime()).toISOString();
}
