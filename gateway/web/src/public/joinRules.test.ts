import { describe, expect, it } from 'vitest';
import { calendarOf } from './calendar';
import { isBirthYear, isEmail, isPhone, postalCodeOf } from '../ui/personRules';
import { emptyForm, joinRules, toApplication } from './joinRules';

describe('the application form', () => {
  it.each(['ada@exempel.se', ' åsa.öberg+v@mejl.exempel.se '])('takes the address %s', (text) => expect(isEmail(text)).toBe(true));
  it.each(['', 'ada', 'ada@', 'ada@exempel', 'a b@exempel.se', 'a@b@exempel.se', 'ada@.se', `${'a'.repeat(65)}@exempel.se`])('refuses the address %s', (text) => expect(isEmail(text)).toBe(false));

  it.each(['054-12 34 56', '+46 70 123 45 67', '(054) 123456'])('takes the number %s', (text) => expect(isPhone(text)).toBe(true));
  it.each(['12345', 'ring mig', '0701234567890123'])('refuses the number %s', (text) => expect(isPhone(text)).toBe(false));

  it('reads a postal code with and without its space', () => {
    expect(postalCodeOf('652 24')).toBe('65224');
    expect(postalCodeOf('65224')).toBe('65224');
    expect(postalCodeOf('6522')).toBeUndefined();
    expect(postalCodeOf('65 224')).toBeUndefined();
  });

  it('takes a year of birth that somebody alive can have', () => {
    expect(isBirthYear('1906', 2026)).toBe(true);
    expect(isBirthYear('1905', 2026)).toBe(false);
    expect(isBirthYear('2027', 2026)).toBe(false);
    expect(isBirthYear('86', 2026)).toBe(false);
  });

  it('asks for the few things that are needed and nothing else', () => {
    const faults = Object.entries(joinRules).filter(([field, rule]) => rule(emptyForm[field as keyof typeof joinRules] as never) !== null);
    expect(faults.map(([field]) => field)).toEqual(['givenName', 'familyName', 'email', 'municipalityCode', 'acceptsStatutes']);
  });

  it('sends nothing for what was left empty', () => {
    const sent = toApplication({ ...emptyForm, givenName: ' Ada ', familyName: 'Öberg', email: 'ada@exempel.se', municipalityCode: '1780', postalCode: '652 24', acceptsStatutes: true }, 'sv');
    expect(sent).toMatchObject({ givenName: 'Ada', phone: null, gender: 'notStated', birthYear: null, postalCode: '65224', language: 'sv' });
  });
});

describe('the calendar', () => {
  it('keeps what is an event', () => {
    const event = { id: '1', titleSv: 'Öppet möte', titleEn: 'Open meeting', startsAt: '2026-12-01T17:00:00Z' };
    expect(calendarOf({ items: [event, { id: 2 }, null, { ...event, startsAt: 'snart' }] })).toEqual([event]);
  });

  it.each([null, [], {}, { items: 'nej' }])('is empty for an answer such as %j', (body) => expect(calendarOf(body)).toEqual([]));
});
