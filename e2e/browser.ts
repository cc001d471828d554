import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { bareEnvironment } from '#test/bare-environment.ts';
import { CHECKOUT } from '../src/supervisor/checkout.ts';

/** How somebody looks at the pages. Without a wish: JavaScript on, a wide light screen, in Danish. */
export type Look = {
  javaScript?: boolean;
  width?: 390 | 1280;
  scheme?: 'light' | 'dark';
  locale?: 'da-DK' | 'en-GB';
};

/** Somebody's browser, with everything it complained about: errors of scripts, of the policy and of loading. */
export type Visitor = { page: Page; context: BrowserContext; complaints: string[] };

/** Opens the browser of this machine, or else the one that came with the packages. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = findBrowser() ?? (await unpackBrowser());
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-background-networking'],
    env: { ...bareEnvironment(), ...env },
  });
}

/** A browser of one's own for somebody, with no cookie in it and no header that a browser would not send. */
export async function aVisitor(browser: Browser, look: Look = {}): Promise<Visitor> {
  const { javaScript = true, width = 1280, scheme = 'light', locale = 'da-DK' } = look;
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: width === 390 ? 844 : 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale,
    timezoneId: 'Europe/Copenhagen',
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  context.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  context.on('weberror', (problem) => complaints.push(String(problem.error())));
  return { page: await context.newPage(), context, complaints };
}

type Found = { executablePath: string; env: Record<string, string> };

const KNOWN_PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function findBrowser(): Found | null {
  const executablePath = KNOWN_PLACES.find((path) => path && existsSync(path));
  return executablePath ? { executablePath, env: {} } : null;
}

/*
 * The browser from npm comes packed. It is unpacked once, aside, and takes its place when complete, so that an
 * unpacking that was cut short never counts. Where the machine lacks a library, the copies beside it are used.
 */
async function unpackBrowser(): Promise<Found> {
  const folder = join(CHECKOUT, `.svelte-kit/browser-${versionOfPackage()}`);
  if (!existsSync(folder)) await unpackInto(folder);
  const executablePath = join(folder, 'chromium');
  const env = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const own = { ...env, LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  const runs = [env, own].find((each) => isRunning(executablePath, each));
  if (!runs) throw new Error(`The browser in ${folder} does not start. Set CHROMIUM_PATH to one that does.`);
  return { executablePath, env: runs };
}

function versionOfPackage(): string {
  const file = join(CHECKOUT, 'node_modules/@sparticuz/chromium/package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

async function unpackInto(folder: string): Promise<void> {
  mkdirSync(dirname(folder), { recursive: true });
  const aside = mkdtempSync(`${folder}-`);
  const { TMPDIR } = process.env;
  // The package unpacks into whatever folder is called temporary.
  process.env.TMPDIR = aside;
  try {
    sparticuz.setGraphicsMode = false;
    await sparticuz.executablePath();
    await inflate(join(CHECKOUT, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br'));
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  writeFileSync(join(aside, 'fonts.conf'), fontsIn(folder));
  mkdirSync(join(aside, 'fonts-cache'));
  if (existsSync(folder)) rmSync(aside, { recursive: true });
  else renameSync(aside, folder);
}

// The same letters on every machine, whatever is installed there.
const fontsIn = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts/fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`;

function isRunning(executablePath: string, env: Record<string, string>): boolean {
  const { status } = spawnSync(executablePath, ['--version'], { env, stdio: 'ignore' });
  return status === 0;
}
