import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spreadText } from '#domain/benchmarks/spread.text.ts';
import { checkText } from '#domain/deliveries/check.text.ts';
import { columnsPageText } from '#domain/deliveries/columns-page.text.ts';
import { receiptText } from '#domain/deliveries/receipt.text.ts';
import { uploadText } from '#domain/deliveries/upload.text.ts';
import { signInText } from '#domain/members/sign-in.text.ts';
import { bareEnvironment } from '#test/bare-environment.ts';
import { CHECKOUT } from '../src/supervisor/checkout.ts';
import { type App, startApp } from './app.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { oneRow, ownerOf } from './example-world.ts';
import { letterLink, press, pressAsked } from './steps.ts';

/*
 * A whole country of the English files: 191 clusters and the QOF file of respiratory diseases exactly as it stands,
 * delivered by page with a script, by page without one, and by the operator's tool.
 */
const FOLDER = process.env.KLYNGERUM_ENGLAND ?? globSync('../*/data/england', { cwd: CHECKOUT })[0];
const FILE = FOLDER ? resolve(CHECKOUT, FOLDER, 'qofGP_1819_respiratory.csv') : '';
const WITHOUT = 'the English files are not beside this checkout (../*/data/england)';
const TIME = 180_000;

let app: App;
let owner: pg.Pool;
let browser: Browser;
let world: { source: string; coordinator: string; cluster: string };
let rowsByPage: string;

beforeAll(async () => {
  if (!FOLDER) return;
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  owner = ownerOf(app);
  const told = await klyngerum('world', 'england', '--from', resolve(CHECKOUT, FOLDER), '--json');
  world = JSON.parse(told.said).made;
}, TIME);

afterAll(async () => {
  await browser?.close();
  await owner?.end();
  await app?.close();
});

/** Runs the operator's tool beside the running product. */
function klyngerum(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(CHECKOUT, 'src/supervisor/operate.ts'), ...args], {
    env: { ...bareEnvironment(), DATA_DIR: app.dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (piece) => (said += piece));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

/** Somebody of the country, signed in by mail. */
async function signIn(email: string, javaScript: boolean): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await aVisitor(browser, { javaScript });
  page.setDefaultTimeout(TIME / 2);
  const { name } = await oneRow<{ name: string }>(
    owner,
    'select name from person join person_address using (person_id) where email = $1',
    [email],
  );
  await page.goto(`${app.origin}/sign-in`);
  await page.getByLabel(signInText.da.email).fill(email);
  await press(page, signInText.da.send);
  await page.goto(await letterLink(page, app.origin, name));
  await press(page, signInText.da.as(name));
  return { page, context };
}

/** The figures that count now, each with its practice number, as one text. */
async function rowsThatCount(): Promise<string> {
  const { rows } = await oneRow<{ rows: string }>(
    owner,
    `select md5(string_agg(concat_ws(' ', n.number, m.indicator_key, m.period_from, m.period_until, m.numerator, m.denominator,
       m.value, m.missing, m.line), E'\\n' order by n.number, m.indicator_key, m.period_from)) as rows
     from measurement m join delivery d using (delivery_id) join practice_number n using (practice_id)
     where d.state = 'confirmed' and m.indicator_key like 'qof-%'`,
  );
  return rows;
}

async function chooseFile(page: Page, hasScript: boolean): Promise<void> {
  await page.goto(`${app.origin}/source`);
  await page.goto(`${page.url()}/deliveries/new`);
  if (hasScript) await page.getByText(uploadText.da.drop).waitFor();
  await page.locator('input[type="file"]').setInputFiles(FILE);
  if (hasScript) await page.getByText(uploadText.da.looked).waitFor();
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: checkText.da.title }).waitFor();
  await press(page, checkText.da.confirm.act);
  await page.getByRole('heading', { level: 1, name: receiptText.da.title }).waitFor();
}

test.skipIf(!FOLDER)(
  `the file as it stands needs two answers, and its sums are those of the country${FOLDER ? '' : `: ${WITHOUT}`}`,
  async () => {
    const { page, context } = await signIn(world.source, true);
    await chooseFile(page, true);
    await press(page, uploadText.da.act);
    const text = columnsPageText.da;
    await page.getByLabel(text.asThousands('7', '389')).check();
    await page.getByLabel(text.splitYear('1718')).selectOption('4');
    await press(page, text.act);
    // Some practices have nothing but zeros. The sums of the country count them, so here they are said to be real.
    await press(page, checkText.da.zeros);
    await confirm(page);
    rowsByPage = await rowsThatCount();
    const { rows } = await owner.query(
      `select extract(year from period_from)::int as year, sum(numerator)::int as n, sum(denominator)::int as of
     from measurement where indicator_key = 'qof-copd' and missing is null group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { year: 2017, n: 1_079_976, of: 56_743_587 },
      { year: 2018, n: 1_144_151, of: 59_386_096 },
    ]);
    await context.close();
  },
  TIME,
);

test.skipIf(!FOLDER)(
  'the coordinator of a cluster publishes, sees the own place and shows the wall',
  async () => {
    const { page, context } = await signIn(world.coordinator, false);
    await page.goto(`${app.origin}/my`);
    await page.getByRole('link', { name: world.cluster }).first().click();
    const home = page.url();
    await page.goto(`${home}/indicators/qof-copd/contributors`);
    expect(await page.locator('.lead').textContent()).toMatch(/^\d+ af \d+ praksisser har bidraget/);
    await pressAsked(page, spreadText.da.publish.act);
    await page.getByText(`${spreadText.da.publish.up}.`).waitFor();
    await page.goto(`${home}/indicators/qof-copd`);
    await press(page, spreadText.da.show);
    expect(await page.locator('.own-headline').first().textContent()).toMatch(/^Jeres tal er \d/);
    await page.goto(`${home}/indicators/qof-copd/wall`);
    expect(await page.locator('.wall svg circle:visible').count()).toBeGreaterThan(10);
    expect(await page.locator('.wall .mine').count()).toBe(0);
    await context.close();
  },
  TIME,
);

test.skipIf(!FOLDER)(
  'withdrawn and delivered again without a script, the same figures count after one confirmation',
  async () => {
    const { page, context } = await signIn(world.source, false);
    await withdraw(page);
    await chooseFile(page, false);
    await press(page, uploadText.da.act);
    await confirm(page);
    expect(await rowsThatCount()).toBe(rowsByPage);
    await withdraw(page);
    await context.close();
  },
  TIME,
);

test.skipIf(!FOLDER)(
  'the operator’s tool delivers the same figures, and no file twice',
  async () => {
    const answers = [
      '--source',
      'Quality Unit for England (example)',
      '--decimal',
      ',',
      '--year-from-month',
      '4',
      '--zeros',
      'real',
    ];
    expect(await klyngerum('deliver', FILE, ...answers, '--json')).toMatchObject({ code: 0 });
    expect(await rowsThatCount()).toBe(rowsByPage);
    const again = await klyngerum('deliver', FILE, ...answers, '--json');
    expect([again.code, JSON.parse(again.said)]).toEqual([1, { done: false, reason: 'delivered_before' }]);
  },
  TIME,
);

async function withdraw(page: Page): Promise<void> {
  await page.goto(`${app.origin}/source`);
  await page.locator('table a').first().click();
  await page.getByRole('heading', { level: 1, name: receiptText.da.title }).waitFor();
  await pressAsked(page, receiptText.da.withdraw.act);
  await page.getByRole('heading', { level: 1, name: receiptText.da.withdrawnTitle }).waitFor();
}
