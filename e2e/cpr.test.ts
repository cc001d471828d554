import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedNumbers } from '#domain/deliveries/cpr.fixtures.ts';
import { uploadText } from '#domain/deliveries/upload.text.ts';
import { type App, startApp } from './app.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { ownerOf } from './example-world.ts';
import { enter, press } from './steps.ts';

const TIME = 120_000;
let app: App;
let owner: pg.Pool;
let browser: Browser;

// Nobody's numbers, made anew in every run.
const numbers = inventedNumbers(4, true, Date.now()).map(({ ddmmyy, serial }) => `${ddmmyy}-${serial}`);
const [inFile, pasted, inName, later] = numbers as [string, string, string, string];
const MARK = `maerke-${randomUUID()}`;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  owner = ownerOf(app);
}, TIME);

afterAll(async () => {
  await browser?.close();
  await owner?.end();
  await app?.close();
});

const fileWith = (number: string, name = 'patienter.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`ydernr;tæller;nævner;note\n900101;4;80;ok\n900102;5;90;${number}\n`),
});

/** The form of the first step, by the source's door. */
async function theForm(javaScript: boolean) {
  const { page, context } = await aVisitor(browser, { javaScript });
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await enter(page, app.origin, 'source');
  await page.goto(`${page.url()}/deliveries/new`);
  if (javaScript) await page.getByText(uploadText.da.drop).waitFor();
  sent.length = 0;
  const told = () => page.locator('main').textContent();
  return { page, context, sent, told };
}

test(
  'a file with CPR numbers does not leave the browser',
  async () => {
    const { page, context, sent, told } = await theForm(true);
    const field = page.locator('input[type="file"]');
    for (const file of [fileWith(inFile), fileWith('ingen', `${inName}.csv`)]) {
      await field.setInputFiles(file);
      await page.getByText(/Filen blev ikke gemt/).waitFor();
      expect(await field.inputValue()).toBe('');
    }
    await field.setInputFiles(fileWith(later));
    await page.getByText(/celle D3/).waitFor();
    expect(await told()).not.toContain(later);
    const go = page.getByRole('button', { name: uploadText.da.act });
    await go.click();
    await page.getByText(/celle D3/).waitFor();

    const paste = page.getByLabel(uploadText.da.paste);
    const text = `ydernr;tal\n900101;${pasted}\n`;
    await paste.fill(text);
    await go.click();
    await page.getByText(/celle B2/).waitFor();
    expect(await page.locator('#errors').textContent()).not.toContain(pasted);
    // It never left the computer, so there is no reason to take it from whoever must mend it.
    expect(await paste.inputValue()).toBe(text);
    expect(sent).toEqual([]);
    await context.close();
  },
  TIME,
);

test(
  'what was pasted before the script arrived stays in its field, and is searched all the same',
  async () => {
    const { page, context, sent } = await theForm(true);
    let arrive = () => {};
    const late = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/\.js$/, async (route) => {
      await late;
      await route.continue();
    });
    await page.reload({ waitUntil: 'commit' });
    const paste = page.getByLabel(uploadText.da.paste);
    const text = `ydernr;tal\n900101;${pasted}\n`;
    await paste.fill(text);
    await page.getByLabel(uploadText.da.extracted).fill('22-11-2026');
    arrive();
    await page.getByText(uploadText.da.drop).waitFor();
    expect(await paste.inputValue()).toBe(text);
    expect(await page.getByLabel(uploadText.da.extracted).inputValue()).toBe('22-11-2026');
    await page.getByRole('button', { name: uploadText.da.act }).click();
    await page.getByText(/celle B2/).waitFor();
    expect(sent).toEqual([]);
    await context.close();
  },
  TIME,
);

test(
  'without JavaScript the server refuses it, names the place and keeps nothing',
  async () => {
    const { page, context, sent, told } = await theForm(false);
    const field = page.locator('input[type="file"]');
    for (const [file, words] of [
      [fileWith(inFile), /celle D3/],
      [fileWith('ingen', `${inName}.csv`), /dens navn/],
    ] as const) {
      await field.setInputFiles(file);
      await press(page, uploadText.da.act);
      expect(await told()).toMatch(words);
      expect(numbers.filter((number) => page.url().includes(number))).toEqual([]);
    }
    await page.getByLabel(uploadText.da.paste).fill(`ydernr;tal\n900101;${pasted}\n`);
    await press(page, uploadText.da.act);
    expect(await told()).toMatch(/celle B2/);
    expect(await page.content()).not.toContain(pasted);
    expect(sent).toHaveLength(3);

    // A file that is taken leaves its name behind, by which the search below shows that it finds things.
    await field.setInputFiles({ ...fileWith('ingen'), name: `${MARK}.csv` });
    await press(page, uploadText.da.act);
    expect(page.url()).toMatch(/\/(columns|check)$/);
    await context.close();
  },
  TIME,
);

test(
  'the numbers are nowhere in the data folder, the database or the log',
  async () => {
    const places = { ...filesBelow(app.dataDir), log: app.said(), database: await allRows() };
    const holding = (words: string) =>
      Object.entries(places).flatMap(([place, text]) => (text.includes(words) ? [place] : []));
    expect(holding(MARK).length).toBeGreaterThan(1);
    const spellings = numbers.flatMap((number) => [
      number,
      number.replace('-', ''),
      number.replace('-', ' '),
    ]);
    expect(spellings.flatMap(holding)).toEqual([]);
  },
  TIME,
);

/** Every file of the data folder with what stands in it, byte by byte. */
function filesBelow(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const files = names.filter((name) => statSync(name, { throwIfNoEntry: false })?.isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(name, 'latin1')]));
}

async function allRows(): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'`,
  );
  const texts = [];
  for (const { name } of tables) {
    const { rows } = await owner.query<{ text: string }>(
      `select string_agg(t::text, ' ') as text from ${name} t`,
    );
    texts.push(rows[0]?.text ?? '');
  }
  return texts.join('\n');
}
