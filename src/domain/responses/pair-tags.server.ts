import { createHmac, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { SystemScope } from '#platform/scope.server.ts';
import type { LooseAnswer } from './opened-responses.ts';

const stretched = promisify<string, string, number, { N: number }, Buffer>(scrypt);
const BYTES = 32;
// Trying all codes there can be takes some thousand times as long as it would.
const EFFORT = { N: 4096 };

type Round = { clusterId: string; root: string; least: number };

/**
 * A tag for each of the answers, in their order. One for each question, so that not even the tags lead from one answer of
 * a person to another. Whoever kept no code has one of chance, so that it does not show who kept one; so has whoever
 * would be paired with too few others, or has a code that another has too.
 */
export async function tagsOf(
  scope: SystemScope,
  { clusterId, least, root }: Round,
  answers: readonly LooseAnswer[],
): Promise<Buffer[]> {
  const secrets = new Map<string, Buffer>();
  for (const { code } of answers)
    if (code !== '' && !secrets.has(code)) secrets.set(code, await stretched(code, root, BYTES, EFFORT));
  const own = answers.map(({ code, party, question }) => {
    const secret = secrets.get(code);
    return secret ? createHmac('sha256', secret).update(`${party} ${question.key}`).digest('hex') : null;
  });
  const lonely = await lonelyAmong(scope, { clusterId, least }, own);
  return own.map((tag) => (tag === null || lonely.has(tag) ? randomBytes(BYTES) : Buffer.from(tag, 'hex')));
}

// The tags that pair too few, or more than one answer of this round.
async function lonelyAmong(
  { db }: SystemScope,
  { clusterId, least }: Omit<Round, 'root'>,
  tags: readonly (string | null)[],
): Promise<Set<string>> {
  const [known, lonely] = [new Set<string>(), new Set<string>()];
  for (const tag of tags) if (tag !== null) (known.has(tag) ? lonely : known).add(tag);
  const { rows } = await sql<{ tags: string[] }>`
    select array_agg(distinct encode(pair_tag, 'hex')) as tags from anonymous_answer
    where cluster_id = ${clusterId}::uuid and encode(pair_tag, 'hex') = any(${[...known]}::text[])
    group by party, question_key having count(distinct pair_tag) < ${least}::int`.execute(db);
  for (const few of rows) for (const tag of few.tags) lonely.add(tag);
  return lonely;
}
