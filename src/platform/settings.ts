import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clockFrom } from './clock.ts';
import type { DkimKey } from './dkim-key.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';
import { addressesIn, domainIn, keyFileIn, selectorIn, senderIn, smtpIn } from './setting-values.ts';
import { type ProblemText, settingsText as text } from './settings.text.ts';

/** Connection addresses of the three logins; every part gets its own alone. */
export type DatabaseUrls = { owner: string; web: string; worker: string };

/** Who may walk in by the example doors: nobody, who sits at this machine, or everybody. */
export type Demo = 'off' | 'on' | 'public';

/** What an installation has decided. `publicUrl` null: it follows from the port that is taken. */
export type Settings = {
  port: number;
  host: string;
  dataDir: string;
  database: { kind: 'embedded' } | { kind: 'external'; urls: DatabaseUrls };
  publicUrl: string | null;
  smtpUrl: string | null;
  mailFrom: string;
  dkim: DkimKey | null;
  demo: Demo;
  logLevel: LogLevel;
  trustedProxies: string[];
};

/** A setting that cannot be used: its variable, what stood there (never a secret), and the mend. */
export type Problem = { variable: string; found: string; text: ProblemText };
export type Env = Readonly<Record<string, string | undefined>>;

const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Reads the settings of an installation from its environment; an empty variable is an unset one. All
 * problems are told at once. Relative folders count from the checkout.
 */
export function settingsFrom(env: Env): { settings: Settings } | { problems: Problem[] } {
  const problems: Problem[] = [];
  const read: Read = (variable, fallback, parse, mend) => {
    const value = env[variable]?.trim();
    if (!value) return fallback;
    const parsed = parse(value);
    if (parsed === undefined) problems.push({ variable, found: masked(value), text: mend });
    return parsed ?? fallback;
  };
  const host = read('HOST', '127.0.0.1', hostIn, text.host);
  const publicUrl = read('PUBLIC_URL', null, originIn, text.publicUrl);
  const smtpUrl = read('SMTP_URL', null, smtpIn, text.smtpUrl);
  read('KLYNGERUM_NOW', '', (value) => (clockFrom(value) ? value : undefined), text.now);
  const database = databaseIn(env, problems);
  const isAtHome = isLoopback(host) && (publicUrl === null || isLoopback(new URL(publicUrl).hostname));
  const wish = read('DEMO', 'auto', oneOf(['auto', 'on', 'off', 'public']), text.demo);
  const settings: Settings = {
    port: read('PORT', 3000, portIn, text.port),
    host,
    dataDir: resolve(CHECKOUT, read('DATA_DIR', 'data', dataDirIn, text.dataDir)),
    database,
    publicUrl,
    smtpUrl,
    mailFrom: read('MAIL_FROM', 'Klyngerum <klyngerum@localhost>', senderIn, text.mailFrom),
    dkim: dkimIn(read, problems),
    demo: wish === 'auto' ? (database.kind === 'embedded' && isAtHome ? 'on' : 'off') : wish,
    logLevel: read('LOG_LEVEL', 'info', oneOf(LOG_LEVELS), text.logLevel),
    trustedProxies: read('TRUSTED_PROXIES', [] as string[], addressesIn, text.trustedProxies),
  };
  problems.push(...contradictionsIn(settings, env, isAtHome));
  return problems.length === 0 ? { settings } : { problems };
}

type Read = <Value, const Fallback>(
  variable: string,
  fallback: Fallback,
  parse: (value: string) => Value | undefined,
  mend: ProblemText,
) => Value | Fallback;

// All three or none, and a key that can be signed with: half a signature would be found out by the receivers alone.
function dkimIn(read: Read, problems: Problem[]): DkimKey | null {
  const before = problems.length;
  const domain = read('DKIM_DOMAIN', '', domainIn, text.dkimDomain);
  const selector = read('DKIM_SELECTOR', '', selectorIn, text.dkimSelector);
  const keyFile = read('DKIM_KEY_FILE', '', (file) => keyFileIn(resolve(CHECKOUT, file)), text.dkimKeyFile);
  if (domain && selector && keyFile) return { domain, selector, keyFile };
  const given = { DKIM_DOMAIN: domain, DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile };
  const missing = Object.entries(given).find(([, value]) => !value);
  if (missing && problems.length === before && (domain || selector || keyFile))
    problems.push({ variable: missing[0], found: '', text: text.dkimMissing });
  return null;
}

function contradictionsIn(settings: Settings, env: Env, isAtHome: boolean): Problem[] {
  const problems: Problem[] = [];
  if (isWildcard(settings.host) && settings.publicUrl === null)
    problems.push({ variable: 'PUBLIC_URL', found: '', text: text.publicUrlMissing });
  if (settings.demo === 'on' && !isAtHome)
    problems.push({ variable: 'DEMO', found: 'on', text: text.demoOnIsLocal });
  if (settings.smtpUrl !== null && !env.MAIL_FROM)
    problems.push({ variable: 'MAIL_FROM', found: '', text: text.mailFromMissing });
  return problems;
}

function databaseIn(env: Env, problems: Problem[]): Settings['database'] {
  const names = { web: 'DATABASE_URL', owner: 'DATABASE_OWNER_URL', worker: 'DATABASE_WORKER_URL' } as const;
  const given = Object.values(names).filter((name) => env[name]);
  if (given.length === 0) return { kind: 'embedded' };
  for (const name of Object.values(names)) {
    const found = env[name] ?? '';
    if (!found) problems.push({ variable: name, found, text: text.databaseMissing });
    else if (!isDatabaseUrl(found))
      problems.push({ variable: name, found: masked(found), text: text.databaseUrl });
  }
  const urls = { web: env[names.web] ?? '', owner: env[names.owner] ?? '', worker: env[names.worker] ?? '' };
  const logins = Object.values(urls).map((url) => URL.parse(url)?.username);
  if (given.length === 3 && new Set(logins).size < 3)
    problems.push({ variable: names.web, found: masked(urls.web), text: text.databaseSameLogin });
  return { kind: 'external', urls };
}

/** What the web process is told by the supervisor: its own login, and no other secret. */
export type WebSettings = Omit<Settings, 'database' | 'publicUrl' | 'smtpUrl' | 'dkim'> & {
  databaseUrl: string;
  publicUrl: string;
  sendsMail: boolean;
};

/** What the worker is told by the supervisor: its own login and the mail server. */
export type WorkerSettings = Pick<
  Settings,
  'dataDir' | 'smtpUrl' | 'mailFrom' | 'dkim' | 'demo' | 'logLevel'
> & {
  databaseUrl: string;
  publicUrl: string;
};

/** The settings of the web process, from the environment that `webEnvironment` made. */
export function webSettingsFrom(env: Env): WebSettings {
  const { database: _, smtpUrl: __, dkim: ___, ...settings } = partSettings(env);
  return { ...settings, databaseUrl: env.DATABASE_URL ?? '', sendsMail: env.SENDS_MAIL === 'yes' };
}

/** The settings of the worker, from the environment that `workerEnvironment` made. */
export function workerSettingsFrom(env: Env): WorkerSettings {
  const { dataDir, smtpUrl, mailFrom, dkim, demo, logLevel, publicUrl } = partSettings(env);
  return { dataDir, smtpUrl, mailFrom, dkim, demo, logLevel, publicUrl, databaseUrl: env.DATABASE_URL ?? '' };
}

function partSettings(env: Env): Settings & { publicUrl: string } {
  const outcome = settingsFrom({ ...env, DATABASE_URL: '' });
  if ('problems' in outcome)
    throw new Error(`Unusable: ${outcome.problems.map((problem) => problem.variable)}`);
  return { ...outcome.settings, publicUrl: outcome.settings.publicUrl ?? 'http://127.0.0.1:3000' };
}

type Told = { settings: Settings; publicUrl: string; databaseUrl: string };

/** The environment that tells the web process its settings. */
export function webEnvironment({ settings, publicUrl, databaseUrl }: Told): Record<string, string> {
  return {
    ...commonEnvironment({ settings, publicUrl, databaseUrl }),
    HOST: settings.host,
    PORT: String(settings.port),
    TRUSTED_PROXIES: settings.trustedProxies.join(','),
    SENDS_MAIL: settings.smtpUrl === null ? 'no' : 'yes',
  };
}

/** The environment that tells the worker its settings. */
export function workerEnvironment({ settings, publicUrl, databaseUrl }: Told): Record<string, string> {
  return {
    ...commonEnvironment({ settings, publicUrl, databaseUrl }),
    SMTP_URL: settings.smtpUrl ?? '',
    DKIM_DOMAIN: settings.dkim?.domain ?? '',
    DKIM_SELECTOR: settings.dkim?.selector ?? '',
    DKIM_KEY_FILE: settings.dkim?.keyFile ?? '',
  };
}

function commonEnvironment({ settings, publicUrl, databaseUrl }: Told): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: publicUrl,
    DATA_DIR: settings.dataDir,
    MAIL_FROM: settings.mailFrom,
    DEMO: settings.demo,
    LOG_LEVEL: settings.logLevel,
    // The built pages lie elsewhere, and cannot tell by themselves.
    MIGRATIONS_DIR: resolve(CHECKOUT, 'db/migrations'),
  };
}

/** The value without a secret: an address loses its password and query; of another text with ':' or '@' nothing is repeated. */
export function masked(value: string): string {
  if (!/[:@]/.test(value) || ADDRESSES.test(value)) return value;
  const url = URL.parse(value);
  if (!url?.host) return '…';
  const login = url.username ? `${url.username}${url.password ? ':***' : ''}@` : '';
  return `${url.protocol}//${login}${url.host}${url.pathname === '/' ? '' : url.pathname}${url.search ? '?…' : ''}`;
}

const ADDRESSES = /^[\da-f.:[\]/, ]+$/i;

const portIn = (value: string) =>
  /^\d{1,5}$/.test(value) && Number(value) < 65_536 ? Number(value) : undefined;

const hostIn = (value: string) =>
  isIP(value) || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(value) ? value : undefined;

function dataDirIn(value: string): string | undefined {
  const folder = resolve(CHECKOUT, value);
  return folder === '/' || `${folder}/` === CHECKOUT || folder.includes('\0') ? undefined : value;
}

function originIn(value: string): string | undefined {
  const url = URL.parse(value);
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  return isOrigin && !url.username && !url.password ? url.origin : undefined;
}

function isDatabaseUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.username !== '';
}

function oneOf<const Choice extends string>(choices: readonly Choice[]) {
  return (value: string) => choices.find((choice) => choice === value);
}

/** Whether only this machine can reach the host name or address. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}

const isWildcard = (host: string) => /^(0\.0\.0\.0|::)$/.test(host);
