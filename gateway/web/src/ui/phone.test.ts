import { expect, it } from 'vitest';
import { showPhone } from './phone';

it.each([
  ['+46701740605', '070-174 06 05'],
  ['+4654123456', '054123456'],
  ['+4722123456', '+4722123456'],
])('writes %s as %s', (stored, shown) => expect(showPhone(stored)).toBe(shown));
