import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { writeLetter } from '#domain/notices/write-letter.server.ts';
import type { Scope } from '#platform/scope.server.ts';
import { FROM_TODAY } from './ending.server.ts';
import type { Enrolled } from './enrolled.ts';
import type { EnrolledPractice, Enrolment, Invited } from './enrolment.ts';
import { listKnownPractices, practiceKnownAs } from './known-practices.server.ts';

/** The cluster that people are entered into, by one of its coordinators. */
export type Home = { scope: Scope; clusterId: string; isExample: boolean; inviterId: string };

/** Enters the practices and people of a list, those that the cluster has not, and writes to the new people. */
export async function enrol(home: Home, { practices, outsiders }: Enrolment): Promise<Enrolled> {
  const placed = await placePractices(home, practices);
  const invited: Placed[] = [
    ...practices.flatMap((practice, at) =>
      practice.people.map((person) => ({ ...person, practiceId: placed.ids[at]! })),
    ),
    ...outsiders.map((person) => ({ ...person, practiceId: null })),
  ];
  const people = await enterPeople(home, invited);
  await writeToThem(home, people);
  const named = new Set(invited.filter(({ isMarked }) => isMarked).map(({ email }) => email));
  const marked = people.filter(({ email }) => named.has(email)).map(({ memberId }) => memberId);
  return { practices: placed.added, people: people.length, numbers: placed.numbered, marked };
}

type Placed = Invited & { practiceId: string | null };

async function placePractices(home: Home, practices: EnrolledPractice[]) {
  const known = await listKnownPractices(home.scope, home.clusterId);
  const placings = practices.map((practice): Placing => {
    const found = practiceKnownAs(practice, known);
    const isClaimed = practice.number !== null && !found?.numbers.length;
    return {
      ...practice,
      practiceId: found?.practiceId ?? randomUUID(),
      isNew: !found,
      isComing: !found?.isHere,
      isClaimed,
    };
  });
  await enterPractices(home, placings);
  const ids = placings.map(({ practiceId }) => practiceId);
  return {
    ids,
    added: placings.filter(({ isComing }) => isComing).length,
    numbered: placings.filter(({ isComing, isClaimed }) => isClaimed && !isComing).length,
  };
}

/** What is to be entered of a practice: itself, its number, and that it is in the cluster. */
type Placing = EnrolledPractice & {
  practiceId: string;
  isNew: boolean;
  isComing: boolean;
  isClaimed: boolean;
};

async function enterPractices({ scope, clusterId, isExample }: Home, placings: Placing[]): Promise<void> {
  const { db, now } = scope;
  const practices = placings
    .filter(({ isNew }) => isNew)
    .map(({ practiceId, name }) => ({ practiceId, name, isExample, createdAt: now }));
  const numbers = placings
    .filter(({ isClaimed }) => isClaimed)
    .map(({ practiceId, number }) => ({ practiceId, number: number!, valid: FROM_TODAY, enteredAt: now }));
  const places = placings
    .filter(({ isComing }) => isComing)
    .map(({ practiceId }) => ({ clusterId, practiceId, isExample, valid: FROM_TODAY }));
  if (practices.length > 0) await db.insertInto('practice').values(practices).execute();
  if (numbers.length > 0) await db.insertInto('practiceNumber').values(numbers).execute();
  if (places.length > 0) await db.insertInto('clusterPractice').values(places).execute();
}

type Entered = { personId: string; memberId: string; email: string };

async function enterPeople({ scope, clusterId, isExample }: Home, people: Placed[]): Promise<Entered[]> {
  if (people.length === 0) return [];
  const column = <Field extends keyof Placed>(field: Field) => people.map((person) => person[field]);
  const ids = people.map(() => randomUUID());
  // Raw, because the person behind an address is made or found by a function that web may only call.
  const { rows } = await sql<Entered & { isUnusable: boolean }>`
    with given as (
      select person_for_invitation(email, name, id) as person_id, email, practice_id, kind, ordinal
      from unnest(${column('email')}::text[], ${column('name')}::text[], ${ids}::uuid[],
        ${column('practiceId')}::uuid[], ${column('kind')}::text[]) with ordinality
        as t (email, name, id, practice_id, kind, ordinal)
    )
    select person_id, gen_random_uuid() as member_id, email, practice_id, kind, person_id is null as is_unusable
    from given g
    where not exists (select from member m where m.cluster_id = ${clusterId} and m.person_id = g.person_id
      and m.practice_id is not distinct from g.practice_id and m.valid @> current_day())
    order by ordinal`.execute(scope.db);
  // The remarks on the list have told so before; here it would be a race, and nothing of it is stored.
  if (rows.some(({ isUnusable }) => isUnusable)) throw new Error('an address cannot be invited here');
  const shared = { clusterId, isExample, valid: FROM_TODAY, invitedAt: scope.now };
  const members = rows.map(({ isUnusable: _, email: __, ...row }) => ({ ...(row as MemberOf), ...shared }));
  if (members.length > 0) await scope.db.insertInto('member').values(members).execute();
  return rows;
}

type MemberOf = { personId: string; memberId: string; practiceId: string | null; kind: string };

async function writeToThem({ scope, clusterId, inviterId }: Home, people: Entered[]): Promise<void> {
  const inviter = await scope.db
    .selectFrom('person')
    .select('name')
    .where('personId', '=', inviterId)
    .executeTakeFirstOrThrow();
  const told = new Set<string>([inviterId]);
  for (const { personId } of people) {
    if (told.has(personId)) continue;
    told.add(personId);
    await writeLetter(scope, { kind: 'invitation', personId, clusterId, facts: { inviter: inviter.name } });
  }
}
