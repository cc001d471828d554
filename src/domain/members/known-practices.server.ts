import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import { isSameSpelling } from './list-tidying.ts';
import { folded } from './list-words.ts';

/** A practice that is or was in the cluster, with its numbers of today. */
export type KnownPractice = {
  practiceId: string;
  name: string;
  numbers: string[];
  isHere: boolean;
  /** Nobody has vouched for it, so that its number is still the coordinator's to type. */
  isClaim: boolean;
};

/** The practices that are or were in the cluster, those of today first. */
export async function listKnownPractices({ db }: Scope, clusterId: string): Promise<KnownPractice[]> {
  const { rows } = await sql<KnownPractice>`
    select p.practice_id, p.name, bool_or(c.valid @> current_day()) as is_here,
      is_a_claim(p.practice_id) as is_claim,
      array(select n.number from practice_number n where n.practice_id = p.practice_id and n.valid @> current_day()) as numbers
    from cluster_practice c join practice p using (practice_id)
    where c.cluster_id = ${clusterId}
    group by p.practice_id, p.name order by is_here desc, p.practice_id`.execute(db);
  return rows;
}

type Listed = { name: string; number: string | null };

/** Which known practice a listed one is: the one of its number, else the one here of its name that has no number or needs none. */
export function practiceKnownAs(
  { name, number }: Listed,
  known: readonly KnownPractice[],
): KnownPractice | undefined {
  const ofName = known.filter((one) => one.isHere && folded(one.name) === folded(name));
  return (
    known.find(({ numbers }) => number !== null && numbers.includes(number)) ??
    ofName.find(({ numbers, isClaim }) => number === null || (numbers.length === 0 && isClaim))
  );
}

/** Whether a practice of this name stands here under another number than the listed one. */
export function hasAnotherNumber({ name, number }: Listed, known: readonly KnownPractice[]): boolean {
  const isNamed = known.some((one) => one.isHere && folded(one.name) === folded(name));
  return number !== null && isNamed && practiceKnownAs({ name, number }, known) === undefined;
}

/** Whether the listed number is that of a practice here with quite another name. */
export function isAnothersNumber({ name, number }: Listed, known: readonly KnownPractice[]): boolean {
  const owner = known.find((one) => one.isHere && number !== null && one.numbers.includes(number));
  return owner !== undefined && name !== '' && !isSameSpelling(owner.name, name);
}
