import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessText } from '#domain/access/access.text.ts';
import { ownPageText } from '#domain/invitations/own-page.text.ts';
import { rsvpText } from '#domain/invitations/rsvp.text.ts';
import { datePollText } from '#domain/polls/date-poll.text.ts';
import { owner, urls } from '#test/world.ts';
import { filled, listAddresses } from './addresses.ts';
import {
  ANSWERING,
  type Answerer,
  type AnsweringWorld,
  anAnsweringWorld,
  linksOf,
  marksOfTables,
  ownLink,
} from './answering-world.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { type Form, formOf, formsIn, namesIn } from './forms.ts';
import { type Answer, aGuest } from './guest.ts';
import { arrive, phoneFaults } from './walk.ts';
import { startWeb, type Web } from './web.ts';

const TIME = 60_000;
const own = ownPageText.da;
const polls = datePollText.da;
let world: AnsweringWorld;
let web: Web;
let browser: Browser;

beforeAll(async () => {
  world = await anAnsweringWorld();
  [web, browser] = await Promise.all([startWeb(urls.web, ANSWERING), openBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await web?.stop();
});

const stranger = () => aGuest(web.origin);
const pollLink = (who: Answerer) => ownLink(world, who, /mødedato/);
const rsvpLink = (who: Answerer) => ownLink(world, who, /kommer du/);

/** Lets so many at a time do it. */
async function atOnce<One, Done>(all: readonly One[], work: (one: One, place: number) => Promise<Done>) {
  const done: Done[] = [];
  for (let from = 0; from < all.length; from += 8)
    done.push(...(await Promise.all(all.slice(from, from + 8).map((one, at) => work(one, from + at)))));
  return done;
}

/** The fields of a form about one member: what it sends by itself, and of their choices the one that is picked. */
function answered(
  { sends, choices }: Form,
  memberId: string,
  pick: (options: string[], at: number) => string,
) {
  const fields: Record<string, string> = { ...sends };
  const mine = [...choices].filter(([name]) => name.endsWith(`:${memberId}`));
  for (const [at, [name, options]] of mine.entries()) fields[name] = pick(options, at);
  return fields;
}

const votesOf = (memberId: string) =>
  owner
    .selectFrom('dateVote')
    .select(['answer', 'castBy'])
    .where('memberId', '=', memberId)
    .orderBy('dateOptionId')
    .execute();

test(
  'a scanner that opens every link of every mail changes nothing in any table',
  async () => {
    const links = [...new Set(world.arrived.flatMap(linksOf))];
    const kinds = (letter: string) => links.filter((link) => link.startsWith(`/${letter}/`)).length;
    // Asked, reminded and invited, with a way to end reminders; a guest and a house.
    expect([kinds('m'), kinds('u'), kinds('g'), kinds('v')]).toEqual([120, 40, 1, 1]);
    const before = await marksOfTables();
    const statuses = await atOnce(links, async (link) => {
      const looks = ['GET', 'HEAD'].map((method) =>
        fetch(web.origin + link, { method, redirect: 'manual', headers: { 'user-agent': 'SafeLinks' } }),
      );
      return (await Promise.all(looks)).map(({ status }) => status);
    });
    expect(statuses.flat().filter((status) => status !== 200)).toEqual([]);
    expect(await marksOfTables()).toEqual(before);
  },
  TIME,
);

test(
  'forty members answer a poll and an invitation through their mails, without a password or a script',
  async () => {
    const began = performance.now();
    const seen = await atOnce(world.people, async (who, place) => {
      const guest = stranger();
      const [asked, invited] = [pollLink(who), rsvpLink(who)];
      const page = await guest.get(asked);
      const votes = answered(formOf(page.body, '?/dates'), who.memberId, (options, at) => {
        return options[(place + at) % options.length]!;
      });
      // Every other one double-clicks.
      const posts = await Promise.all(
        Array.from({ length: 1 + (place % 2) }, () => guest.post(`${asked}?/dates`, votes)),
      );
      const form = formOf((await guest.get(invited)).body, '?/rsvp');
      const fields = answered(form, who.memberId, () => (place % 4 === 0 ? 'no' : 'yes'));
      posts.push(await guest.post(`${invited}?/rsvp`, { ...fields, [`diet:${who.memberId}`]: 'vegan' }));
      const after = await guest.get(posts.at(-1)!.location!.replace(/#.*/, ''));
      return {
        isNamed: page.body.includes(own.answersAs) && page.body.includes(`<strong>${who.name}</strong>`),
        scripts: [page, after].filter(({ body }) => /<script/.test(body)).length,
        isAllAnswered: after.body.includes(own.toAnswer(0)) && after.body.includes(own.saved.rsvp),
        statuses: posts.map(({ status }) => status).filter((status) => status !== 303),
      };
    });
    const expected = { isNamed: true, scripts: 0, isAllAnswered: true, statuses: [] };
    expect(seen).toEqual(world.people.map(() => expected));
    process.stdout.write(`40 members answered in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);

    const rows = await owner.selectFrom('dateVote').select(['memberId', 'castBy']).execute();
    expect(rows).toHaveLength(120);
    expect(rows.every(({ castBy, memberId }) => castBy === memberId)).toBe(true);
    const rsvps = await owner.selectFrom('rsvp').select(['answer']).execute();
    expect(rsvps.filter(({ answer }) => answer === 'no')).toHaveLength(10);
    expect(rsvps).toHaveLength(40);
  },
  TIME,
);

test(
  'on a phone one answers for oneself and the clinic in one page of at most 60 KB, and sees that it is saved',
  async () => {
    const who = world.people.at(-1)!;
    const visitor = await aVisitor(browser, { javaScript: false, width: 390 });
    const { page } = visitor;
    const { bytes, status } = await arrive(visitor, web.origin + pollLink(who));
    expect(status).toBe(200);
    expect(bytes).toBeLessThanOrEqual(60 * 1024);
    expect((await page.locator('main p').first().textContent())?.trim().startsWith(own.answersAs)).toBe(true);
    expect(await phoneFaults(visitor, false)).toEqual([]);
    const poll = page.locator('form[action*="dates"]');
    for (const no of await poll.locator(`input[value=no][name$=":${who.memberId}"]`).all()) await no.check();
    await poll.locator('summary').click();
    const colleague = poll.locator('details input[type=radio]:not([checked])').first();
    const [, , helped = ''] = ((await colleague.getAttribute('name')) ?? '').split(':');
    const answer = await colleague.getAttribute('value');
    await colleague.check();
    await Promise.all([page.waitForEvent('load'), poll.getByRole('button', { name: polls.save }).click()]);
    await page.getByText(own.saved.dates).waitFor();
    expect((await votesOf(who.memberId)).map(({ answer }) => answer)).toEqual(['no', 'no', 'no']);
    expect(await votesOf(helped)).toContainEqual({ answer, castBy: who.memberId });
    await visitor.context.close();
    // What looks for faults is a script itself.
    const looker = await aVisitor(browser, { width: 390 });
    await looker.page.goto(web.origin + pollLink(who));
    expect(await phoneFaults(looker, true)).toEqual([]);
    await looker.context.close();
  },
  TIME,
);

test('a forwarded link says first whom one answers as, and what to do when that is somebody else', async () => {
  const [who] = world.people;
  const link = pollLink(who!);
  const before = await marksOfTables();
  const page = await stranger().get(link);
  const first = /<main[\s\S]*?<p[^>]*>([\s\S]*?)<\/p>/.exec(page.body)?.[1] ?? '';
  expect(first).toContain(own.answersAs);
  expect(first).toContain(who!.name);
  expect(first).toContain(`${link}/not-me`);
  const { body, status } = await stranger().get(`${link}/not-me`);
  expect(status).toBe(200);
  expect(body).toContain(own.notMePage.title(who!.name));
  expect(body).toContain('/sign-in');
  expect(await marksOfTables()).toEqual(before);
});

test('a link that has run out, or was ended, says whose it was and what to do', async () => {
  const who = world.people[1]!;
  const link = rsvpLink(who);
  const [, , token = ''] = link.split('/');
  const { hash } = await import('node:crypto');
  const tokenHash = Buffer.from(hash('sha256', token, 'buffer'));
  const past = new Date(ANSWERING.getTime() - 1000);
  const { numUpdatedRows } = await owner
    .updateTable('link')
    .set({ expiresAt: past })
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
  expect(numUpdatedRows).toBe(1n);
  const before = await marksOfTables();
  const page = await stranger().get(link);
  expect(page.status).toBe(404);
  expect(page.body).toContain(accessText.da.link_over('Fjordklyngen'));
  const post = await stranger().post(`${link}?/rsvp`, { meeting: world.inviting });
  expect([post.status, await marksOfTables()]).toEqual([404, before]);
});

test('of two tabs the one that is sent last stands, and neither is lost', async () => {
  const who = world.people[2]!;
  const link = pollLink(who);
  const guest = stranger();
  const tabs = [await guest.get(link), await guest.get(link)];
  for (const [at, answer] of ['yes', 'if_needed'].entries()) {
    const fields = answered(formOf(tabs[at]!.body, '?/dates'), who.memberId, () => answer);
    expect((await guest.post(`${link}?/dates`, fields)).status).toBe(303);
  }
  expect((await votesOf(who.memberId)).map(({ answer }) => answer)).toEqual(Array(3).fill('if_needed'));
  const shown = formOf((await guest.get(link)).body, '?/dates').sends;
  const mine = Object.entries(shown).filter(([name]) => name.endsWith(`:${who.memberId}`));
  expect(mine.map(([, value]) => value)).toEqual(Array(3).fill('if_needed'));
});

const ZERO = '00000000-0000-4000-8000-000000000000';
const ODD = ['', 'x', '\0', ZERO, 'ø'.repeat(3000)];
const values = (path: string) => ({
  token: path.split('/')[2] ?? '',
  meeting: world.inviting,
  round: ZERO,
  file: ZERO,
});

test(
  'what no form of ours would send through a link is refused in words, and is never a fault of ours',
  async () => {
    const [who] = world.people;
    const link = (letter: string) =>
      world.arrived.flatMap(linksOf).find((path) => path.startsWith(`/${letter}/`))!;
    const doors = { m: pollLink(who!), g: link('g'), v: link('v'), u: link('u'), r: world.room };
    const broken: string[] = [];
    const note = (path: string, body: string, { body: page, status }: Answer) => {
      const isSaid = status === 303 || /role="alert"|id="errors"|class="notice|<h1/.test(page);
      if (status === 0 || status >= 500 || !isSaid) broken.push(`${path} ${body} answered ${status}`);
    };
    let sent = 0;
    for (const { actions, pattern } of listAddresses()) {
      const door = doors[pattern.split('/')[1] as keyof typeof doors];
      if (!door) continue;
      const path = filled(pattern, values(door));
      const names = [
        ...namesIn((await stranger().get(path)).body),
        'member',
        'id',
        'file',
        'told',
        'vote',
        'topic',
      ];
      const bodies = [
        '',
        'x=1',
        ...ODD.map((odd) => new URLSearchParams(names.map((name) => [name, odd])).toString()),
      ];
      for (const action of actions)
        await atOnce(bodies, async (body) => {
          const to = action === 'default' ? path : `${path}?/${action}`;
          sent += 1;
          note(
            to,
            body.slice(0, 60),
            await stranger().post(to, Object.fromEntries(new URLSearchParams(body))),
          );
        });
    }
    expect(broken).toEqual([]);
    expect(sent).toBeGreaterThan(100);
  },
  TIME,
);

test('a poll that closes while somebody answers says so, and shows what they had chosen', async () => {
  const who = world.people[3]!;
  const link = pollLink(who);
  const guest = stranger();
  const fields = answered(formOf((await guest.get(link)).body, '?/dates'), who.memberId, () => 'no');
  const stood = await votesOf(who.memberId);
  await owner.updateTable('datePoll').set({ closedAt: ANSWERING }).execute();
  const late = await guest.post(`${link}?/dates`, { ...fields, command: randomUUID() });
  expect(late.status).toBe(409);
  expect(late.body).toContain(polls.late.title);
  expect(late.body).toContain(polls.late.text);
  const [form] = formsIn(late.body).filter(({ action }) => action.startsWith('?/dates'));
  const mine = Object.entries(form!.sends).filter(([name]) => name.endsWith(`:${who.memberId}`));
  expect(mine.map(([, value]) => value)).toEqual(['no', 'no', 'no']);
  expect(await votesOf(who.memberId)).toEqual(stood);
});

test('a meeting that is called off while somebody answers says so, and shows what they had chosen', async () => {
  const who = world.people[4]!;
  const link = rsvpLink(who);
  const guest = stranger();
  const fields = answered(formOf((await guest.get(link)).body, '?/rsvp'), who.memberId, () => 'yes');
  const off = { state: 'cancelled', cancelledAt: ANSWERING };
  await owner.updateTable('meeting').set(off).where('meetingId', '=', world.inviting).execute();
  const late = await guest.post(`${link}?/rsvp`, { ...fields, command: randomUUID() });
  expect(late.status).toBe(409);
  expect(late.body).toContain(rsvpText.da.refusal.meeting_over);
  expect(late.body).toContain(`${who.name}: ${rsvpText.da.answers.yes}`);
});
