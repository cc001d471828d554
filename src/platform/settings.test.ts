import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type Env,
  masked,
  type Settings,
  settingsFrom,
  webEnvironment,
  webSettingsFrom,
  workerEnvironment,
  workerSettingsFrom,
} from './settings.ts';

const THREE = {
  DATABASE_URL: 'postgres://web:s3cret@db/k',
  DATABASE_OWNER_URL: 'postgres://owner:s3cret@db/k',
  DATABASE_WORKER_URL: 'postgresql://worker:s3cret@db/k',
};

const read = (env: Env): Partial<Settings> => {
  const outcome = settingsFrom(env);
  return 'settings' in outcome ? outcome.settings : {};
};

const problemsOf = (env: Env) => {
  const outcome = settingsFrom(env);
  return 'problems' in outcome ? outcome.problems : [];
};

test('an installation that decides nothing serves this machine alone, with examples', () => {
  expect(read({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: expect.stringMatching(/\/data$/),
    database: { kind: 'embedded' },
    publicUrl: null,
    smtpUrl: null,
    mailFrom: 'Klyngerum <klyngerum@localhost>',
    dkim: null,
    demo: 'on',
    logLevel: 'info',
    trustedProxies: [],
  });
});

test.each<[string, Env, Partial<Settings>]>([
  ['an empty variable is an unset one', { PORT: '', HOST: ' ' }, { port: 3000, host: '127.0.0.1' }],
  ['any free port', { PORT: '0' }, { port: 0 }],
  ['a folder of its own', { DATA_DIR: '/srv/klyngerum' }, { dataDir: '/srv/klyngerum' }],
  [
    'an address loses its slash',
    { PUBLIC_URL: 'https://klynge.example.dk/' },
    { publicUrl: 'https://klynge.example.dk' },
  ],
  ['an IPv6 host', { HOST: '::1' }, { host: '::1', demo: 'on' }],
  [
    'proxies by address and net',
    { TRUSTED_PROXIES: '10.0.0.2, fd00::/8' },
    { trustedProxies: ['10.0.0.2', 'fd00::/8'] },
  ],
  [
    'mail',
    { SMTP_URL: 'smtps://k:pw@mail.example.dk', MAIL_FROM: 'Klynge <k@example.dk>' },
    { smtpUrl: 'smtps://k:pw@mail.example.dk', mailFrom: 'Klynge <k@example.dk>' },
  ],
  [
    'a database of its own brings no examples',
    THREE,
    {
      demo: 'off',
      database: {
        kind: 'external',
        urls: { web: THREE.DATABASE_URL, owner: THREE.DATABASE_OWNER_URL, worker: THREE.DATABASE_WORKER_URL },
      },
    },
  ],
])('%s', (_title, env, expected) => {
  expect(problemsOf(env)).toEqual([]);
  expect(read(env)).toMatchObject(expected);
});

describe('the example doors', () => {
  const away = { PUBLIC_URL: 'https://klynge.example.dk' };
  test.each<[Env, Settings['demo']]>([
    [{}, 'on'],
    [{ HOST: 'localhost' }, 'on'],
    [{ HOST: '192.0.2.7' }, 'off'],
    [away, 'off'],
    [{ DEMO: 'off' }, 'off'],
    [{ ...away, DEMO: 'public' }, 'public'],
    [{ ...THREE, DEMO: 'on' }, 'on'],
  ])('%o: %s', (env, demo) => expect(read(env).demo).toBe(demo));
});

describe('a setting that cannot be used is named, with what stood there and the mend', () => {
  test.each<[Env, string, string]>([
    [{ PORT: 'http' }, 'PORT', 'http'],
    [{ PORT: '70000' }, 'PORT', '70000'],
    [{ PORT: '-1' }, 'PORT', '-1'],
    [{ HOST: 'my host' }, 'HOST', 'my host'],
    [{ HOST: '0.0.0.0' }, 'PUBLIC_URL', ''],
    [{ DATA_DIR: '/' }, 'DATA_DIR', '/'],
    [{ DATA_DIR: '.' }, 'DATA_DIR', '.'],
    [{ PUBLIC_URL: 'klynge.example.dk' }, 'PUBLIC_URL', 'klynge.example.dk'],
    [{ PUBLIC_URL: 'https://klynge.example.dk/app' }, 'PUBLIC_URL', 'https://klynge.example.dk/app'],
    [{ PUBLIC_URL: 'ftp://klynge.example.dk' }, 'PUBLIC_URL', 'ftp://klynge.example.dk'],
    [{ SMTP_URL: 'mail.example.dk' }, 'SMTP_URL', 'mail.example.dk'],
    [{ SMTP_URL: 'smtp://k:s3cret@mail.example.dk' }, 'MAIL_FROM', ''],
    [{ MAIL_FROM: 'klynge' }, 'MAIL_FROM', 'klynge'],
    [{ MAIL_FROM: 'a@b.dk\nBcc: c@d.dk' }, 'MAIL_FROM', '…'],
    [{ DEMO: 'yes' }, 'DEMO', 'yes'],
    [{ DEMO: 'on', HOST: '192.0.2.7' }, 'DEMO', 'on'],
    [{ DEMO: 'on', PUBLIC_URL: 'https://klynge.example.dk' }, 'DEMO', 'on'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'loud'],
    [{ TRUSTED_PROXIES: '10.0.0.0/40' }, 'TRUSTED_PROXIES', '10.0.0.0/40'],
    [{ TRUSTED_PROXIES: 'proxy.local' }, 'TRUSTED_PROXIES', 'proxy.local'],
    [{ KLYNGERUM_NOW: 'tomorrow' }, 'KLYNGERUM_NOW', 'tomorrow'],
    [{ ...THREE, DATABASE_URL: 'mysql://u:s3cret@db/k' }, 'DATABASE_URL', 'mysql://u:***@db/k'],
    [{ ...THREE, DATABASE_URL: 'postgres://db/k' }, 'DATABASE_URL', 'postgres://db/k'],
    [{ ...THREE, DATABASE_WORKER_URL: '' }, 'DATABASE_WORKER_URL', ''],
    [{ ...THREE, DATABASE_WORKER_URL: THREE.DATABASE_URL }, 'DATABASE_URL', 'postgres://web:***@db/k'],
  ])('%o', (env, variable, found) => {
    const [problem, ...others] = problemsOf(env);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ variable, found });
    expect(problem?.text.da).toContain(variable);
    expect(problem?.text.en).toContain(variable);
  });

  test('all at once', () => {
    const variables = problemsOf({ PORT: 'x', DEMO: 'x', SMTP_URL: 'x' }).map(({ variable }) => variable);
    expect(variables.sort()).toEqual(['DEMO', 'PORT', 'SMTP_URL']);
  });
});

test.each([
  ['smtps://k:s3cret@mail.example.dk', 'smtps://k:***@mail.example.dk'],
  ['postgres://web@localhost/k?password=s3cret', 'postgres://web@localhost/k?…'],
  ['k:s3cret@mail.example.dk:xx', '…'],
  ['smtp//k:s3cret@mail.example.dk', '…'],
])('a secret in %s is never repeated', (value, expected) => expect(masked(value)).toBe(expected));

describe('signing mails', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kr-dkim-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const keyOf = (name: string, pem: string | Buffer) => {
    writeFileSync(join(folder, name), pem);
    return join(folder, name);
  };
  const format = { type: 'pkcs8', format: 'pem' } as const;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(format);
  const given = {
    DKIM_DOMAIN: 'klynge.example.dk',
    DKIM_SELECTOR: 'k2027',
    DKIM_KEY_FILE: keyOf('rsa.pem', rsa),
  };

  test('takes a domain, a name and a key, and only the worker is told of them', () => {
    const dkim = { domain: 'klynge.example.dk', selector: 'k2027', keyFile: given.DKIM_KEY_FILE };
    expect(read(given).dkim).toEqual(dkim);
    const told = { settings: read(given) as Settings, publicUrl: 'http://localhost', databaseUrl: '' };
    expect(workerSettingsFrom(workerEnvironment(told)).dkim).toEqual(dkim);
    expect(JSON.stringify(webEnvironment(told))).not.toMatch(/DKIM|rsa\.pem/);
  });

  test.each<[string, string, string]>([
    ['a domain that is none', 'DKIM_DOMAIN', 'klynge'],
    ['a domain with a space', 'DKIM_DOMAIN', 'klynge example.dk'],
    ['a name that breaks the line', 'DKIM_SELECTOR', 'a;b'],
    ['a file that is not there', 'DKIM_KEY_FILE', join(folder, 'none.pem')],
    ['a file that is no key', 'DKIM_KEY_FILE', keyOf('text.pem', 'not a key')],
    [
      'a key of another kind',
      'DKIM_KEY_FILE',
      keyOf('ed.pem', generateKeyPairSync('ed25519').privateKey.export(format)),
    ],
    ['one of three missing', 'DKIM_SELECTOR', ''],
    ['the key missing', 'DKIM_KEY_FILE', ''],
  ])('refuses %s, and names the variable and the mend', (_, variable, value) => {
    const problems = problemsOf({ ...given, [variable]: value });
    expect(problems.map((problem) => problem.variable)).toEqual([variable]);
    expect(problems[0]?.text.da).toContain(variable);
  });
});

describe('a part is told its own login and no other secret', () => {
  const env = {
    ...THREE,
    SMTP_URL: 'smtp://k:m41l@mail.example.dk',
    MAIL_FROM: 'k@example.dk',
    PUBLIC_URL: 'https://klynge.example.dk',
    TRUSTED_PROXIES: '10.0.0.2',
    DEMO: 'public',
  };
  const settings = read(env) as Settings;
  const told = { settings, publicUrl: 'https://klynge.example.dk' };
  const common = { publicUrl: 'https://klynge.example.dk', mailFrom: 'k@example.dk', demo: 'public' };

  test('the web process', () => {
    const environment = webEnvironment({ ...told, databaseUrl: THREE.DATABASE_URL });
    expect(JSON.stringify(environment)).not.toMatch(/owner|worker|m41l/);
    expect(webSettingsFrom(environment)).toMatchObject({
      ...common,
      databaseUrl: THREE.DATABASE_URL,
      sendsMail: true,
      trustedProxies: ['10.0.0.2'],
    });
  });

  test('the worker', () => {
    const environment = workerEnvironment({ ...told, databaseUrl: THREE.DATABASE_WORKER_URL });
    expect(JSON.stringify(environment)).not.toMatch(/owner|postgres:\/\/web/);
    expect(workerSettingsFrom(environment)).toMatchObject({
      ...common,
      databaseUrl: THREE.DATABASE_WORKER_URL,
      smtpUrl: env.SMTP_URL,
    });
  });
});
