import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Questionnaire } from '#domain/questionnaires/question.ts';
import { aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';

/** Somebody who is asked: the link of a mail of theirs, and the number that is their answer and nobody else's. */
export type Asked = { personId: string; memberId: string; link: string; number: number };

const DOCTORS_OF_A_PRACTICE = 4;
const FIRST_NUMBER = 10_000;

const QUESTIONNAIRE: Questionnaire = {
  title: 'Før mødet om opioider',
  intro: '',
  isWellbeing: false,
  questions: [
    aQuestion({ key: 'antal', type: 'number', question: 'Hvor mange?' }),
    aQuestion({ key: 'tryg', type: 'scale', scale: 'confidence', question: 'Hvor tryg er du?' }),
    aQuestion({ key: 'ord', type: 'short_text', question: 'Et ord?', isRequired: false }),
  ],
};

/** What somebody answers on the form. */
export function answersOf({ number }: Asked): Record<string, string> {
  return {
    'q:antal': String(number),
    'q:tryg': String(1 + (number % 5)),
    'q:ord': `Ord ${number}`,
    'code-choice': 'none',
  };
}

/** A cluster of so many doctors beside the example world, with a meeting in three weeks, and the link of everybody's mail. */
export async function aCrowd(
  owner: pg.Pool,
  people: number,
): Promise<{ clusterId: string; meetingId: string; asked: Asked[] }> {
  const [clusterId, meetingId] = [randomUUID(), randomUUID()];
  const asked = Array.from({ length: people }, (_, at) => ({
    personId: randomUUID(),
    memberId: randomUUID(),
    link: randomBytes(32).toString('base64url'),
    number: FIRST_NUMBER + at,
  }));
  const practices = Array.from({ length: Math.ceil(people / DOCTORS_OF_A_PRACTICE) }, () => randomUUID());
  const of = (key: 'personId' | 'memberId' | 'link') => asked.map((one) => one[key]);
  const steps: [string, unknown[]][] = [
    [CLUSTER, [clusterId]],
    [PRACTICES, [clusterId, practices]],
    [PEOPLE, [of('personId')]],
    [MEMBERS, [clusterId, of('personId'), of('memberId'), practices]],
    [LINKS, [clusterId, of('link'), of('memberId')]],
    [MEETING, [clusterId, meetingId]],
  ];
  for (const [step, values] of steps) await owner.query(step, values);
  return { clusterId, meetingId, asked };
}

const CLUSTER = `insert into cluster (cluster_id, name, municipality_code, is_example, created_at)
  select $1, 'Storklyngen', min(municipality_code), true, now() from municipality`;
const PRACTICES = `with made as (
    insert into practice (practice_id, name, is_example, created_at)
    select id, 'Lægehuset ' || n, true, now() from unnest($2::uuid[]) with ordinality as p (id, n) returning practice_id)
  insert into cluster_practice (cluster_id, practice_id, is_example, valid)
  select $1, practice_id, true, daterange('2020-01-01', null) from made`;
const PEOPLE = `with made as (
    insert into person (person_id, name, is_example, created_at)
    select id, 'Læge Nummer ' || n, true, now() from unnest($1::uuid[]) with ordinality as p (id, n) returning person_id)
  insert into person_address (person_id, email) select person_id, person_id || '@klinik.example' from made`;
const MEMBERS = `insert into member (cluster_id, member_id, person_id, practice_id, kind, valid, invited_at, is_example)
  select $1, m, p, ($4::uuid[])[1 + (n - 1) / ${DOCTORS_OF_A_PRACTICE}], 'doctor', daterange('2020-01-01', null), now(), true
  from unnest($2::uuid[], $3::uuid[]) with ordinality as t (p, m, n)`;
const LINKS = `insert into link (token_hash, cluster_id, purpose, member_id, made_at, expires_at)
  select hash_of(l), $1, 'member', m, now(), now() + interval '60 days' from unnest($2::text[], $3::uuid[]) as t (l, m)`;
const MEETING = `insert into meeting (cluster_id, meeting_id, kind, title, state, held_on, starts_at, made_at)
  values ($1, $2, 'cluster', 'Opioider ved kroniske smerter', 'confirmed', current_date + 21, '17:00', now())`;

/** A round of three questions to all of them, planned for today; the worker opens it, before all other rounds. */
export async function planRound(
  owner: pg.Pool,
  { clusterId, meetingId }: { clusterId: string; meetingId: string },
): Promise<string> {
  const roundId = `00000000${randomUUID().slice(8)}`;
  await owner.query(
    `insert into questionnaire_round (cluster_id, questionnaire_round_id, meeting_id, purpose, definition, opens_on, closes_on, planned_at)
     values ($1, $2, $3, 'topic', $4, current_date - 1, current_date + 14, now())`,
    [clusterId, roundId, meetingId, JSON.stringify(QUESTIONNAIRE)],
  );
  return roundId;
}
