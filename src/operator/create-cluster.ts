import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { writeLetter } from '#domain/notices/write-letter.server.ts';
import { made, refused } from '#platform/outcome.ts';
import { asSystem, type SystemScope } from '#platform/scope.server.ts';
import { personOf } from './find.ts';
import { numberIn, optionIn, valueIn } from './given.ts';
import type { Verb } from './verb.ts';

type NewCluster = {
  name: string;
  municipality: string;
  practice: string;
  number: string | null;
  person: { name: string; email: string };
};

/** Creates a cluster with its first practice and its coordinator, who gets an invitation. */
export const createClusterVerb: Verb = {
  words: 'cluster create',
  options: ['name', 'municipality', 'practice', 'number', 'coordinator', 'email'],
  needed: ['name', 'municipality', 'practice', 'coordinator', 'email'],
  rest: [],
  async run({ now, owner, text }, given) {
    const wish: NewCluster = {
      name: valueIn(given, 'name'),
      municipality: valueIn(given, 'municipality'),
      practice: valueIn(given, 'practice'),
      number: optionIn(given, 'number', numberIn),
      person: { name: valueIn(given, 'coordinator'), email: valueIn(given, 'email').toLowerCase() },
    };
    const outcome = await asSystem(owner, { now: now() }, (scope) =>
      createCluster(scope, randomUUID(), wish),
    );
    if (!outcome.done) return outcome;
    return { ...outcome, told: text.clusterCreated(wish.name, wish.person.email) };
  },
};

/** Makes a cluster. A number that is given is confirmed, since the operator vouches for it. */
export const createCluster = command(
  { permission: 'installation.operate', event: 'cluster.founded' },
  async (scope: SystemScope, clusterId: string, wish: NewCluster) => {
    const { db, now } = scope;
    if (!(await isMunicipality(scope, wish.municipality))) return refused('no_such_municipality');
    if (wish.number && (await isTaken(scope, wish.number))) return refused('number_taken');
    const isExample = false;
    const personId = await personOf(scope, { ...wish.person, isExample }, randomUUID());
    if (!personId) return refused('address_of_an_example');
    const [practiceId, memberId] = [randomUUID(), randomUUID()];
    const today = sql<string>`daterange(current_day(), null)`;
    await db
      .insertInto('cluster')
      .values({ clusterId, name: wish.name, municipalityCode: wish.municipality, isExample, createdAt: now })
      .execute();
    await db
      .insertInto('practice')
      .values({ practiceId, name: wish.practice, isExample, createdAt: now })
      .execute();
    await db
      .insertInto('clusterPractice')
      .values({ clusterId, practiceId, isExample, valid: today })
      .execute();
    if (wish.number)
      await db
        .insertInto('practiceNumber')
        .values({ practiceId, number: wish.number, valid: today, enteredAt: now, confirmedAt: now })
        .execute();
    const member = { clusterId, memberId, personId, practiceId, isExample, kind: 'doctor' };
    await db
      .insertInto('member')
      .values({ ...member, valid: today, invitedAt: now })
      .execute();
    await db
      .insertInto('roleHolding')
      .values({ clusterId, role: 'coordinator', memberId, valid: today, givenAt: now })
      .execute();
    await writeLetter(scope, { kind: 'invitation', personId, clusterId });
    return made({ clusterId, practiceId, personId });
  },
);

async function isMunicipality({ db }: SystemScope, code: string): Promise<boolean> {
  const found = await db
    .selectFrom('municipality')
    .select('municipalityCode')
    .where('municipalityCode', '=', code)
    .where('municipalityCode', 'not like', 'x%')
    .executeTakeFirst();
  return found !== undefined;
}

async function isTaken({ db }: SystemScope, number: string): Promise<boolean> {
  const found = await db
    .selectFrom('practiceNumber')
    .select('practiceId')
    .where('number', '=', number)
    .where('confirmedAt', 'is not', null)
    .where(sql<boolean>`upper_inf(valid)`)
    .executeTakeFirst();
  return found !== undefined;
}
