import type pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clusterHomeText } from '#domain/clusters/cluster-home.text.ts';
import { newMeetingText } from '#domain/meetings/new-meeting.text.ts';
import { type App, startApp } from './app.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { oneRow, ownerOf } from './example-world.ts';
import { enter } from './steps.ts';

const TIME = 180_000;
const MOST_CLICKS = 12;
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

const day = (after: number) => {
  const moment = new Date(Date.now() + after * 86_400_000);
  return `${moment.getUTCDate()}.${moment.getUTCMonth() + 1}.${moment.getUTCFullYear()}`;
};

/** Clicks what is named, counts it, and waits for the page that follows. */
function clicking(page: Page) {
  let clicks = 0;
  const click = async (role: 'link' | 'button', name: string | RegExp, within = 'body') => {
    clicks += 1;
    await Promise.all([
      page.waitForEvent('load'),
      page.locator(within).getByRole(role, { name }).first().click(),
    ]);
  };
  return { click, counted: () => clicks };
}

test(
  'from a voted topic to days that everybody is asked about, in at most twelve clicks and without a script',
  async () => {
    const { page, context, complaints } = await aVisitor(browser, { javaScript: false });
    await enter(page, app.origin, 'coordinator');
    const began = Date.now();
    const { click, counted } = clicking(page);
    const say = newMeetingText.da;
    await click('link', clusterHomeText.da.sections.topics);
    await page.locator('main a[href*="/meetings/new?topic="]').first().click();
    await page.getByRole('heading', { level: 1, name: say.title }).waitFor();
    await click('link', say.choose('Opioider ved kroniske smerter'), 'main');
    for (const [at, after] of [70, 71, 77].entries()) {
      await page.locator(`[name="day-${at + 1}"]`).fill(day(after));
    }
    await click('button', say.act);
    await page.locator('main h1').waitFor();
    const clicks = counted() + 1;
    process.stdout.write(
      `From topic to sent: ${clicks} clicks, ${((Date.now() - began) / 1000).toFixed(1)} s\n`,
    );
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);

    const meeting = /meetings\/([0-9a-f-]{36})/.exec(page.url())![1]!;
    expect(await made(meeting)).toEqual({
      state: 'polling',
      isTopic: true,
      dates: 3,
      asked: true,
      isAgenda: true,
      isLed: true,
      orders: 1,
      deadlines: true,
      again: 2,
    });
    expect(complaints).toEqual([]);
    await context.close();
  },
  TIME,
);

/** What there is of a meeting: everything a cluster meeting needs. */
function made(meetingId: string) {
  return oneRow(
    owner,
    `select m.state, m.topic_id is not null as "isTopic",
       (select count(*)::int from date_poll p join date_option o using (date_poll_id) where p.meeting_id = m.meeting_id) as dates,
       (select count(distinct person_id) from letter l where l.meeting_id = m.meeting_id and l.kind = 'date_poll')
         = (select count(distinct person_id) from member e where e.cluster_id = m.cluster_id and upper_inf(e.valid) and practice_id is not null) as asked,
       (select count(*) from agenda_item i where i.meeting_id = m.meeting_id) > 5 as "isAgenda",
       exists (select from meeting_person p where p.meeting_id = m.meeting_id and p.part = 'chair') as "isLed",
       (select count(*)::int from figure_order o where o.meeting_id = m.meeting_id) as orders,
       (select count(*) from deadline d where d.meeting_id = m.meeting_id) > 5 as deadlines,
       (select count(*)::int from deadline d where d.meeting_id = m.meeting_id and d.act = 'measure_again') as again
     from meeting m where m.meeting_id = $1`,
    [meetingId],
  );
}
