import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { askToCount } from '#domain/own-counts/ask-to-count.server.ts';
import { ownCountIndicators, seenBy } from '#domain/own-counts/own-counts.fixtures.ts';
import { ownCountsText } from '#domain/own-counts/own-counts.text.ts';
import { type ACluster, aCluster, type Somebody } from '#test/build.ts';
import { NOW, urls } from '#test/world.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { follow, press, pressAsked } from './steps.ts';
import { faultsOf } from './walk.ts';
import { startWeb, type Web } from './web.ts';

const TIME = 90_000;
const text = ownCountsText.da;
const { form } = text;
let cluster: ACluster;
let meetingId: string;
let web: Web;
let browser: Browser;

beforeAll(async () => {
  await ownCountIndicators();
  cluster = await aCluster({ practices: 3 });
  ({ meetingId } = await aMeeting(cluster, { heldOn: '2026-04-14', title: 'Årskontroller' }));
  const asking = { indicators: ['egne'], dueOn: '2026-03-24' };
  await cluster.as(cluster.coordinator, (scope) => askToCount(scope, meetingId, asking));
  [web, browser] = await Promise.all([startWeb(urls.web, NOW), openBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

/** Somebody's browser on a phone, signed in; without scripts unless told otherwise. */
async function phoneOf({ token }: Somebody, javaScript = false) {
  const visitor = await aVisitor(browser, { javaScript, width: 390 });
  await visitor.context.addCookies([{ name: 'klyngerum', value: token, url: web.origin }]);
  const go = (path: string) => visitor.page.goto(`${web.origin}/c/${cluster.clusterId}${path}`);
  return { ...visitor, go };
}

const wordsOf = async (page: Page) => ((await page.locator('main').textContent()) ?? '').replace(/\s+/g, ' ');
const fill = async (page: Page, denominator: string, numerator: string) => {
  await page.locator('#denominator').fill(denominator);
  await page.locator('#numerator').fill(numerator);
};

test(
  'a doctor counts on a phone: what is wrong is said, nothing typed is lost, and the number is shown before it is kept',
  async () => {
    const { doctor } = cluster.practices[1]!;
    const { page, go, complaints } = await phoneOf(doctor);
    await go('/answer');
    expect(await wordsOf(page)).toContain('Til Årskontroller. Senest tirsdag den 24. marts 2026.');
    await follow(page, text.asked.count);
    await page.locator('.card a.button').first().click();
    expect(await wordsOf(page)).toContain('Find alle patienter.');
    await fill(page, '1.200', '1300');
    await page.getByLabel(text.answer.no).check();
    await press(page, form.look);
    // A browser tells of every refusal.
    complaints.splice(0);
    expect(await wordsOf(page)).toContain(text.refusal.numerator_above_denominator);
    expect(await page.locator('#denominator').inputValue()).toBe('1.200');
    expect(await page.locator('#numerator').inputValue()).toBe('1300');
    expect(await page.getByLabel(text.answer.no).isChecked()).toBe(true);
    await fill(page, '1.200', '300');
    await press(page, form.look);
    expect(await wordsOf(page)).toContain('Jeres tal er 25 %: 300 patienter set ud af 1.200 patienter.');
    expect(await seenBy(cluster, doctor)).toEqual([]);
    await press(page, form.keep);
    expect(await wordsOf(page)).toContain(text.saved.kept);
    expect(await seenBy(cluster, doctor)).toEqual([`300/1200 Læge i ${cluster.practices[1]!.number}`]);
    await go('/answer');
    expect(await wordsOf(page)).toContain(text.asked.done);
    expect(complaints).toEqual([]);
  },
  TIME,
);

test(
  'a count far from last time is asked about once, and kept all the same',
  async () => {
    const { doctor } = cluster.practices[1]!;
    const { page, go } = await phoneOf(doctor);
    await go('/own-counts/egne?period=2025-09-01.2026-02-28');
    await fill(page, '100', '90');
    await press(page, form.look);
    await press(page, form.keep);
    await go('/own-counts/egne?period=2025-04-01.2026-03-01');
    await fill(page, '100', '5');
    await press(page, form.look);
    const words = await wordsOf(page);
    expect(words).toContain(text.doubts.far_from_last);
    expect(words).toContain(text.doubts.other_length);
    await press(page, form.keep);
    expect(await seenBy(cluster, doctor)).toHaveLength(3);
    await go('/own-counts/egne?period=2025-04-01.2026-03-01');
    await pressAsked(page, text.kept.withdraw);
    expect(await wordsOf(page)).toContain(text.saved.withdrawn);
    expect(await seenBy(cluster, doctor)).toHaveLength(2);
  },
  TIME,
);

test(
  'the coordinator reads who is missing, and no number',
  async () => {
    const { page, go } = await phoneOf(cluster.coordinator);
    await go(`/meetings/${meetingId}/figures`);
    await follow(page, text.asking.link);
    const words = await wordsOf(page);
    expect(words).toContain('1 af 3 praksisser har talt.');
    expect(words.match(/Mangler/g)).toHaveLength(2);
    // The numbers of practices are of chance.
    expect(words.replace(/Læge i \d+/g, '')).not.toMatch(/300|1\.200|25 %/);
  },
  TIME,
);

test(
  'the pages have no fault on a phone or a wide screen, in either language',
  async () => {
    const found: string[] = [];
    const { doctor } = cluster.practices[1]!;
    const word = '2025-03-01.2026-02-28';
    const paths = ['/own-counts', '/own-counts/egne', `/own-counts/egne?period=${word}`];
    for (const locale of ['da', 'en'] as const) {
      for (const [who, path] of [
        ...paths.map((path) => [doctor, path] as const),
        [cluster.coordinator, `/meetings/${meetingId}/own-counts`] as const,
      ]) {
        const visitor = await phoneOf(who, true);
        await visitor.context.addCookies([{ name: 'locale', value: locale, url: web.origin }]);
        await visitor.go(path);
        // What is refused, and what is asked about, are looks of the page too.
        if (path.startsWith('/own-counts/')) await press(visitor.page, ownCountsText[locale].form.look);
        visitor.complaints.splice(0);
        found.push(...(await faultsOf(visitor, locale)).map((fault) => `${locale} ${path}: ${fault}`));
        await visitor.context.close();
      }
    }
    expect(found).toEqual([]);
  },
  TIME * 2,
);
