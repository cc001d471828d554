import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreementsText } from '#domain/agreements/agreements.text.ts';
import { holdMeetings } from '#domain/meetings/hold-meetings.server.ts';
import { newMeetingText } from '#domain/meetings/new-meeting.text.ts';
import type { Arrived } from '#domain/notices/letters.fixtures.ts';
import { anOffice, sendAll } from '#domain/notices/meeting-letters.fixtures.ts';
import { aPartner, aPartnerPerson } from '#domain/partners/partners.fixtures.ts';
import { answeringText } from '#domain/responses/answering.text.ts';
import { changeText } from '#domain/responses/change.text.ts';
import { planRoundText } from '#domain/responses/plan-round.text.ts';
import { follow, rowsOf, stateOf } from '#domain/responses/responses.fixtures.ts';
import { resultPageText } from '#domain/responses/result-page.text.ts';
import { asSystem } from '#platform/scope.server.ts';
import { aCluster } from '#test/build.ts';
import { NOW, owner, urls, worker } from '#test/world.ts';
import { loadShippedIndicators } from '../src/example/shipped-indicators.ts';
import { loadShippedPackages } from '../src/example/shipped-packages.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { startWeb, type Web } from './web.ts';

/*
 * The municipal package from end to end, as its cluster would go through it in a year and a half: a meeting with a
 * pre-meeting, the same questions to doctors and to the municipality's nurses, the answers side by side, an agreement,
 * and the questions again. Every act is done on a page without a script, at its own moment.
 */
const TIME = 300_000;
const PRACTICES = 12;
const say = answeringText.da;
const results = resultPageText.da;
const onDay = (day: string) => new Date(`${day}T09:00:00Z`);
let browser: Browser;
let cluster: Awaited<ReturnType<typeof aCluster>>;
let partner: Awaited<ReturnType<typeof aPartner>>;
const mails: Arrived[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  await loadShippedIndicators(owner, NOW);
  await loadShippedPackages(owner, NOW);
  cluster = await aCluster({ practices: PRACTICES, name: 'Fjordklyngen' });
  // Signed in all the while, as if anew each time.
  await owner
    .updateTable('session')
    .set({ expiresAt: onDay('2027-12-31') })
    .execute();
  const kind = 'municipality';
  partner = await aPartner(cluster, {
    name: 'Vestfjord Kommune',
    kind,
    person: 'Sanne',
    email: 's0@kommune.example',
  });
  for (let at = 1; at < 7; at += 1)
    await aPartnerPerson(
      { ...cluster, ...partner },
      { name: `Sygeplejerske ${at}`, email: `s${at}@kommune.example` },
    );
}, TIME);

afterAll(() => browser?.close());

/** Lets the coordinator do something at a moment, on pages without a script. */
async function atDesk(day: string, work: (page: Page, web: Web, at: string) => Promise<void>): Promise<void> {
  const web = await startWeb(urls.web, onDay(day));
  const { page, context, complaints } = await aVisitor(browser, { javaScript: false });
  await context.addCookies([{ name: 'klyngerum', value: cluster.coordinator.token, url: web.origin }]);
  await work(page, web, `${web.origin}/c/${cluster.clusterId}`);
  expect(complaints).toEqual([]);
  await context.close();
  await web.stop();
}

const press = (page: Page, name: string) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name, exact: true }).first().click()]);

/** Lets the worker open, ask and count what is due on a day, and takes the mails that go. */
async function workOn(day: string): Promise<void> {
  await follow(onDay(day));
  const { close, office, post } = await anOffice();
  await sendAll(office, new Date(onDay(day).getTime() + 3 * 60_000));
  await close();
  mails.push(...post.arrived);
}

type Picks = Record<string, string>;

/** Everybody who was asked by mail answers by the link of that mail; `picks` are the answers of the one at a place. */
async function answerAll(day: string, letter: 'm' | 'q', picks: (place: number) => Picks): Promise<number> {
  const web = await startWeb(urls.web, onDay(day));
  const path = letter === 'm' ? /\/m\/[\w-]{43}\/questionnaires\/[\w-]{36}/ : /\/q\/[\w-]{43}/;
  const links = mails.splice(0).flatMap(({ mail }) => path.exec(mail.text ?? '')?.[0] ?? []);
  const { page, context } = await aVisitor(browser, { javaScript: false, width: 390 });
  for (const [place, link] of links.entries()) {
    await page.goto(web.origin + link);
    for (const [name, value] of Object.entries(picks(place))) {
      const field = page.locator(`[name="q:${name}"]`);
      // What somebody does not know they are not asked more about, and the nurses are asked less.
      if ((await field.count()) === 0 || !(await field.first().isVisible())) continue;
      const choice = page.locator(`[name="q:${name}"][value="${value}"]`);
      await ((await choice.count()) > 0 ? choice.check() : field.fill(value));
    }
    await press(page, say.send);
    const told = (await page.locator('main').textContent()) ?? '';
    expect(told).toContain(say.sent.title);
  }
  await context.close();
  await web.stop();
  return links.length;
}

const doctors = (isLater: boolean) => (place: number) => ({
  kendskab: String(isLater ? 3 + (place % 2) : 1 + (place % 2)),
  nummer: isLater || place === 0 ? 'yes' : 'no',
  brugt: String(place % 3),
  ansvar: String(isLater ? 4 : 2),
  tilbagemelding: '3',
  opgaver: String(place % 5),
  mere: 'At nummeret stod et sted, hvor personalet kan se det.',
  samarbejde: String(2 + (place % 3)),
});
const nurses = (place: number) => ({
  kendskab: '4',
  nummer: 'yes',
  ansvar: String(3 + (place % 2)),
  tilbagemelding: '4',
  opgaver: String(place % 3),
  samarbejde: '4',
});

let meetingId: string;
let firstRound: string;
let secondRound: string;
const topicRounds = () =>
  owner
    .selectFrom('questionnaireRound')
    .select(['questionnaireRoundId', 'opensOn', 'closesOn', 'followsId'])
    .where('purpose', '=', 'topic')
    .orderBy('plannedAt')
    .execute();

test(
  'a meeting from the municipal package has its questionnaire, its pre-meeting and a mirror for the nurses',
  async () => {
    await atDesk('2026-03-02', async (page, web, at) => {
      await page.goto(`${at}/meetings/new`);
      await page.getByRole('link', { name: newMeetingText.da.choose('Kommunens akutfunktion') }).click();
      await page.locator('[name="day-1"]').fill('16.6.2026');
      await press(page, newMeetingText.da.act);
      meetingId = /meetings\/([0-9a-f-]{36})/.exec(page.url())![1]!;
      // The pre-meeting, with the one from the municipality who leads it.
      await page.goto(`${at}/meetings/${meetingId}/guests/new`);
      await page.locator('[name="person"]').selectOption({ label: 'Sanne, Vestfjord Kommune' });
      await page.locator('main form').first().getByRole('button').click();
      await page.locator('[name="pre-on"]').fill('22.5.2026');
      await page.locator('[name="pre-at"]').fill('15.30');
      await page.locator('form:has([name="pre-on"])').getByRole('button').first().click();
      // The mirror.
      await page.goto(`${at}/meetings/${meetingId}/questionnaire`);
      await page
        .locator('main a[href*="/questionnaires/rounds/"]', { hasText: 'Kommunens akutfunktion' })
        .click();
      await page.locator('main a[href$="/change"]').click();
      await page.locator('[name="partner"]').selectOption(partner.partnerId);
      await press(page, planRoundText.da.plan.save);
      expect(web.said()).not.toContain('request.failed');
    });
    const [round] = await topicRounds();
    firstRound = round!.questionnaireRoundId;
    expect(round).toMatchObject({ opensOn: '2026-05-19', closesOn: '2026-06-11' });
    const guest = await owner.selectFrom('guest').select('preMeetingOn').executeTakeFirstOrThrow();
    expect(guest.preMeetingOn).toBe('2026-05-22');
  },
  TIME,
);

test(
  'doctors and nurses answer the same questions by their mails, and at the meeting their answers stand side by side',
  async () => {
    await workOn('2026-05-19');
    const asked = mails.filter(({ mail }) => /\/m\/.*questionnaires/.test(mail.text ?? ''));
    expect(asked).toHaveLength(PRACTICES);
    const toNurses = mails.filter(({ mail }) => /\/q\//.test(mail.text ?? ''));
    const kept = [...toNurses];
    expect(toNurses).toHaveLength(7);
    expect(await answerAll('2026-05-21', 'm', doctors(false))).toBe(PRACTICES);
    mails.push(...kept);
    expect(await answerAll('2026-05-22', 'q', nurses)).toBe(7);
    await workOn('2026-06-12');
    expect(await stateOf(firstRound)).toBe('counted');
    expect(await rowsOf('sealed_response', firstRound)).toBe(0);
    await atDesk('2026-06-12', async (page, _, at) => {
      await page.goto(`${at}/questionnaires/rounds/${firstRound}`);
      await page.getByRole('link', { name: results.views.sides }).click();
      const shown = (await page.locator('main').textContent()) ?? '';
      expect(shown).toContain('Vestfjord Kommune');
      expect(shown).toContain(changeText.da.difference.clear);
      expect(shown).not.toContain('Sygeplejerske 1');
    });
  },
  TIME,
);

test(
  'the meeting is held, agrees, and asks again; a year later the page says what has changed',
  async () => {
    await asSystem(worker, { now: onDay('2026-06-17') }, holdMeetings);
    await atDesk('2026-06-17', async (page, _, at) => {
      await page.goto(`${at}/meetings/${meetingId}/agreements?choice=0#write`);
      await page.locator('[name="measuredAgainOn"]').fill('1.6.2027');
      await page.locator('[name="secondMeasureOn"]').fill('');
      await press(page, agreementsText.da.save);
      await page.goto(`${at}/questionnaires/rounds/${firstRound}`);
      await press(page, results.again.act);
    });
    const [, second] = await topicRounds();
    secondRound = second!.questionnaireRoundId;
    expect(second).toMatchObject({ followsId: firstRound });
    const { closesOn, opensOn } = second!;
    expect(closesOn! <= '2027-06-01').toBe(true);
    mails.splice(0);
    await workOn(opensOn!);
    expect(await answerAll(opensOn!, 'm', doctors(true))).toBe(PRACTICES);
    const after = new Date(onDay(closesOn!).getTime() + 86_400_000).toISOString().slice(0, 10);
    await workOn(after);
    expect(await stateOf(secondRound)).toBe('counted');
    await atDesk(after, async (page, _, at) => {
      await page.goto(`${at}/questionnaires/rounds/${secondRound}`);
      await page.getByRole('link', { name: results.views.changes }).click();
      const shown = (await page.locator('main').textContent()) ?? '';
      expect(shown).toContain(changeText.da.verdict.clear);
      // How often the feedback is of use was answered the same both times.
      expect(shown).toContain(changeText.da.verdict.chance);
    });
  },
  TIME,
);
