import { describe, expect, test } from 'vitest';
import { fact, factsOf, type LogLevel, logOf } from './log.ts';

function aLog(level: LogLevel = 'info', isTTY = false) {
  const lines = { out: [] as string[], err: [] as string[] };
  const out = { write: (line: string) => lines.out.push(line), isTTY };
  const err = { write: (line: string) => lines.err.push(line), isTTY };
  return { log: logOf({ part: 'web', level, out, err }), lines };
}

test('a line is one JSON object with its moment, level, part, event and facts', () => {
  const { log, lines } = aLog();
  log.info('delivery.confirmed', { delivery: '3f1c', rows: 1700 });
  expect(JSON.parse(lines.out[0] ?? '')).toEqual({
    at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
    level: 'info',
    part: 'web',
    event: 'delivery.confirmed',
    delivery: '3f1c',
    rows: 1700,
  });
});

test('warnings and errors go to the other stream, and what is below the level nowhere', () => {
  const { log, lines } = aLog('warn');
  log.debug('a.b');
  log.info('a.c');
  log.warn('a.d');
  log.error('a.e');
  expect(lines.out).toEqual([]);
  expect(lines.err.map((line) => JSON.parse(line).event)).toEqual(['a.d', 'a.e']);
});

test('on a terminal the line is for a person', () => {
  const { log, lines } = aLog('info', true);
  log.info('web.ready', { port: 3000 });
  expect(lines.out[0]).toContain('web.ready port=3000');
});

describe('a fact is an id, a code or a count, and other text is withheld', () => {
  test.each([
    ['3f1c2a10-5b7e-4c1d-9a2b-0c1d2e3f4a5b', true],
    ['/c/[cluster=uuid]/indicators', true],
    ['18.4.0-beta.17', true],
    ['http://127.0.0.1:3000', true],
    ['Anna Andersen', false],
    ['anna@example.org', false],
    ['14 pct. af 200', false],
    ['', true],
  ])('%s', (text, isShown) => expect(fact(text)).toBe(isShown ? text : '[withheld]'));

  test('numbers and truth values are shown as they are', () => {
    expect([fact(7), fact(true), fact(null)]).toEqual([7, true, null]);
  });
});

test('of an error the log tells kind, code, constraint and place, never the message', () => {
  const problem = Object.assign(new TypeError('row 3: Anna Andersen, 17.885'), {
    code: '23514',
    constraint: 'numerator_within_denominator',
    detail: 'Failing row contains (Anna Andersen)',
  });
  const { log, lines } = aLog();
  log.error('request.failed', factsOf(problem));
  expect(JSON.parse(lines.err[0] ?? '')).toMatchObject({
    error: 'TypeError',
    code: '23514',
    constraint: 'numerator_within_denominator',
    where: expect.stringContaining('platform/log.test.ts:'),
  });
  expect(JSON.parse(lines.err[0] ?? '').at).toMatch(/^\d{4}-/);
  expect(lines.err[0]).not.toMatch(/Anna|17\.885/);
});

test('something thrown that is no error tells only its type', () => {
  expect(factsOf('Anna Andersen')).toEqual({ error: 'string' });
});
