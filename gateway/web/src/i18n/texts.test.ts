import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { areas } from './i18n';

type Texts = { [key: string]: string | Texts };

const source = join(import.meta.dirname, '..');
const read = (language: string, area: string) => JSON.parse(readFileSync(join(import.meta.dirname, language, `${area}.json`), 'utf8')) as Texts;

function flat(texts: Texts, before = ''): Map<string, string> {
  return new Map(Object.entries(texts).flatMap(([key, value]) => (typeof value === 'string' ? [[before + key, value] as const] : [...flat(value, `${before}${key}.`)])));
}

const texts = (language: string) => new Map(areas.flatMap((area) => [...flat(read(language, area))].map(([key, value]) => [`${area}:${key}`, value] as const)));
const swedish = texts('sv');
const english = texts('en');

const key = new RegExp(`['"\`]((?:${areas.join('|')}):[\\w.]*)(\\$\\{)?`, 'g');

/** Every key in the source, in full or up to where a value is put in: `common:gender.${…}` covers all that begins so. */
const mentioned = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.includes('generated'))
  .flatMap((file) => [...readFileSync(join(source, file), 'utf8').matchAll(key)])
  // Some permissions look like keys.
  .filter(([, key]) => !['ops:operate', 'admin:accounts', 'association:edit', 'associations:manage', 'economy:read', 'economy:approve', 'economy:manage', 'central:relay', 'central:read', 'feminism:work', 'privacy:manage', 'personnummer:read', 'region:read', 'region:work', 'region:publish'].includes(key ?? ''))
  .map(([, key = '', more]) => ({ key, isPrefix: more !== undefined || key.endsWith('.') }));

const withoutPlural = (key: string) => key.replace(/_(one|other)$/, '');
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the texts', () => {
  it('are found at all, so that the other tests say something', () => {
    expect(swedish.size).toBeGreaterThan(300);
    expect(mentioned.length).toBeGreaterThan(300);
  });

  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...swedish.keys()].sort());
  });

  it('have the same values put into them in both languages', () => {
    const different = [...swedish].filter(([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join()).map(([key]) => key);
    expect(different).toEqual([]);
  });

  it('are all used', () => {
    const unused = [...swedish.keys()].filter((key) => !mentioned.some(({ key: used, isPrefix }) => (isPrefix ? key.startsWith(used) : withoutPlural(key) === used)));
    expect(unused).toEqual([]);
  });

  it('are all there', () => {
    const missing = mentioned.filter(({ key, isPrefix }) => ![...swedish.keys()].some((known) => (isPrefix ? known.startsWith(key) : withoutPlural(known) === key))).map(({ key }) => key);
    expect(missing).toEqual([]);
  });

  it('are said without exclamation marks', () => {
    expect([...swedish, ...english].filter(([, text]) => text.includes('!')).map(([key]) => key)).toEqual([]);
  });
});
