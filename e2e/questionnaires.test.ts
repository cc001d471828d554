import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { questionnairesText } from '#domain/questionnaires/questionnaires.text.ts';
import { planRoundText } from '#domain/responses/plan-round.text.ts';
import { roundPageText } from '#domain/responses/round-page.text.ts';
import { aCluster } from '#test/build.ts';
import { NOW, owner, urls } from '#test/world.ts';
import { aVisitor, openBrowser, type Visitor } from './browser.ts';
import { startWeb, type Web } from './web.ts';

const TIME = 120_000;
const text = questionnairesText.da;
let cluster: Awaited<ReturnType<typeof aCluster>>;
let web: Web;
let browser: Browser;
let at: string;

beforeAll(async () => {
  cluster = await aCluster();
  await aMeeting(cluster, { title: 'Møde om smerter' });
  [web, browser] = await Promise.all([startWeb(urls.web, NOW), openBrowser()]);
  at = `${web.origin}/c/${cluster.clusterId}/questionnaires`;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

/** The coordinator on a phone. */
async function onAPhone(javaScript: boolean): Promise<Visitor> {
  const visitor = await aVisitor(browser, { javaScript, width: 390 });
  const { token } = cluster.coordinator;
  await visitor.context.addCookies([{ name: 'klyngerum', value: token, url: web.origin }]);
  return visitor;
}

const fieldOf = (page: Page, label: string) => page.getByLabel(label, { exact: false });
const save = (page: Page) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: text.question.save }).click()]);
const add = (page: Page) => page.getByRole('link', { name: text.editing.add }).click();

test(
  'a coordinator writes a questionnaire without a script, tries it, sends it on and takes it in again',
  async () => {
    const { page } = await onAPhone(false);
    await page.goto(at);
    await page.getByText(text.none.title).waitFor();
    await fieldOf(page, text.make.label).fill('Vores skema');
    await page.getByRole('button', { name: text.make.save }).click();

    await add(page);
    await fieldOf(page, text.question.question).first().fill('Hvem gør det?');
    await page.check('[name=type][value=single]');
    await fieldOf(page, text.question.options).fill('Lægen');
    await save(page);
    // One answer is no choice: it is said, and what was typed is there.
    await page.getByRole('alert').waitFor();
    expect(await fieldOf(page, text.question.options).inputValue()).toBe('Lægen');
    await fieldOf(page, text.question.options).fill('Lægen\nSygeplejersken');
    await save(page);

    await add(page);
    await fieldOf(page, text.question.question).first().fill('Hvor tilfreds er du?');
    await page.check('[name=type][value=scale]');
    await page.check('[name=scale][value=one_to_ten]');
    await fieldOf(page, text.question.lowLabel).fill('Slet ikke');
    await fieldOf(page, text.question.highLabel).fill('Meget');
    await page.getByText(text.question.more).click();
    await page.locator('[name=waitsFor]').nth(1).check();
    await save(page);

    await page.getByRole('link', { name: text.editing.done }).click();
    const waiting = page.locator('.phone legend', { hasText: 'Hvor tilfreds er du?' });
    expect(await waiting.isVisible()).toBe(false);
    await page.locator('.phone').getByLabel('Sygeplejersken').check();
    expect(await waiting.isVisible()).toBe(true);

    const sent = await (await page.request.get(`${page.url().split('?')[0]}/fhir.json`)).text();
    await page.goto(`${at}/import`);
    await page.locator('textarea[name=text]').fill(sent);
    await page.getByRole('button', { name: text.importing.save }).click();
    await page.getByText(text.said.imported).waitFor();
    const kept = await owner.selectFrom('ownQuestionnaire').select('content').orderBy('madeAt').execute();
    const questions = kept.map(({ content }) => (content as { questions: unknown }).questions);
    expect(questions).toHaveLength(2);
    expect(questions[0]).toEqual(questions[1]);

    // From the questionnaire to a meeting that asks it.
    await page.locator('#use').getByRole('link', { name: 'Møde om smerter' }).click();
    await page.getByRole('heading', { level: 1, name: 'Vores skema' }).waitFor();
    await page.getByRole('button', { name: planRoundText.da.plan.act }).click();
    await page.getByText(roundPageText.da.said.planned).waitFor();
  },
  TIME,
);
