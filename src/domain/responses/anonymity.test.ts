import { beforeAll, expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import {
  aCrowd,
  type Dump,
  dumpAll,
  filesOnDisk,
  type Giver,
  hand,
  type Row,
  togetherness,
} from './anonymity.fixtures.ts';
import { aQuestionnaire, aRound, daysLater, follow, keys, rowsOf, stateOf } from './responses.fixtures.ts';

/*
 * A thousand members answer, each with a number that is theirs alone. Whoever then has the whole database, the list of
 * who has answered, and the order in which they did, tries to say whose number is whose. That must go no better than
 * by chance, whatever the rows are laid side by side by.
 */
const PEOPLE = 1000;
const definition = aQuestionnaire({
  questions: [
    aQuestion({ key: 'antal', type: 'number', question: 'Hvor mange?' }),
    aQuestion({ key: 'tryg', type: 'scale', scale: 'confidence', question: 'Hvor tryg?' }),
    aQuestion({ key: 'ord', type: 'short_text', question: 'Et ord?' }),
  ],
});
// Five standard errors of a rank correlation by chance, and matches by chance (Poisson with mean 1).
const BY_CHANCE = 5 / Math.sqrt(PEOPLE - 1);
const MATCHES_BY_CHANCE = 12;

let givers: Giver[];
let sealed: Dump;
let onDisk: string[];
let opened: Dump;
let roundId: string;

beforeAll(async () => {
  const crowd = await aCrowd(PEOPLE);
  givers = crowd.givers;
  const { meetingId } = await aMeeting(crowd.cluster);
  roundId = await aRound({ clusterId: crowd.cluster.clusterId, meetingId, definition });
  await follow();
  for (let at = 0; at < PEOPLE; at += 8)
    await Promise.all(givers.slice(at, at + 8).map((giver) => hand(roundId, giver)));
  sealed = await dumpAll();
  onDisk = await listLeaks();
  await follow(daysLater(15));
  opened = await dumpAll();
}, 120_000);

async function listLeaks(): Promise<string[]> {
  const found: string[] = [];
  for await (const { bytes, file } of filesOnDisk()) if (bytes.includes('KANARIE')) found.push(file);
  return found;
}

const rowsIn = (dump: Dump, table: string) => dump.get(table) ?? [];
const textOf = (dump: Dump) => JSON.stringify([...dump]);

test('while a round is open its answers are in no table and no file of the database', async () => {
  expect(rowsIn(sealed, 'sealed_response')).toHaveLength(PEOPLE);
  expect(textOf(sealed)).not.toContain('KANARIE');
  expect(onDisk).toEqual([]);
  expect(rowsIn(sealed, 'anonymous_answer')).toEqual([]);
});

test('what is sealed is of one length, and so is whatever else is written with it', () => {
  const lengths = (table: string, column: string) =>
    new Set(rowsIn(sealed, table).map(({ columns }) => String(columns[column]).length));
  expect(lengths('sealed_response', 'sealed').size).toBe(1);
  expect(lengths('sealed_response', 'sealed_response_id').size).toBe(1);
});

test('each is counted once, and what was sealed is gone with its key', async () => {
  expect(await stateOf(roundId)).toBe('counted');
  expect(await rowsOf('sealed_response', roundId)).toBe(0);
  expect(await keys.list()).toEqual([]);
  const numbers = answers('antal').map(({ columns }) => Number(columns.answer));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(
    givers.map(({ secret }) => secret).toSorted((a, b) => a - b),
  );
});

const answers = (key: string) =>
  rowsIn(opened, 'anonymous_answer').filter(({ columns }) => columns.question_key === key);
const ANSWER_TABLES = ['anonymous_answer', 'text_answer', 'questionnaire_result'];

test('no value leads from an answer to anything else but its cluster, its round and its question', () => {
  const allowed = new Set<unknown>();
  for (const table of ANSWER_TABLES)
    for (const { columns } of rowsIn(opened, table))
      for (const name of ['cluster_id', 'questionnaire_round_id', 'question_key', 'party'])
        allowed.add(columns[name]);
  const theirs = new Set(ANSWER_TABLES.flatMap((table) => rowsIn(opened, table).flatMap(identifying)));
  const shared = [...opened]
    .filter(([table]) => !ANSWER_TABLES.includes(table))
    .flatMap(([, rows]) => rows.flatMap(identifying))
    .filter((value) => theirs.has(value) && !allowed.has(value));
  expect(shared).toEqual([]);
});

// What is long enough to tell one row from another.
function identifying({ columns }: Row): unknown[] {
  return Object.values(columns).filter((value) => typeof value === 'string' && value.length >= 8);
}

test('no answer carries a moment or a day', () => {
  const dated = ANSWER_TABLES.flatMap((table) =>
    rowsIn(opened, table).flatMap(({ columns }) =>
      Object.entries(columns).filter(
        ([name, value]) => name !== 'result' && /^\d{4}-\d\d-\d\d/.test(String(value)),
      ),
    ),
  );
  expect(dated).toEqual([]);
});

test('of a giver the journal says one thing, and of its moment the day', () => {
  const lines = rowsIn(opened, 'journal').filter(({ columns }) => columns.subject === roundId);
  expect(lines).toHaveLength(PEOPLE);
  expect(new Set(lines.map(({ columns }) => columns.at)).size).toBe(1);
  expect(String(lines[0]!.columns.at)).toMatch(/^2026-03-02T00:00:00/);
});

test('all answers were written at once, and lie in no order of when or by whom they were given', () => {
  expect(new Set(rowsIn(opened, 'anonymous_answer').map(({ xmin }) => xmin)).size).toBe(1);
  const told: string[] = [];
  for (const [answered, secrets] of Object.entries(ordersOfAnswers()))
    for (const [by, people] of Object.entries(ordersOfPeople())) {
      expect(people, by).toHaveLength(PEOPLE);
      const secretOf = new Map(givers.map(({ memberId, secret }) => [memberId, secret]));
      const matches = people.filter((memberId, at) => secretOf.get(memberId) === secrets[at]).length;
      const placeOf = new Map(secrets.map((secret, at) => [secret, at]));
      const rho = togetherness(
        people.map((_, at) => at),
        people.map((memberId) => placeOf.get(secretOf.get(memberId)!)!),
      );
      if (Math.abs(rho) > BY_CHANCE || matches > MATCHES_BY_CHANCE)
        told.push(`${answered} by ${by}: ${rho}, ${matches}`);
    }
  expect(told).toEqual([]);
});

// What somebody could read an order off on the side of the answers …
function ordersOfAnswers(): Record<string, number[]> {
  const numbers = answers('antal');
  const secret = ({ columns }: Row) => Number(columns.answer);
  const words = rowsIn(opened, 'text_answer');
  const inWords = (rows: readonly Row[]) =>
    rows.map(({ columns }) => Number(String(columns.answer).slice('KANARIE'.length)));
  return {
    'as they lie': numbers.map(secret),
    'by place': sorted(numbers, ({ ctid }) => place(ctid)).map(secret),
    'by size': sorted(numbers, (row) => JSON.stringify(row.columns).length).map(secret),
    'words as they lie': inWords(words),
    'words by id': inWords(sorted(words, ({ columns }) => String(columns.text_answer_id))),
    'words by place': inWords(sorted(words, ({ ctid }) => place(ctid))),
  };
}

// … and on the side of the people.
function ordersOfPeople(): Record<string, string[]> {
  const asked = rowsIn(opened, 'respondent').filter(({ columns }) => columns.answered_on !== null);
  const member = ({ columns }: Row) => String(columns.member_id);
  const personOf = new Map(givers.map(({ memberId, personId }) => [personId, memberId]));
  const journal = rowsIn(opened, 'journal').filter(
    ({ columns }) => columns.event === 'questionnaire.answered',
  );
  const written = ({ columns }: Row) => personOf.get(String(columns.person_id)) ?? '';
  const boxes = rowsIn(sealed, 'respondent').filter(({ columns }) => columns.answered_on !== null);
  return {
    'the order in which they answered': givers.map(({ memberId }) => memberId),
    'who has answered, as they lie': asked.map(member),
    'who has answered, by what wrote it': sorted(asked, ({ xmin }) => xmin).map(member),
    'who has answered, by id': sorted(asked, ({ columns }) => String(columns.respondent_id)).map(member),
    'who had answered while it was open': sorted(boxes, ({ ctid }) => place(ctid)).map(member),
    'the journal, as it lies': journal.map(written),
    'the journal, by time': sorted(journal, ({ columns }) => String(columns.at)).map(written),
    'the journal, by what wrote it': sorted(journal, ({ xmin }) => xmin).map(written),
    'by member': givers.map(({ memberId }) => memberId).toSorted(),
  };
}

function sorted(rows: readonly Row[], by: (row: Row) => number | string): Row[] {
  return [...rows].sort((one, other) => (by(one) < by(other) ? -1 : by(one) > by(other) ? 1 : 0));
}

function place(ctid: string): number {
  const [page = 0, line = 0] = ctid.slice(1, -1).split(',').map(Number);
  return page * 10_000 + line;
}

test('the attack would find an order that is there', () => {
  const inOrder = givers.map(({ place: at }) => at);
  expect(togetherness(inOrder, inOrder)).toBeCloseTo(1);
  expect(togetherness(inOrder, inOrder.toReversed())).toBeCloseTo(-1);
});
