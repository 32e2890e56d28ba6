/** One @, something before it, a dotted domain after it, no spaces, at most 254 characters. */
export function isEmail(text: string): boolean {
  const address = text.trim();
  return address.length <= 254 && /^[^\s@"(),<>]{1,64}@[^\s@"(),<>.]+(\.[^\s@"(),<>.]+)+$/.test(address);
}

/** A number one can dial: 7 to 15 digits, written with the signs people use. */
export function isPhone(text: string): boolean {
  return /^\+?[\d\s()-]+$/.test(text.trim()) && /^\d{7,15}$/.test(text.replace(/\D/g, ''));
}

/** The five digits of a postal code, or undefined when it is none. */
export function postalCodeOf(text: string): string | undefined {
  return /^\s*([1-9]\d{2})\s?(\d{2})\s*$/.exec(text)?.slice(1).join('');
}

export function isBirthYear(text: string, thisYear = new Date().getFullYear()): boolean {
  const year = Number(text.trim());
  return /^\d{4}$/.test(text.trim()) && year >= thisYear - 120 && year <= thisYear;
}
