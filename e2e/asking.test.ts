import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readIndicators } from '#domain/indicators/read-indicators.server.ts';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { questionnaireOf } from '#domain/packages/package.ts';
import { readPackages } from '#domain/packages/read-packages.server.ts';
import { aLink, aPartner } from '#domain/partners/partners.fixtures.ts';
import { askedOf } from '#domain/questionnaires/asked.ts';
import { type Questionnaire, stepsOf } from '#domain/questionnaires/question.ts';
import { answeringText } from '#domain/responses/answering.text.ts';
import { aRespondentLink, aRound, follow, rowsOf } from '#domain/responses/responses.fixtures.ts';
import { aCluster } from '#test/build.ts';
import { NOW, owner, urls } from '#test/world.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { arrive, phoneFaults } from './walk.ts';
import { startWeb, type Web } from './web.ts';

const TIME = 240_000;
const say = answeringText.da;
type Asked = {
  key: string;
  definition: Questionnaire;
  roundId: string;
  path: string;
  partnerPath: string | null;
};
let asked: Asked[];
let web: Web;
let browser: Browser;

/* The questionnaires of the twelve packages, each as a round of its own that a doctor and a partner's person are asked. */
beforeAll(async () => {
  [web, browser] = await Promise.all([startWeb(urls.web, NOW), openBrowser()]);
  asked = await askAll();
}, TIME);

afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

async function askAll(): Promise<Asked[]> {
  const cluster = await aCluster({ practices: 1, name: 'Fjordklyngen' });
  const partner = await aPartner(cluster, { name: 'Vestfjord Kommune', kind: 'municipality' });
  const { clusterId, coordinator } = cluster;
  const rounds: (Omit<Asked, 'path' | 'partnerPath'> & { isMirrored: boolean })[] = [];
  for (const one of await shippedPackages()) {
    const definition = questionnaireOf(one)!;
    const { meetingId } = await aMeeting(cluster, { title: definition.title });
    const isMirrored = askedOf('partner', definition).length > 0;
    const partnerId = isMirrored ? partner.partnerId : null;
    const roundId = await aRound({ clusterId, meetingId, definition, partnerId });
    rounds.push({ key: one.key, definition, roundId, isMirrored });
  }
  await follow();
  const link = await aLink({ clusterId, purpose: 'member', memberId: coordinator.memberId });
  const all: Asked[] = [];
  for (const { isMirrored, ...round } of rounds) {
    const { partnerPersonId } = partner.person;
    const partnerPath = isMirrored ? `/q/${await aRespondentLink(round.roundId, partnerPersonId)}` : null;
    all.push({ ...round, path: `/m/${link}/questionnaires/${round.roundId}`, partnerPath });
  }
  return all;
}

async function shippedPackages() {
  return readPackages('packages', await readIndicators('indicators'));
}

test(
  'the questionnaires of all twelve packages are answered on a phone without a script, in 60 KB, with nothing for axe to find',
  async () => {
    expect(asked).toHaveLength(12);
    const faults: string[] = [];
    const looking = await aVisitor(browser, { width: 390 });
    for (const { definition, key, path, partnerPath } of asked)
      for (const [party, at] of [
        ['member', path],
        ['partner', partnerPath],
      ] as const) {
        if (!at) continue;
        const visitor = await aVisitor(browser, { javaScript: false, width: 390 });
        const { bytes, status } = await arrive(visitor, web.origin + at);
        if (status !== 200) faults.push(`${key} ${party}: answers ${status}`);
        if (bytes > 60 * 1024) faults.push(`${key} ${party}: ${bytes} bytes`);
        // axe is a script, and looks through another browser.
        await looking.page.goto(web.origin + at);
        faults.push(...(await phoneFaults(looking, true)).map((fault) => `${key} ${party}: ${fault}`));
        await fillIn(visitor.page, definition, party);
        await visitor.page.getByRole('button', { name: say.send }).click();
        const told = await visitor.page.getByRole('status').first().textContent();
        if (!told?.includes(say.sent.title)) faults.push(`${key} ${party}: says ${told}`);
        await visitor.context.close();
      }
    expect(faults).toEqual([]);
    for (const { partnerPath, roundId } of asked)
      expect(await rowsOf('sealed_response', roundId)).toBe(partnerPath ? 2 : 1);
  },
  TIME,
);

/** Answers every question that is shown, the middle of each row of answers. */
async function fillIn(page: Page, definition: Questionnaire, party: 'member' | 'partner'): Promise<void> {
  for (const { key, options, rows, scale, type } of askedOf(party, definition)) {
    const field = (row?: number) => page.locator(`[name="q:${key}${row === undefined ? '' : `:${row}`}"]`);
    if (
      !(await field(type === 'matrix' ? 0 : undefined)
        .first()
        .isVisible())
    )
      continue;
    const steps = scale ? stepsOf(scale) : [];
    const step = steps[Math.floor(steps.length / 2)] ?? '';
    const pick = (value: string, row?: number) =>
      page.locator(`[name="q:${key}${row === undefined ? '' : `:${row}`}"][value="${value}"]`).check();
    if (type === 'scale') await pick(step);
    else if (type === 'yes_no') await pick('yes');
    else if (type === 'single' || type === 'multiple') await pick(String(options.length - 1));
    else if (type === 'matrix') for (const row of rows.keys()) await pick(step, row);
    else await field().fill(type === 'number' ? '3' : 'Tiden i konsultationen');
  }
}

test(
  'eight questions are answered with the keyboard alone',
  async () => {
    const { definition, path, roundId } = await freshRound('akutfunktion');
    expect(askedOf('member', definition)).toHaveLength(8);
    const { page, context, complaints } = await aVisitor(browser, { javaScript: false, width: 390 });
    await page.goto(web.origin + path);
    const done = new Set<string>();
    for (let presses = 0; presses < 150; presses += 1) {
      await page.keyboard.press('Tab');
      const { name, tag, type, text } = await focused(page);
      if (name.startsWith('q:') && !done.has(name)) {
        done.add(name);
        if (type === 'radio') await page.keyboard.press('ArrowDown');
        else if (type === 'checkbox') await page.keyboard.press('Space');
        else
          await page.keyboard.type(
            type === 'text' && tag === 'INPUT' ? '4' : 'Et nummer, der virker om natten',
          );
      }
      if (tag === 'BUTTON' && text === say.send) break;
    }
    await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
    expect(await page.getByRole('status').first().textContent()).toContain(say.sent.title);
    expect(await rowsOf('sealed_response', roundId)).toBe(1);
    expect(complaints).toEqual([]);
    await context.close();
  },
  TIME,
);

// What has the focus: read through the browser's own tools, since the page runs no script.
async function focused(page: Page) {
  const element = page.locator(':focus');
  if ((await element.count()) === 0) return { name: '', type: '', tag: '', text: '' };
  return element.evaluate((node) => ({
    name: node.getAttribute('name') ?? '',
    type: node.getAttribute('type') ?? (node.tagName === 'INPUT' ? 'text' : ''),
    tag: node.tagName,
    text: node.textContent?.trim() ?? '',
  }));
}

/** A round of a package's questionnaire in a cluster of its own, with the link of its one doctor. */
async function freshRound(key: string) {
  const { definition } = asked.find((one) => one.key === key)!;
  const cluster = await aCluster({ practices: 1 });
  const { clusterId, coordinator } = cluster;
  const { meetingId } = await aMeeting(cluster);
  const roundId = await aRound({ clusterId, meetingId, definition });
  await follow();
  const link = () => aLink({ clusterId, purpose: 'member', memberId: coordinator.memberId });
  return { definition, roundId, path: `/m/${await link()}/questionnaires/${roundId}`, link, cluster };
}

test(
  'what is begun is kept as it is answered, opens by the same link on another device, and by no other',
  async () => {
    const { link, path, roundId } = await freshRound('opioider');
    const phone = await aVisitor(browser, { width: 390 });
    await phone.page.goto(web.origin + path);
    await phone.page.locator('[name="q:slutdato"][value="4"]').check();
    await phone.page.getByText(say.script.saved, { exact: true }).waitFor();
    const desk = await aVisitor(browser, { javaScript: false });
    await desk.page.goto(web.origin + path);
    expect(await desk.page.locator('[name="q:slutdato"][value="4"]').isChecked()).toBe(true);
    await desk.page.locator('[name="q:personale"][value="no"]').check();
    await desk.page.getByRole('button', { name: say.keep }).click();
    expect(await desk.page.getByRole('status').first().textContent()).toContain(say.draft.saved);
    await desk.page.goto(`${web.origin}/m/${await link()}/questionnaires/${roundId}`);
    expect(await desk.page.locator('main').textContent()).toContain(say.draft.elsewhere);
    expect(await desk.page.locator(':checked[name^="q:"]').count()).toBe(0);
    await phone.page.reload();
    expect(await phone.page.locator(':checked[name^="q:"]').count()).toBe(2);
    expect([...phone.complaints, ...desk.complaints]).toEqual([]);
    await Promise.all([phone.context.close(), desk.context.close()]);
    const { rows } = await ownerRows(roundId);
    expect(rows).toBe(1);
  },
  TIME,
);

async function ownerRows(roundId: string): Promise<{ rows: number }> {
  const found = await owner
    .selectFrom('answerDraft as d')
    .innerJoin('respondent as r', 'r.respondentId', 'd.respondentId')
    .select('d.respondentId')
    .where('r.questionnaireRoundId', '=', roundId)
    .execute();
  return { rows: found.length };
}

test(
  'what is missing is said above the questions and nothing typed is lost, and a CPR number is refused',
  async () => {
    const { path, roundId } = await freshRound('opioider');
    const { page, context } = await aVisitor(browser, { javaScript: false, width: 390 });
    await page.goto(web.origin + path);
    await page.locator('[name="q:svaerest"]').fill('Det første, jeg skrev');
    await page.getByRole('button', { name: say.send }).click();
    expect(await page.getByRole('alert').first().textContent()).toContain('Svar på spørgsmålet');
    expect(await page.locator('[name="q:svaerest"]').inputValue()).toBe('Det første, jeg skrev');
    await page.getByRole('alert').getByRole('link').first().click();
    expect((await focused(page)).name).toMatch(/^q:/);
    await fillIn(page, asked.find(({ key }) => key === 'opioider')!.definition, 'member');
    await page.locator('[name="q:svaerest"]').fill(`Patienten ${['010190', '1234'].join('-')} ringer`);
    await page.getByRole('button', { name: say.send }).click();
    expect(await page.locator('main').textContent()).toMatch(/CPR/);
    expect(await rowsOf('sealed_response', roundId)).toBe(0);
    await context.close();
  },
  TIME,
);
