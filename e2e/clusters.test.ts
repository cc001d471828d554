import type pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spreadText } from '#domain/benchmarks/spread.text.ts';
import { beginningText } from '#domain/clusters/beginning.text.ts';
import { sourceText } from '#domain/deliveries/source.text.ts';
import { figureAccessText } from '#domain/members/figure-access.text.ts';
import { foundClusterText } from '#domain/members/found-cluster.text.ts';
import { memberListText } from '#domain/members/member-list.text.ts';
import { membersText } from '#domain/members/members.text.ts';
import { signInText } from '#domain/members/sign-in.text.ts';
import { addressOf, DOOR_NAMES } from '#domain/tryout/door.ts';
import { EXAMPLE_SOURCE } from '#domain/tryout/example-cluster.ts';
import { type App, startApp } from './app.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { oneRow, ownerOf, valuesFor } from './example-world.ts';
import { enter, follow, letterLink, press } from './steps.ts';

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

const told = (page: Page) => page.locator('main').textContent();

/** The source's person makes a practice a new key and reads it off the letter. */
async function makeKey(javaScript: boolean, cluster: string, practiceName: string): Promise<string> {
  const { page, context } = await aVisitor(browser, { javaScript });
  await enter(page, app.origin, 'source');
  const text = sourceText.da.practices;
  await page.goto(`${page.url()}/practices?cluster=${cluster}`);
  // With nothing chosen the same page says what to do.
  const ticked = page.locator('#keys input[type="checkbox"]:checked');
  while ((await ticked.count()) > 0) await ticked.first().uncheck();
  await press(page, text.make);
  expect(new URL(page.url()).searchParams.get('cluster')).toBe(cluster);
  expect(await page.locator('#errors').textContent()).toContain(text.refusal.none_chosen);
  if ((await page.locator('#keys details').getAttribute('open')) === null)
    await page.locator('#keys summary').click();
  await page.locator('#keys label', { hasText: practiceName }).click();
  await press(page, text.make);
  const key = (await page.locator('.key').textContent()) ?? '';
  expect(await page.locator('.key-letter').count()).toBe(1);
  // The letter stands in the answer to the form and nowhere else.
  await page.goto(page.url());
  expect(await page.content()).not.toContain(key);
  await context.close();
  return key;
}

test.each([
  { javaScript: true, door: 'doctor' },
  { javaScript: false, door: 'larger' },
] as const)(
  'a practice opens its figures with its key, and its no takes the spreads down (JavaScript $javaScript)',
  async ({ javaScript, door }) => {
    const text = figureAccessText.da;
    const { cluster, practice } = await valuesFor(owner, door);
    const { name } = await oneRow<{ name: string }>(
      owner,
      'select name from practice where practice_id = $1',
      [practice],
    );
    const { page, context, complaints } = await aVisitor(browser, { javaScript });
    await enter(page, app.origin, door);
    const at = `${app.origin}/c/${cluster}`;

    await page.goto(`${at}/practice`);
    await page
      .locator('li', { hasText: text.confirmed.oneself(DOOR_NAMES[door]) })
      .getByRole('link')
      .click();
    await press(page, text.colleague.closeAct);
    await page.goto(`${at}/indicators/op1`);
    expect(await told(page)).toContain(spreadText.da.noAccess);

    await page.goto(`${at}/practice`);
    await page.getByLabel(text.open.label).fill('7KQ2-MXVR-90AB-3TWE');
    await press(page, text.open.act);
    expect(await told(page)).toContain(text.refusal.wrong_key);
    complaints.splice(0);
    await page.getByLabel(text.open.label).fill(await makeKey(javaScript, cluster!, name));
    await press(page, text.open.act);
    expect(await told(page)).toContain(text.saved.opened);

    await page.goto(`${at}/indicators/op1`);
    const shown = page.locator('figure svg');
    expect(await shown.count()).toBeGreaterThan(0);
    await page.goto(`${at}/practice`);
    await page.locator('.card', { hasText: EXAMPLE_SOURCE }).getByRole('link').click();
    await press(page, text.takeOut.title);
    expect(await told(page)).toContain(text.saved.taken_out);
    await page.goto(`${at}/indicators/op1`);
    expect(await told(page)).toContain(spreadText.da.noneYet);
    expect(await shown.count()).toBe(0);
    await press(page, spreadText.da.show);
    expect(await page.locator('.own-headline').textContent()).toMatch(/^Jeres tal er \d/);

    await page.goto(`${at}/practice`);
    await page.locator('.card', { hasText: EXAMPLE_SOURCE }).getByRole('button').first().click();
    await page.getByText(text.saved.said_yes).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  },
  TIME,
);

test.each([
  { javaScript: true, door: 'coordinator', numbers: ['900911', '900912', '900913'] },
  { javaScript: false, door: 'larger', numbers: ['900921', '900922', '900923'] },
] as const)(
  'a pasted member list becomes a cluster, and who is invited comes in by mail (JavaScript $javaScript)',
  async ({ javaScript, door, numbers: [own, second, third] }) => {
    const text = foundClusterText.da;
    const { page, context, complaints } = await aVisitor(browser, { javaScript });
    await enter(page, app.origin, door);
    await page.goto(`${app.origin}/new-cluster`);
    await page.getByLabel(text.name).fill(`Prøveklyngen ${own}`);
    await page.getByLabel(text.municipality).fill('Vestfjord (eksempel)');
    const guest = `Pia Prøvedal ${javaScript ? 'Ås' : 'Ø'}`;
    const address = `pia.${second}@proeven.example`;
    await page
      .getByLabel(memberListText.da.paste.label)
      .fill(
        [
          `${DOOR_NAMES[door]}, Lægehuset Prøvebakken ${own}, ${own}, ${addressOf(DOOR_NAMES[door])}`,
          `${guest}, Lægerne ved Prøven ${second}, ${second}, ${address}`,
          `Bo Prøvesen, Lægehuset Tredje ${third}, ${third}, bo.${third}@proeven.example`,
        ].join('\n'),
      );
    await press(page, memberListText.da.paste.act);
    await page.getByRole('heading', { level: 1, name: text.checkTitle }).waitFor();
    expect(await told(page)).toContain(memberListText.da.understood(3, 2));
    await press(page, text.create);
    expect(await told(page)).toContain(membersText.da.added({ practices: 3, people: 2, numbers: 0 }));
    expect(await told(page)).toContain(membersText.da.claimed);
    const members = new URL(page.url()).pathname;

    const invited = await aVisitor(browser, { javaScript });
    await invited.page.goto(await letterLink(invited.page, app.origin, `Prøveklyngen ${own}`, guest));
    await press(invited.page, signInText.da.as(guest));
    await follow(invited.page, membersText.da.title);
    expect(new URL(invited.page.url()).pathname).toBe(members);
    expect(await told(invited.page)).not.toContain(second);
    expect([...complaints, ...invited.complaints]).toEqual([]);
    await invited.context.close();
    await context.close();
  },
  TIME,
);

test(
  'how a cluster begins stands where a stranger comes by, and who has none is led to create one',
  async () => {
    const text = beginningText.da;
    const { page, context, complaints } = await aVisitor(browser, { javaScript: false });
    for (const path of ['/', '/sign-in', '/sign-in?to=/new-cluster']) {
      await page.goto(app.origin + path);
      for (const sentence of [text.title, text.known, text.unknown])
        expect(await told(page), path).toContain(sentence);
      // No letter leaves this installation, so there is no address that anybody would answer.
      expect(await page.locator('[href^="mailto:"]').count(), path).toBe(0);
    }
    await enter(page, app.origin, 'source');
    await page.goto(`${app.origin}/my`);
    expect(await told(page)).toContain(signInText.da.my.noCluster.title);
    await follow(page, signInText.da.my.newCluster);
    expect(new URL(page.url()).pathname).toBe('/new-cluster');
    expect(complaints).toEqual([]);
    await context.close();
  },
  TIME,
);
