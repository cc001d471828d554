import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import pg from 'pg';
import { EVALUATION } from '#domain/responses/evaluation.ts';
import { newSealingPair } from '#platform/sealing.ts';
import { atMost, type Part, seen } from './figure.ts';
import type { Ground } from './ground.ts';
import { ask, byHands, expected, HANDS, type Web } from './hands.ts';
import { type AskedMember, type MailOut, makeMailOut } from './mail-out-world.ts';
import { beginBare, beginWeb } from './spread-page.ts';

const MEMBERS = 2000;
const FIELDS = {
  'q:tid-vaerd': '4',
  'q:goer-anderledes': '4',
  'q:alle-hoert': '5',
  'q:bedre': 'Mere tid til grupperne',
  'code-choice': 'none',
};

/**
 * How the evening after a meeting goes: 2,000 members of 100 clusters, 100 at a time, each hand in the evaluation by the
 * link of their mail, which seals it; beside as many requests of the framework's bare page.
 */
export async function measureAnswering(ground: Ground): Promise<Part> {
  const world = await makeMailOut(ground, 'answering');
  const asked = world.members.slice(0, MEMBERS);
  const roundOf = await openRounds(world);
  const [web, bare] = [await beginWeb(ground, world.urls), await beginBare(ground)];
  const own = await byHands(asked, (member, agent) => handIn(web, roundOf(member), { member, agent }));
  const plain = await byHands(asked, async (_, agent) => {
    expected(await ask({ port: bare.port, path: '/', agent }), 200);
  });
  await web.stop();
  await bare.stop();
  const { sealed } = await oneRow<{ sealed: number }>(
    world,
    'select count(*)::int as sealed from sealed_response',
  );
  return {
    name: 'Answering a questionnaire',
    how: `${asked.length} members of 100 clusters, ${HANDS} at a time, each sends the evaluation of a meeting by the own link`,
    figures: [
      seen('answers handed in and sealed', asked.length / own.seconds, 'per second'),
      seen('the bare page of the framework', asked.length / plain.seconds, 'per second'),
      seen('throughput / bare page of the framework', plain.seconds / own.seconds, 'ratio'),
      atMost('members for whom a request went wrong', own.errors, 'rows', 0),
      atMost('answers lost or doubled', Math.abs(sealed - asked.length), 'rows', 0),
    ],
  };
}

async function handIn(
  { port }: Web,
  roundId: string,
  { agent, member: { token } }: { member: AskedMember; agent: Agent },
): Promise<void> {
  const form = new URLSearchParams({ ...FIELDS, command: randomUUID() }).toString();
  const sent = await ask({ port, path: `/m/${token}/questionnaires/${roundId}?/send`, agent, form });
  if (!expected(sent, 303).location.endsWith('?saved=sent')) throw new Error('It was not handed in.');
}

// One round for each cluster, open, with everybody asked, as the worker would leave it.
async function openRounds(world: MailOut): Promise<(member: AskedMember) => string> {
  const { publicKey } = await newSealingPair();
  await oneRow(
    world,
    `with opened as (
       insert into questionnaire_round (cluster_id, meeting_id, purpose, definition, asks, opens_on, closes_on, state, public_key, planned_at, opened_at)
       select cluster_id, meeting_id, 'evaluation', $1, 'attendees', current_date, current_date + 7, 'open', $2, now(), now() from meeting
       returning cluster_id, questionnaire_round_id)
     insert into respondent (cluster_id, questionnaire_round_id, member_id, asked_on)
     select cluster_id, questionnaire_round_id, member_id, current_date from opened join member using (cluster_id)`,
    [JSON.stringify(EVALUATION), publicKey],
  );
  const { rounds } = await oneRow<{ rounds: Record<string, string> }>(
    world,
    'select jsonb_object_agg(member_id, questionnaire_round_id) as rounds from respondent',
  );
  return ({ memberId }) => rounds[memberId]!;
}

async function oneRow<Row extends pg.QueryResultRow>(
  { urls }: MailOut,
  query: string,
  values: unknown[] = [],
): Promise<Row> {
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  const { rows } = await owner.query<Row>(query, values).finally(() => owner.end());
  return rows[0]!;
}
