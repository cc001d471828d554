import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type App, PARTS, type PartName, startApp, waitFor } from './app.ts';
import { deliver, type Figures, figuresOfMonth } from './delivering.ts';
import { oneRow, ownerOf, valuesFor } from './example-world.ts';
import { throughDoor } from './guest.ts';
import { type Write, type Writer, writeUntil } from './writing.ts';

/*
 * People write and a source delivers while parts of the product are killed, each time in the middle of a
 * confirmation. The short form runs with all other tests; the long one with DURABILITY=long.
 */
const SIZE =
  process.env.DURABILITY === 'long'
    ? { writes: 2000, deliveries: 50, killAtEvery: 2, seconds: 3600 }
    : { writes: 60, deliveries: 3, killAtEvery: 1, seconds: 180 };

let app: App;
let owner: pg.Pool;
let begun: Date;
let written: Map<string, Write[]>;
const files: Figures[] = [];
const receipts: string[] = [];
const killed: PartName[] = [];

beforeAll(async () => {
  app = await startApp();
  owner = ownerOf(app);
  begun = new Date();
  let writes = 0;
  let isDelivering = true;
  const delivering = deliverThroughKills().finally(() => (isDelivering = false));
  const isDone = () => !isDelivering && writes >= SIZE.writes;
  written = await writeUntil(await openWriters(), isDone, () => (writes += 1));
  await delivering;
  await app.restart();
  await waitFor(noLetterWaits, 'every letter is sent', 120);
}, SIZE.seconds * 1000);

afterAll(async () => {
  await owner?.end();
  await app?.close();
});

async function deliverThroughKills(): Promise<void> {
  const guest = await throughDoor(app.origin, 'source');
  const { source } = await valuesFor(owner, 'source');
  const { rows } = await owner.query<{ number: string }>(
    'select distinct number from practice_number order by 1',
  );
  const numbers = rows.map(({ number }) => number);
  for (let place = 0; place < SIZE.deliveries; place += 1) {
    const figures = figuresOfMonth(place, 'kol1', numbers);
    let killing: Promise<void> | null = null;
    const onConfirm = () => {
      if (place % SIZE.killAtEvery === 0) killing ??= killNext(place);
    };
    files.push(figures);
    receipts.push(await deliver(guest, source!, figures, onConfirm));
    await killing;
  }
}

// Not always at the same point of the confirmation's way.
async function killNext(place: number): Promise<void> {
  const part = PARTS[killed.length % PARTS.length]!;
  killed.push(part);
  await pause((place * 11) % 50);
  await app.kill(part);
}

async function noLetterWaits(): Promise<true | null> {
  const { rows } = await owner.query('select from letter where sent_at is null and due_at <= now() limit 1');
  return rows.length === 0 ? true : null;
}

async function openWriters(): Promise<Writer[]> {
  const confirmers = (['coordinator', 'doctor'] as const).map(aConfirmer);
  const answerers = (['larger', 'smaller'] as const).map(anAnswerer);
  const renamers = (['secretary', 'source'] as const).map(async (door) => ({
    name: door,
    guest: await throughDoor(app.origin, door),
    next: (place: number) => ({ path: '/my?/change', fields: { name: nameAt(door, place), locale: 'da' } }),
  }));
  return Promise.all([...confirmers, ...answerers, ...renamers]);
}

const nameAt = (door: string, place: number) => `Opdigtet ${door} ${place}`;

/** A doctor who closes the figures to a colleague and lets him in again, time after time. */
async function aConfirmer(door: 'coordinator' | 'doctor'): Promise<Writer> {
  const { cluster, person, practice } = await valuesFor(owner, door);
  const { member, is_open } = await oneRow<{ member: string; is_open: boolean }>(
    owner,
    `select m.member_id as member, (a.member_id is not null) as is_open from member m
     left join figure_access a on a.member_id = m.member_id and a.ended_at is null
     where m.practice_id = $1 and m.kind = 'doctor' and upper_inf(m.valid) and m.person_id <> $2
     order by is_open, m.member_id limit 1`,
    [practice, person],
  );
  const first = is_open ? 1 : 0;
  const path = `/c/${cluster}/practice/colleagues/${member}`;
  const next = (place: number) => ({
    path: `${path}?/${(place + first) % 2 === 0 ? 'confirm' : 'close'}`,
    fields: {},
  });
  return { name: door, guest: await throughDoor(app.origin, door), next };
}

/** A doctor who says no and yes to a source, time after time. */
async function anAnswerer(door: 'larger' | 'smaller'): Promise<Writer> {
  const { cluster, practice, source } = await valuesFor(owner, door);
  const path = `/c/${cluster}/practice/sources/${source}?/answer&practice=${practice}`;
  const next = (place: number) => ({ path, fields: { answer: answerAt(place) } });
  return { name: door, guest: await throughDoor(app.origin, door), next };
}

const answerAt = (place: number) => (place % 2 === 0 ? 'no' : 'yes');

test('every part was killed while people wrote and a source delivered', () => {
  expect([...new Set(killed)].sort()).toEqual([...PARTS].sort());
  expect(killed).toHaveLength(Math.ceil(SIZE.deliveries / SIZE.killAtEvery));
  expect([...written.values()].flat().length).toBeGreaterThanOrEqual(SIZE.writes);
  expect([...written.values()].every((writes) => writes.length > 1)).toBe(true);
});

test('every acknowledged write is in the journal exactly once, and nothing else of theirs is', async () => {
  const { rows } = await owner.query<{ command: string }>(
    `select command_id as command from journal where at >= $1
     and event in ('person.changed', 'source.answered', 'figure_access.confirmed', 'figure_access.closed')`,
    [begun],
  );
  const acknowledged = [...written.values()].flat().map(({ command }) => command);
  expect(rows.map(({ command }) => command).sort()).toEqual(acknowledged.sort());
});

test.each(['secretary', 'source'] as const)('the name of the %s is the one set last', async (door) => {
  const { person } = await valuesFor(owner, door);
  const { name } = await oneRow<{ name: string }>(owner, 'select name from person where person_id = $1', [
    person,
  ]);
  expect(name).toBe(nameAt(door, written.get(door)!.length - 1));
});

test.each(['larger', 'smaller'] as const)(
  'each answer of the %s practice stands once, in order',
  async (door) => {
    const { practice, source } = await valuesFor(owner, door);
    const { rows } = await owner.query<{ answer: string }>(
      'select answer from source_answer where practice_id = $1 and source_id = $2 and answered_at >= $3 order by answered_at',
      [practice, source, begun],
    );
    expect(rows.map(({ answer }) => answer)).toEqual(written.get(door)!.map((_, place) => answerAt(place)));
  },
);

test('every delivery is confirmed once, with all its rows, and no other delivery has any', async () => {
  for (const [place, { rows: lines, text }] of files.entries()) {
    const hash = createHash('sha256').update(text).digest();
    const { rows } = await owner.query<{ id: string; lines: string[] }>(
      `select d.delivery_id as id, array_agg(n.number || ';' || m.numerator || ';' || m.denominator) as lines
       from delivery d join measurement m using (delivery_id)
       join practice_number n on n.practice_id = m.practice_id
       where d.file_hash = $1 and d.state = 'confirmed' group by 1`,
      [hash],
    );
    expect(rows.map(({ id }) => id)).toEqual([receipts[place]]);
    expect(rows[0]!.lines.sort()).toEqual(lines.toSorted());
  }
  const halves = await owner.query(
    `select from delivery d join measurement m using (delivery_id) where d.started_at >= $1
     and d.delivery_id <> all ($2::uuid[])`,
    [begun, receipts],
  );
  expect(halves.rowCount).toBe(0);
});

test('no letter is lost or written twice', async () => {
  const { rows: told } = await owner.query<{ letters: number; doctors: number }>(
    `select (select count(*) from letter where kind = 'figures_ready' and facts ->> 'delivery' = which::text)::int as letters,
       (select count(distinct m.person_id) from measurement f join member m on m.practice_id = f.practice_id and m.kind = 'doctor'
         and upper_inf(m.valid) where f.delivery_id = which)::int as doctors
     from unnest($1::uuid[]) which`,
    [receipts],
  );
  expect(told).toHaveLength(files.length);
  expect(told.filter(({ letters, doctors }) => letters !== doctors || doctors === 0)).toEqual([]);
  for (const door of ['coordinator', 'doctor'] as const) {
    const { practice } = await valuesFor(owner, door);
    const { rows: rounds } = await owner.query<{ letters: number }>(
      `select count(distinct person_id)::int as letters from letter where kind = 'colleague_opened' and written_at >= $1
       and facts ->> 'practice' = (select name from practice where practice_id = $2) group by written_at`,
      [begun, practice],
    );
    expect(rounds).toHaveLength(written.get(door)!.filter(({ path }) => path.endsWith('confirm')).length);
    expect(new Set(rounds.map(({ letters }) => letters)).size).toBe(1);
  }
  // What was answered before its letter went needs no letter.
  const unseen = await owner.query(
    `select l.kind, l.failure from letter l left join example_letter e using (letter_id)
     where l.written_at >= $1 and l.failure is distinct from 'answered' and (e.letter_id is null or l.failure is not null)`,
    [begun],
  );
  expect(unseen.rows).toEqual([]);
});

test('after a start no file of a draft is left on the disk', () => {
  expect(readdirSync(join(app.dataDir, 'spool'))).toEqual([]);
});
