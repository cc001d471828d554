import { describe, expect, test } from 'vitest';
import { EmbeddedRefused } from '#platform/embedded-postgres-refused.ts';
import { textOfTerminal, toldFailure, toldReady } from './announce.ts';
import { StartRefused } from './refused.ts';
import { supervisorText } from './supervisor.text.ts';

describe('the terminal’s language', () => {
  test.each([
    [{}, 'da'],
    [{ LANG: 'C.UTF-8' }, 'da'],
    [{ LANG: 'da_DK.UTF-8' }, 'da'],
    [{ LANG: 'en_GB.UTF-8' }, 'en'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'da_DK.UTF-8' }, 'da'],
    [{ LANG: 'da_DK.UTF-8', LC_MESSAGES: 'en_US.UTF-8' }, 'en'],
  ] as const)('%o: %s', (env, language) => {
    expect(textOfTerminal({ ...env })).toBe(supervisorText[language]);
  });
});

test('a refusal is told in both languages, with what it is about', () => {
  expect(toldFailure(new StartRefused('port_taken', '127.0.0.1:3000'))).toMatch(
    /^127\.0\.0\.1:3000 er optaget .*\n127\.0\.0\.1:3000 is taken .*\n$/,
  );
});

test('what a program said stands once, below both sentences', () => {
  expect(toldFailure(new EmbeddedRefused('would_not_start', 'FATAL: no'))).toBe(
    'Databasen vil ikke starte:\nThe database will not start:\nFATAL: no\n',
  );
});

test('of an error that nobody foresaw, kind and place are told, never the message', () => {
  const told = toldFailure(new TypeError('Anna Andersen'));
  expect(told).toMatch(/error: TypeError\n {2}where: supervisor\/announce\.test\.ts/);
  expect(told).not.toContain('Anna');
});

test('the try-out is named only where there is one', () => {
  expect(toldReady('http://127.0.0.1:3000', true)).toContain('http://127.0.0.1:3000/demo');
  expect(toldReady('http://127.0.0.1:3000', false)).not.toContain('/demo');
});
