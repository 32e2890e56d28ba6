import { expect, test } from 'vitest';
import { readNumber } from './values';

test.each([
  ['12', 12],
  ['1 200', 1200],
  ['12,5', 12.5],
  ['0.25', 0.25],
  ['1000000', 1_000_000],
])('%s is a number', (text, value) => expect(readNumber(text)).toBe(value));

test.each(['', '-1', 'tolv', '1,234', '1000001', '1e3'])('%s is none', (text) => expect(readNumber(text)).toBeNull());
