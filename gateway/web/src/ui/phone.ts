/** A stored number (E.164) as people write it: 070-174 06 05 for a Swedish mobile; others keep their country, in groups. */
export function showPhone(stored: string): string {
  const mobile = /^\+46(7\d)(\d{3})(\d{2})(\d{2})$/.exec(stored);
  if (mobile) return `0${mobile[1] ?? ''}-${mobile.slice(2).join(' ')}`;
  return /^\+46\d{8,9}$/.test(stored) ? `0${stored.slice(3)}` : stored;
}
