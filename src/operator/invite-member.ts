import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { type HeldRole, hasPractice, KINDS, type Kind, ROLES } from '#domain/members/membership.ts';
import { writeLetter } from '#domain/notices/write-letter.server.ts';
import { made, refused } from '#platform/outcome.ts';
import { asSystem, type SystemScope } from '#platform/scope.server.ts';
import { findCluster, type Named, personOf } from './find.ts';
import { addressIn, oneOf, optionIn, valueIn } from './given.ts';
import type { Verb } from './verb.ts';

type NewMember = {
  name: string;
  email: string;
  kind: Kind;
  practice: string | null;
  role: HeldRole | null;
};

/** Invites a person into a cluster, and gives them a role there when one is named. */
export const inviteMemberVerb: Verb = {
  words: 'member invite',
  options: ['cluster', 'name', 'email', 'kind', 'practice', 'role'],
  needed: ['cluster', 'name', 'email'],
  rest: [],
  async run({ now, owner, text }, given) {
    const wish: NewMember = {
      name: valueIn(given, 'name'),
      email: optionIn(given, 'email', addressIn) ?? '',
      kind: optionIn(given, 'kind', oneOf(KINDS)) ?? 'doctor',
      practice: given.options.practice ?? null,
      role: optionIn(given, 'role', oneOf(ROLES)),
    };
    const outcome = await asSystem(owner, { now: now() }, async (scope) => {
      const cluster = await findCluster(scope, valueIn(given, 'cluster'));
      if (typeof cluster === 'string') return refused(cluster);
      return inviteMember(scope, cluster.id, cluster, wish);
    });
    return outcome.done ? { ...outcome, told: text.memberInvited(wish.name, wish.email) } : outcome;
  },
};

/** Makes somebody a member from today on. Figures stay closed to them until the practice itself opens them. */
export const inviteMember = command(
  { permission: 'installation.operate', event: 'member.invited' },
  async (scope: SystemScope, clusterId: string, { isExample }: Named, wish: NewMember) => {
    const practiceId = await placeOf(scope, clusterId, wish);
    if (practiceId === 'practice_needed' || practiceId === 'no_such_practice') return refused(practiceId);
    const personId = await personOf(scope, { name: wish.name, email: wish.email, isExample }, randomUUID());
    if (!personId) return refused(isExample ? 'address_of_somebody' : 'address_of_an_example');
    if (await isMember(scope, clusterId, personId, practiceId)) return refused('member_already');
    const memberId = randomUUID();
    const valid = sql<string>`daterange(current_day(), null)`;
    const member = { clusterId, memberId, personId, practiceId, isExample, kind: wish.kind };
    await scope.db
      .insertInto('member')
      .values({ ...member, valid, invitedAt: scope.now })
      .execute();
    if (wish.role)
      await scope.db
        .insertInto('roleHolding')
        .values({ clusterId, role: wish.role, memberId, valid, givenAt: scope.now })
        .execute();
    await writeLetter(scope, { kind: 'invitation', personId, clusterId });
    return made({ personId, memberId });
  },
);

type Place = string | null | 'practice_needed' | 'no_such_practice';

// The practice by its name or number, among those of the cluster.
async function placeOf(
  { db }: SystemScope,
  clusterId: string,
  { kind, practice }: NewMember,
): Promise<Place> {
  if (!hasPractice(kind)) return null;
  if (!practice) return 'practice_needed';
  const { rows } = await sql<{ practiceId: string }>`
    select distinct p.practice_id from cluster_practice c join practice p using (practice_id)
      left join practice_number n on n.practice_id = p.practice_id and n.valid @> current_day()
    where c.cluster_id = ${clusterId} and c.valid @> current_day()
      and (lower(p.name) = lower(${practice}) or n.number = upper(${practice}))
    limit 2`.execute(db);
  return rows.length === 1 ? rows[0]!.practiceId : 'no_such_practice';
}

async function isMember(
  { db }: SystemScope,
  clusterId: string,
  personId: string,
  practiceId: string | null,
): Promise<boolean> {
  const found = await db
    .selectFrom('member')
    .select('memberId')
    .where('clusterId', '=', clusterId)
    .where('personId', '=', personId)
    .where('practiceId', 'is not distinct from', practiceId)
    .where(sql<boolean>`valid @> current_day()`)
    .executeTakeFirst();
  return found !== undefined;
}
