import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { spreadText } from '#domain/benchmarks/spread.text.ts';
import { clusterHomeText } from '#domain/clusters/cluster-home.text.ts';
import { checkText } from '#domain/deliveries/check.text.ts';
import { receiptText } from '#domain/deliveries/receipt.text.ts';
import { sourceText } from '#domain/deliveries/source.text.ts';
import { uploadText } from '#domain/deliveries/upload.text.ts';
import { signInText } from '#domain/members/sign-in.text.ts';
import { addressOf, DOOR_NAMES } from '#domain/tryout/door.ts';
import { type App, startApp, waitFor } from './app.ts';
import { aVisitor, openBrowser, type Visitor } from './browser.ts';
import { enter, follow, goToCheck, press, pressAsked } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe.each([true, false])('with JavaScript %s', (javaScript) => {
  let app: App;
  beforeAll(async () => {
    app = await startApp();
  }, 120_000);
  afterAll(() => app?.close());

  /** Somebody new, whose browser had nothing to complain of in the end. */
  async function asSomebody(work: (visitor: Visitor) => Promise<void>): Promise<void> {
    const visitor = await aVisitor(browser, { javaScript });
    await work(visitor);
    await visitor.context.close();
    expect(visitor.complaints).toEqual([]);
  }

  test('the coordinator delivers the offered file in three clicks, publishes it and shows it on the wall', () =>
    asSomebody(async ({ page }) => {
      await enter(page, app.origin, 'coordinator');
      await press(page, clusterHomeText.da.acts.deliver.act);
      await press(page, uploadText.da.example.act);
      await goToCheck(page);
      expect(await page.locator('main').textContent()).toContain(checkText.da.own);
      await press(page, checkText.da.confirm.act);
      await page.getByRole('heading', { level: 1, name: receiptText.da.title }).waitFor();

      await follow(page, sourceText.da.sections.cluster);
      await follow(page, clusterHomeText.da.sections.figures);
      // What practices have counted themselves stands first, since it is newer.
      const delivered = page.locator('#delivered tbody tr', { hasNotText: 'Egne tal' });
      await delivered.locator('a:visible').first().click();
      await page.getByRole('heading', { level: 1, name: spreadText.da.contributors.title }).waitFor();
      expect(await page.locator('.lead').textContent()).toMatch(/^\s*1[23] af 14 praksisser har bidraget/);
      await pressAsked(page, spreadText.da.publish.act);

      await page.getByText(`${spreadText.da.publish.up}.`).waitFor();
      const published = page.url();
      await page.getByRole('link', { name: /^Næste: / }).click();
      await page.getByText(spreadText.da.publish.act, { exact: true }).first().waitFor();
      expect(page.url()).not.toBe(published);
      await page.goto(published);
      await follow(page, spreadText.da.publish.see);
      const chart = page.locator('figure svg[role="img"]:visible').first();
      await chart.waitFor();
      await follow(page, spreadText.da.wall);
      await page.getByText(spreadText.da.wallNote).waitFor();
      expect(await page.locator('.wall .mine').count()).toBe(0);
    }));

  test('the doctor’s own place opens covered, and printed it fills one sheet', () =>
    asSomebody(async ({ page }) => {
      await enter(page, app.origin, 'doctor');
      const opened = page.url();
      await page.goto(opened.replace(/\/indicators.*/, ''));
      await page.getByText(clusterHomeText.da.ownPlace).waitFor();
      await page.getByRole('link', { name: clusterHomeText.da.seeOwnPlace }).first().click();
      await page.getByText(spreadText.da.covered).waitFor();
      await page.goto(opened);
      await page.getByText(spreadText.da.covered).waitFor();
      expect(await page.locator('main').textContent()).not.toMatch(/Jeres tal er \d/);
      await press(page, spreadText.da.show);
      const own = page.locator('.own-place article');
      expect(await own.locator('.own-headline').textContent()).toMatch(
        /^Jeres tal er \d+(,\d+)?\s% \(\d+.*\d\s%\)\.$/,
      );
      expect(await own.locator('p').count()).toBeGreaterThan(2);
      const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await follow(page, spreadText.da.cover);
      await page.getByText(spreadText.da.covered).waitFor();
    }));

  test('the secretary sees no figure anywhere', () =>
    asSomebody(async ({ page, complaints }) => {
      await enter(page, app.origin, 'secretary');
      const home = page.url();
      const {
        home: overview,
        meetings,
        topics,
        agreements,
        members,
        packages,
        questionnaires,
        partners,
      } = clusterHomeText.da.sections;
      expect(await page.locator('nav.rail a').allTextContents()).toEqual([
        overview,
        meetings,
        topics,
        agreements,
        members,
        packages,
        questionnaires,
        partners,
      ]);
      const figures = [
        'indicators',
        'indicators/kol1',
        'indicators/kol1/wall',
        'indicators/kol1/contributors',
        'deliveries',
        'practice',
      ];
      for (const path of figures) expect((await page.goto(`${home}/${path}`))?.status()).toBe(404);
      expect(complaints.splice(0)).toHaveLength(figures.length);
      await page.goto(`${home}/members`);
      expect(await page.locator('figure, svg[role="img"]').count()).toBe(0);
    }));

  test('the data source delivers, and afterwards sees only how many rows there were', () =>
    asSomebody(async ({ page }) => {
      await enter(page, app.origin, 'source');
      const home = page.url();
      await page.goto(`${home}/deliveries/new`);
      await press(page, uploadText.da.example.act);
      await goToCheck(page);
      const check = page.url();
      expect(await page.locator('main').textContent()).toContain(checkText.da.first);
      await press(page, checkText.da.confirm.act);
      await page.getByText(receiptText.da.gone).waitFor();
      await page.goto(check);
      expect(page.url()).toBe(check.replace('/check', ''));
      expect(await page.locator('main').textContent()).not.toMatch(/\b900[12]\d\d\b/);
    }));

  test('a mail link signs in once; a used one and a wrong one lead to a new one', () =>
    asSomebody(async ({ page, complaints }) => {
      await page.goto(`${app.origin}/sign-in`);
      await page.getByLabel(signInText.da.email).fill(addressOf(DOOR_NAMES.doctor));
      await press(page, signInText.da.send);
      await page.getByRole('heading', { level: 1, name: signInText.da.sent.title }).waitFor();
      const link = await waitFor(async () => {
        await page.goto(`${app.origin}/demo/mailbox`);
        return page
          .locator('a[href*="/sign-in/"]')
          .first()
          .getAttribute('href', { timeout: 100 })
          .catch(() => null);
      }, 'the letter is in the mailbox');
      await page.goto(link);
      await press(page, signInText.da.as(DOOR_NAMES.doctor));
      await page.waitForURL(/\/c\/[0-9a-f-]{36}$/);
      expect(await page.getByText(DOOR_NAMES.doctor).count()).toBeGreaterThan(0);

      for (const spent of [link, `${app.origin}/sign-in/a-link-that-nobody-was-given-0123456789abcdef`]) {
        await page.goto(spent);
        await page.getByRole('heading', { level: 1, name: signInText.da.spent.title }).waitFor();
      }
      await page.goto(`${app.origin}/my`);
      await page.locator('tr', { hasText: signInText.da.my.thisOne }).getByRole('button').click();
      await page.getByRole('heading', { level: 1, name: signInText.da.title }).waitFor();
      expect(complaints.splice(0).length).toBeLessThanOrEqual(2);
      expect(app.said()).not.toContain(link.split('/').pop());
    }));
});
