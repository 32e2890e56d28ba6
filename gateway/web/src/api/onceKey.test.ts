import { expect, it } from 'vitest';
import { onceKey } from './onceKey';

it('gives the same content the same key, so that two clicks count once', () => {
  const key = onceKey();
  expect(key({ name: 'Ada' })).toBe(key({ name: 'Ada' }));
});

it('gives corrected content a new key', () => {
  const key = onceKey();
  const first = key({ name: 'Ada' });
  expect(key({ name: 'Åda' })).not.toBe(first);
});

it('is never shared between forms', () => {
  expect(onceKey()({})).not.toBe(onceKey()({}));
});
