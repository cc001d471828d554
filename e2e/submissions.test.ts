import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answeringText } from '#domain/responses/answering.text.ts';
import { type App, type PartName, startApp, waitFor } from './app.ts';
import { type Asked, aCrowd, answersOf, planRound } from './crowd.ts';
import { oneRow, ownerOf } from './example-world.ts';
import { type Answer, untilAnswered } from './guest.ts';
import { aTab, openPost, type Post } from './posting.ts';
import { bar } from './standstill.ts';

/*
 * A thousand members answer a questionnaire within a minute, while web, worker and database are killed. Whoever gets no
 * answer sends again. Then the last day passes, and whoever counts is killed in the middle of it, at each of its steps.
 */
const PEOPLE = 1000;
const CONNECTIONS = 64;
// What is killed when so many have been told that their answers are in.
const KILLS: readonly (readonly [number, PartName])[] = [
  [100, 'web'],
  [250, 'worker'],
  [400, 'web'],
  [550, 'postgres'],
  [700, 'worker'],
  [850, 'web'],
];
// Where a count stands still before it is killed: nothing written, all answers written, all but the end.
const STEPS_OF_COUNTING = ['anonymous_answer', 'questionnaire_result', 'answer_draft'] as const;

let app: App;
let owner: pg.Pool;
let roundId: string;
let asked: Asked[];
let told: Told[];
let killed: PartName[];
let atRest: { sealed: number; drafts: number; answered: number };
let keyAfterRollback: boolean;

beforeAll(async () => {
  app = await startApp();
  owner = ownerOf(app);
  const crowd = await aCrowd(owner, PEOPLE);
  asked = crowd.asked;
  roundId = await planRound(owner, crowd);
  keyAfterRollback = await openThroughAKill();
  [told, killed] = await answerThroughKills();
  atRest = await oneRow(
    owner,
    `select (select count(*)::int from sealed_response where questionnaire_round_id = $1) as sealed,
       (select count(*)::int from answer_draft join respondent using (respondent_id) where questionnaire_round_id = $1) as drafts,
       (select count(answered_on)::int from respondent where questionnaire_round_id = $1) as answered`,
    [roundId],
  );
  await countThroughKills();
}, 420_000);

afterAll(async () => {
  await owner?.end();
  await app?.close();
});

const keyFile = () => join(app.dataDir, 'questionnaire-keys', roundId);
const stateOf = async () =>
  (
    await oneRow<{ state: string }>(
      owner,
      'select state from questionnaire_round where questionnaire_round_id = $1',
      [roundId],
    )
  ).state;
const comesTo = (state: string) =>
  waitFor(
    async () => ((await stateOf().catch(() => '')) === state ? true : null),
    `the round is ${state}`,
    180,
  );

/** Kills the worker while it opens the round; answers whether that left a key of a round that is not open. */
async function openThroughAKill(): Promise<boolean> {
  const barrier = await bar(app, 'respondent');
  await app.kill('worker');
  await barrier.reached();
  await app.kill('worker');
  const isLeft = existsSync(keyFile()) && (await stateOf()) === 'planned';
  await barrier.lift();
  await comesTo('open');
  return isLeft;
}

/** What somebody was told: how often no answer came, the answer that came, and those to what was sent again. */
type Told = { who: Asked; lost: number; first: Answer; again: Answer[] };

async function answerThroughKills(): Promise<[Told[], PartName[]]> {
  const { post, close } = openPost(app.origin, CONNECTIONS);
  const [done, killing]: [Told[], Promise<PartName>[]] = [[], []];
  const kill = (part: PartName) => app.kill(part).then(() => part);
  const waiting = asked.map((who, at) => ({ who, at }));
  const hand = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      done.push(await answer(post, next.who, next.at));
      for (const [after, part] of KILLS) if (after === done.length) killing.push(kill(part));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, hand));
  const parts = await Promise.all(killing);
  close();
  return [done, parts];
}

// One in five keeps a draft first, one in eight presses twice at once, one in twelve has a second tab open.
async function answer(post: Post, who: Asked, at: number): Promise<Told> {
  const path = `/m/${who.link}/questionnaires/${roundId}`;
  const tab = aTab(answersOf(who));
  if (at % 5 === 0) await untilAnswered(() => post(`${path}?/keep`, aTab(answersOf(who))));
  let tries = 0;
  const send = () => {
    tries += 1;
    return post(`${path}?/send`, tab);
  };
  const twice = at % 8 === 0 ? post(`${path}?/send`, tab) : null;
  const first = await untilAnswered(send);
  const again = twice ? [await twice] : [];
  if (at % 12 === 0) again.push(await post(`${path}?/send`, aTab(answersOf({ ...who, number: 99_999 }))));
  if (at % 24 === 0) again.push(await post(`${path}?/keep`, aTab(answersOf(who))));
  return { who, lost: tries - 1, first, again };
}

/** Lets the last day pass, and kills whoever counts at each step: the worker, and in the end the database under it. */
async function countThroughKills(): Promise<void> {
  await app.restart();
  let barrier = await bar(app, STEPS_OF_COUNTING[0]);
  await owner.query(
    'update questionnaire_round set closes_on = current_date - 1, opens_on = current_date - 14 where questionnaire_round_id = $1',
    [roundId],
  );
  await app.kill('worker');
  for (const table of STEPS_OF_COUNTING.slice(1)) {
    await barrier.reached();
    const next = await bar(app, table);
    await app.kill('worker');
    await barrier.lift();
    barrier = next;
  }
  await barrier.reached();
  await app.kill('postgres');
  await barrier.lift();
  await comesTo('counted');
  await waitFor(() => (existsSync(keyFile()) ? null : true), 'the key is forgotten', 120);
}

const isAnAnswer = ({ status }: Answer) => status > 0 && status < 500;
const isSent = ({ location, status }: Answer) => status === 303 && location?.endsWith('?saved=sent') === true;
// Whoever has answered is thanked for it, whatever else they send.
const isKnown = ({ body, status }: Answer) => status === 409 && body.includes(answeringText.da.sent.title);

test('everybody was told that their answers are in, and every part was killed meanwhile', () => {
  expect(told).toHaveLength(PEOPLE);
  expect(killed.toSorted()).toEqual(KILLS.map(([, part]) => part).toSorted());
  const others = told
    .flatMap(({ again, first }) => [first, ...again.filter(isAnAnswer)])
    .filter((one) => !isSent(one) && !isKnown(one));
  expect(others.map(({ status }) => status)).toEqual([]);
});

test('only whoever had sent before is told that they have answered already', () => {
  const others = told.filter(({ again, first, lost }) => !isSent(first) && lost === 0 && again.length === 0);
  expect(others).toEqual([]);
});

test('while the round was open each had one sealed answer, and nobody’s draft was left', () => {
  expect(atRest).toEqual({ sealed: PEOPLE, drafts: 0, answered: PEOPLE });
});

test('each of the thousand numbers is counted once, and no other', async () => {
  const { rows } = await owner.query<{ key: string; answer: unknown }>(
    'select question_key as key, answer from anonymous_answer where questionnaire_round_id = $1',
    [roundId],
  );
  const answers = (key: string) => rows.filter((row) => row.key === key).map(({ answer }) => answer);
  const numbers = asked.map(({ number }) => number);
  expect(
    answers('antal')
      .map(Number)
      .toSorted((a, b) => a - b),
  ).toEqual(numbers);
  expect(answers('tryg')).toHaveLength(PEOPLE);
  const { rows: words } = await owner.query<{ answer: string }>(
    'select answer from text_answer where questionnaire_round_id = $1 order by answer',
    [roundId],
  );
  expect(words.map(({ answer }) => answer)).toEqual(numbers.map((number) => `Ord ${number}`));
});

test('nothing sealed, no draft and no key is left, and there is one result of all', async () => {
  const { rows } = await owner.query<{ party: string; respondents: number }>(
    `select party, (result ->> 'respondents')::int as respondents from questionnaire_result where questionnaire_round_id = $1`,
    [roundId],
  );
  expect(rows).toEqual([{ party: 'member', respondents: PEOPLE }]);
  const left = await oneRow(
    owner,
    `select (select count(*)::int from sealed_response where questionnaire_round_id = $1) as sealed,
       (select count(*)::int from answer_draft join respondent using (respondent_id) where questionnaire_round_id = $1) as drafts,
       (select count(*)::int from respondent where questionnaire_round_id = $1 and answered_on is null) as silent,
       (select count(*)::int from own_doing where meeting_id = q.meeting_id and act = 'questionnaire_counted') as counted,
       (select count(*)::int from own_doing where meeting_id = q.meeting_id and act = 'questionnaire_opened') as opened
     from questionnaire_round q where questionnaire_round_id = $1`,
    [roundId],
  );
  expect(left).toEqual({ sealed: 0, drafts: 0, silent: 0, counted: 1, opened: 1 });
  expect(
    readdirSync(join(app.dataDir, 'questionnaire-keys')).filter((name) => name.startsWith(roundId)),
  ).toEqual([]);
});

test('a key that a failed opening left did no harm, and nobody was asked twice', async () => {
  expect(keyAfterRollback).toBe(true);
  const letters = await oneRow(
    owner,
    `select count(*)::int as letters, count(distinct l.person_id)::int as people,
       count(e.letter_id)::int - count(distinct e.person_id)::int as twice
     from letter l left join example_letter e using (letter_id) where l.questionnaire_round_id = $1`,
    [roundId],
  );
  expect(letters).toEqual({ letters: PEOPLE, people: PEOPLE, twice: 0 });
});

test('each acknowledged answer stands in the journal once', async () => {
  const { rows } = await owner.query<{ person: string }>(
    `select person_id as person from journal where subject = $1::text and event = 'questionnaire.answered' order by 1`,
    [roundId],
  );
  expect(rows.map(({ person }) => person)).toEqual(asked.map(({ personId }) => personId).toSorted());
});
