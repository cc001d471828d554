import type pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spreadText } from '#domain/benchmarks/spread.text.ts';
import { checkText } from '#domain/deliveries/check.text.ts';
import { receiptText } from '#domain/deliveries/receipt.text.ts';
import { uploadText } from '#domain/deliveries/upload.text.ts';
import { type App, startApp } from './app.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { oneRow, ownerOf, valuesFor } from './example-world.ts';
import { enter, goToCheck, press } from './steps.ts';

const TIME = 120_000;
let app: App;
let owner: pg.Pool;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  owner = ownerOf(app);
}, TIME);

afterAll(async () => {
  await browser?.close();
  await owner?.end();
  await app?.close();
});

/** Presses the same button in two windows at the same moment, in the first of them twice. */
async function pressEverywhere(windows: readonly [Page, Page], name: string): Promise<void> {
  const [first, second] = windows.map((page) => page.getByRole('button', { name, exact: true }).first());
  await Promise.all([first!.dblclick(), second!.click()]);
  await Promise.all(windows.map((page) => page.waitForLoadState('load')));
}

test.each([
  { javaScript: true, door: 'coordinator' },
  { javaScript: false, door: 'larger' },
] as const)(
  'a delivery confirmed and a spread published twice over happen once (JavaScript $javaScript)',
  async ({ javaScript, door }) => {
    const { cluster, source } = await valuesFor(owner, door);
    const { page, context, complaints } = await aVisitor(browser, { javaScript });
    const windows = [page, await context.newPage()] as const;
    await enter(page, app.origin, door);
    await page.goto(`${app.origin}/source/${source}/deliveries/new`);
    await press(page, uploadText.da.example.act);
    await goToCheck(page);
    const receipt = page.url().replace(/\/check.*/, '');
    await windows[1].goto(`${receipt}/check`);

    await pressEverywhere(windows, checkText.da.confirm.act);
    for (const each of windows) {
      await each.getByRole('heading', { level: 1, name: receiptText.da.title }).waitFor();
      expect(each.url().replace(/#.*/, '')).toBe(receipt);
    }
    const id = receipt.split('/').pop()!;
    const counted = await oneRow<{ confirmations: number; letters: number; doctors: number; key: string }>(
      owner,
      `select (select count(*) from journal where event = 'delivery.confirmed' and subject = $1)::int as confirmations,
         (select count(*) from letter where kind = 'figures_ready' and facts ->> 'delivery' = $1)::int as letters,
         (select count(distinct m.person_id) from measurement f join member m on m.practice_id = f.practice_id and m.kind = 'doctor'
           and upper_inf(m.valid) where f.delivery_id = $1::uuid)::int as doctors,
         (select max(indicator_key) from delivery_part where delivery_id = $1::uuid) as key`,
      [id],
    );
    expect(counted).toMatchObject({ confirmations: 1, letters: counted.doctors });

    for (const each of windows) {
      await each.goto(`${app.origin}/c/${cluster}/indicators/${counted.key}/contributors`);
      await each.locator('summary', { hasText: spreadText.da.publish.act }).click();
    }
    await pressEverywhere(windows, spreadText.da.publish.act);
    for (const each of windows) await each.getByText(`${spreadText.da.publish.up}.`).waitFor();
    const { versions } = await oneRow<{ versions: number }>(
      owner,
      `select count(*)::int as versions from spread s join delivery_part p using (cluster_id, indicator_key, period_from, period_until)
       where p.delivery_id = $1::uuid and s.indicator_key = $2`,
      [id, counted.key],
    );
    expect(versions).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  },
  TIME,
);
