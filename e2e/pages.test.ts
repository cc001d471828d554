import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOORS, type Door } from '#domain/tryout/door.ts';
import { filled, listAddresses } from './addresses.ts';
import { type App, startApp } from './app.ts';
import { aVisitor, openBrowser, type Visitor } from './browser.ts';
import { letACopyComeBack, linksFor, valuesAt } from './example-meeting.ts';
import { moreRounds } from './example-rounds.ts';
import { ownerOf, type Values, valuesFor } from './example-world.ts';
import { aGuest, type Guest, throughDoor } from './guest.ts';
import { arrive, frameFaults, otherwiseFaults, pageFaultsOf, phoneFaults } from './walk.ts';
import { listDanishPhrases, readable } from './words.ts';

type Reader = { name: Door | 'stranger'; guest: Guest; values: Values };
type Seen = { reader: Reader; path: string; pattern: string; body: string };

let app: App;
let owner: pg.Pool;
let browser: Browser;
let readers: Reader[];
let links: Values;
let seen: Seen[];

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  owner = ownerOf(app);
  const ofCoordinator = await valuesFor(owner, 'coordinator');
  const more = await moreRounds(owner, ofCoordinator);
  links = { ...(await linksFor(owner, ofCoordinator)), q: more.q };
  const missed = await letACopyComeBack(owner, ofCoordinator.ahead!);
  readers = [{ name: 'stranger', guest: aGuest(app.origin), values: { ...ofCoordinator, ...more.values } }];
  // A member first: what a member sees is looked at and weighed as the member’s.
  for (const door of [...DOORS].sort((a, b) => Number(b === 'doctor') - Number(a === 'doctor'))) {
    const guest = await throughDoor(app.origin, door);
    const values = { ...(await valuesFor(owner, door)), ...more.values, missed };
    const reader = { name: door, guest, values };
    readers.push({ ...reader, values: await beginDraft(reader) });
  }
  seen = await seeAll();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await owner?.end();
  await app?.close();
});

// Addresses that are no page when they are gone to: they take forms, or lead on.
const FORMS_ONLY = [
  '/c/[cluster=uuid]/meetings/[meeting=uuid]/attendance/room',
  '/language',
  '/sign-out',
  '/source/[source=uuid]/deliveries',
  '/source/[source=uuid]/deliveries/upload',
  '/source/[source=uuid]/practices/keys',
];
const pages = listAddresses().filter(
  ({ methods, pattern }) => methods.length === 0 && !FORMS_ONLY.includes(pattern),
);

/** Every address as every reader who gets a page there. */
async function seeAll(): Promise<Seen[]> {
  const found: Seen[] = [];
  for (const reader of readers)
    for (const { pattern } of pages) {
      const path = pathFor(reader, pattern);
      const { status, body } = await reader.guest.get(path);
      if (status >= 500) throw new Error(`${path} answers the ${reader.name} ${status}.`);
      if (status === 200) found.push({ reader, path, pattern, body });
    }
  return found;
}

function pathFor({ values }: Reader, pattern: string): string {
  const isDraft = /\/(columns|check)$/.test(pattern);
  const path = filled(pattern, {
    ...valuesAt(pattern, values),
    token: links[pattern.split('/')[1] ?? ''] ?? 'a-link-that-nobody-was-given-0123456789abcdef',
    ...(isDraft && values.draft ? { delivery: values.draft } : {}),
    ...(pattern.includes('/packages/[key') ? { key: 'kol' } : {}),
    ...(pattern.includes('/people/[person') ? { person: values.partner_person! } : {}),
  });
  if (pattern.endsWith('/letters/preview')) return `${path}?kind=meeting_invitation`;
  return pattern.endsWith('/practice/sources/[source=uuid]') ? `${path}?practice=${values.practice}` : path;
}

/** Who delivers has a file that waits to be checked. */
async function beginDraft({ guest, values }: Reader): Promise<Values> {
  const at = `/source/${values.source}/deliveries/new?/example`;
  const { location } = await guest.post(at, { command: randomUUID() });
  const [, draft] = /\/deliveries\/([0-9a-f-]{36})\//.exec(location ?? '') ?? [];
  return draft ? { ...values, draft } : values;
}

const isFirst = (each: Seen) => seen.find(({ pattern }) => pattern === each.pattern) === each;

const toldOf = ({ reader, path }: Seen, faults: string[]) =>
  faults.map((fault) => `${path} as ${reader.name}: ${fault}`);

/**
 * Looks at pages as their readers, on a phone, two at a time, each in a browser of its own: what is amiss with each is
 * what `look` answers.
 */
async function lookAt(
  pagesSeen: readonly Seen[],
  javaScript: boolean,
  look: (visitor: Visitor, each: Seen) => Promise<string[]>,
): Promise<string[]> {
  const waiting = [...pagesSeen];
  const eyes = async () => {
    const visitorFor = await openVisitors(javaScript);
    const faults: string[] = [];
    for (let each = waiting.shift(); each; each = waiting.shift())
      faults.push(...toldOf(each, await look(await visitorFor(each), each)));
    return faults;
  };
  return (await Promise.all([eyes(), eyes()])).flat();
}

async function openVisitors(javaScript: boolean): Promise<(each: Seen) => Promise<Visitor>> {
  const visitors = new Map<Reader, Visitor>();
  return async ({ reader }) => {
    const visitor = visitors.get(reader) ?? (await aVisitor(browser, { javaScript, width: 390 }));
    const value = reader.guest.session();
    if (value && !visitors.has(reader))
      await visitor.context.addCookies([{ name: 'klyngerum', value, url: app.origin }]);
    visitors.set(reader, visitor);
    return visitor;
  };
}

const RUN = 4;

/**
 * What a page is built of: each run of tags and texts that stand side by side, with what the tags are but not what the
 * texts say. What the rules of accessibility judge shows in such a run.
 */
function runsOf({ body }: Seen): string[] {
  const page = body.slice(body.indexOf('<body')).replace(/<(script|style)\b[\s\S]*?<\/\1>|<!--.*?-->/g, '');
  const parts = (page.match(/<[^>]+>|[^<>]+/g) ?? []).filter((part) => part.trim() !== '');
  const kinds = parts.map((part) =>
    part.startsWith('<') ? part.replace(/ (?!class|type|role|aria-\w+)[\w-]+="[^"]*"/g, '') : 'text',
  );
  return kinds.map((_, at) => kinds.slice(at, at + RUN).join(' '));
}

/** The most that a page of a member may weigh over the wire, with its font. */
const MOST_BYTES = 60 * 1024;

function weightFaults({ reader }: Seen, bytes: number): string[] {
  const isOfMember = reader.name === 'stranger' || reader.name === 'doctor';
  return isOfMember && bytes > MOST_BYTES ? [`weighs ${Math.ceil(bytes / 1024)} KB`] : [];
}

test('every address is somebody’s page', () => {
  const patterns = pages.map(({ pattern }) => pattern);
  expect(patterns.filter((pattern) => !seen.some((each) => each.pattern === pattern))).toEqual([]);
});

test('every page is sound for its first reader, wide and on a phone, light and dark', async () => {
  const faults = await lookAt(seen.filter(isFirst), true, async (visitor, each) => {
    const { bytes } = await arrive(visitor, app.origin + each.path);
    return [...(await pageFaultsOf(visitor, 'da')), ...weightFaults(each, bytes)];
  });
  expect(faults).toEqual([]);
}, 240_000);

test('every page on which another reader sees something new is sound on a phone', async () => {
  const known = new Set(seen.filter(isFirst).flatMap(runsOf));
  const others = seen.filter((each) => {
    const fresh = runsOf(each).filter((run) => !known.has(run));
    for (const run of fresh) known.add(run);
    return fresh.length > 0;
  });
  expect(others.length).toBeGreaterThan(0);
  const faults = await lookAt(others, true, async (visitor, each) => {
    const { bytes } = await arrive(visitor, app.origin + each.path);
    return [...(await otherwiseFaults(visitor)), ...weightFaults(each, bytes)];
  });
  expect(faults).toEqual([]);
}, 180_000);

test('a page that brings a script has its heading, title and width without it', async () => {
  const withScript = seen.filter(({ body }) => body.includes('<script'));
  const faults = await lookAt(withScript, false, async (visitor, each) => {
    await arrive(visitor, app.origin + each.path);
    return [...(await frameFaults(visitor.page, 'da')), ...(await phoneFaults(visitor, false))];
  });
  expect(withScript.length).toBeGreaterThan(0);
  expect(faults).toEqual([]);
}, 60_000);

test('no link on any page leads nowhere', async () => {
  const followed = new Map<string, () => Promise<string[]>>();
  for (const each of seen) {
    for (const [, href = ''] of each.body.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g)) {
      const path = href.replaceAll('&amp;', '&');
      followed.set(`${each.reader.name} ${path}`, async () => {
        const { status } = await each.reader.guest.get(path);
        return status >= 400 || status === 0 ? toldOf(each, [`${path} answers ${status}`]) : [];
      });
    }
  }
  expect(await inTurns([...followed.values()], 4)).toEqual([]);
  expect(followed.size).toBeGreaterThan(40);
}, 120_000);

/** All that the steps answer, gone through by so many hands at once. */
async function inTurns(steps: readonly (() => Promise<string[]>)[], hands: number): Promise<string[]> {
  const waiting = [...steps];
  const told: string[] = [];
  const hand = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) told.push(...(await step()));
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return told;
}

// What somebody wrote stays in the language it was written in: names, packages, plans, and letters to Danish readers.
const CONTENT = `select name as content from source union select name from cluster
  union select definition::text from package union select title from deadline union select agenda_item::text from agenda_item
  union select concat_ws(' ', what, who, measure) from agreement union select concat_ws(' ', subject, body) from example_letter`;

test('no phrase of a page is left in Danish for who reads English', async () => {
  const phrases = await listDanishPhrases();
  expect(phrases.length).toBeGreaterThan(200);
  const slips: { phrase: string; told: string }[] = [];
  const isEnglish: boolean[] = [];
  for (const each of seen) {
    const guest = aGuest(app.origin, each.reader.guest.session() ?? undefined, 'en-GB');
    const { body } = await guest.get(each.path);
    // A letter is written in the language of whoever gets it.
    const text = readable(body.replace(/<(h2|p)[^>]*\blang="da"[^>]*>[\s\S]*?<\/\1>/g, ''));
    isEnglish.push(body.includes('<html lang="en"'));
    for (const phrase of phrases)
      if (text.includes(phrase)) slips.push({ phrase, told: toldOf(each, [phrase]).join() });
  }
  const { rows } = await owner.query<{ content: string }>(CONTENT);
  const isWritten = (phrase: string) => rows.some(({ content }) => content.includes(phrase));
  expect(slips.filter(({ phrase }) => !isWritten(phrase)).map(({ told }) => told)).toEqual([]);
  expect(isEnglish).not.toContain(false);
}, 60_000);
