import { describe, expect, it } from 'vitest';
import { asProblem, fieldErrors, networkDown, Problem, toProblem } from './problem';

describe('a failed answer', () => {
  it('keeps the code, the words and the fields of a problem document', () => {
    const problem = toProblem(400, { code: 'request.invalid', title: 'Rätta', errors: { Email: ['Skriv en adress.', 'Och en till.'], phone: [] } });
    expect(problem.code).toBe('request.invalid');
    expect(problem.title).toBe('Rätta');
    expect(fieldErrors(problem)).toEqual({ email: 'Skriv en adress.' });
  });

  it('that is no problem document is told by its status', () => {
    expect(toProblem(502, '<html>').code).toBe('http.502');
    expect(toProblem(500, null).title).toBe('');
  });

  it('of 403 looks like one of 404', () => {
    expect(toProblem(403, {}).isMissing).toBe(true);
    expect(toProblem(404, {}).isMissing).toBe(true);
    expect(toProblem(409, {}).isMissing).toBe(false);
  });
});

describe('no answer at all', () => {
  it('is a network problem', () => {
    expect(asProblem(new TypeError('Failed to fetch'))).toMatchObject({ code: networkDown, status: 0, isNetwork: true });
  });

  it('does not hide a problem that is one already', () => {
    const problem = new Problem('a.b', 409, '');
    expect(asProblem(problem)).toBe(problem);
  });
});
