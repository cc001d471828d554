import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { type ClusterScope, forSource } from '#platform/scope.server.ts';
import {
  type ACluster,
  aCluster,
  aDelivery,
  anIndicator,
  aPerson,
  aSource,
  type Somebody,
  sayYes,
} from '#test/build.ts';
import { NOW, newId, owner, web } from '#test/world.ts';
import { changeMembership } from './change-membership.server.ts';
import { endMembership } from './end-membership.server.ts';
import { endPractice } from './end-practice.server.ts';
import { aRow } from './enrolment.fixtures.ts';
import { introduceSource } from './introduce-source.server.ts';
import { invitePeople } from './invite-people.server.ts';
import { openFigures } from './open-figures.server.ts';

/*
 * A coordinator who wants to see the figures of the second practice tries everything that her role lets her do.
 */
let cluster: ACluster;
let victim: ACluster['practices'][number];
let sourceId: string;
let accomplice: Omit<Somebody, 'memberId'>;
const lead = <T>(work: (scope: ClusterScope) => Promise<T>) => cluster.as(cluster.coordinator, work);

beforeEach(async () => {
  cluster = await aCluster();
  victim = cluster.practices[1]!;
  accomplice = await aPerson('Med Ærinde');
  const source = await aSource([cluster]);
  ({ sourceId } = source);
  await anIndicator();
  await aDelivery(source, [{ practiceId: victim.practiceId, numerator: 17, denominator: 93 }]);
});

const nameOf = ({ number }: { number: string }) => `Lægehuset ${number}`;

/** How many measurements these people read, wherever they stand. */
async function figuresSeenBy(...people: { token: string }[]): Promise<number> {
  let seen = 0;
  for (const who of people) {
    const { rows } = (await cluster.as(who, ({ db }) =>
      sql<{ n: number }>`select count(*)::int as n from measurement`.execute(db),
    )) ?? { rows: [] };
    seen += rows[0]?.n ?? 0;
  }
  return seen;
}

const invite = (kind: 'doctor' | 'staff' = 'doctor') =>
  lead((scope) =>
    invitePeople(scope, cluster.clusterId, [
      aRow({
        email: accomplice.email,
        name: 'Med Ærinde',
        practice: nameOf(victim),
        number: victim.number,
        kind,
      }),
    ]),
  );

const membershipOf = async ({ personId }: { personId: string }) =>
  (
    await owner
      .selectFrom('member')
      .select('memberId')
      .where('personId', '=', personId)
      .where(sql<boolean>`not isempty(valid)`)
      .orderBy(sql`lower(valid) desc, invited_at desc`)
      .execute()
  ).at(-1)!.memberId;

test('the practice itself sees its figures, so that the tests below would show a leak', async () => {
  expect(await figuresSeenBy(victim.doctor)).toBe(1);
});

test('a second address in the practice opens nothing', async () => {
  expect(await invite()).toMatchObject({ done: true, made: { people: 1 } });
  expect(await figuresSeenBy(accomplice, cluster.coordinator)).toBe(0);
});

test('ending the doctors and inviting again opens nothing, neither to new people nor to the old', async () => {
  await lead((scope) => endMembership(scope, victim.doctor.memberId));
  await invite();
  await lead((scope) =>
    invitePeople(scope, cluster.clusterId, [
      aRow({ email: victim.doctor.email, number: victim.number, practice: nameOf(victim) }),
    ]),
  );
  expect(await figuresSeenBy(accomplice, victim.doctor, cluster.coordinator)).toBe(0);
});

test('a membership that has ended is not made longer again, not even by hand', async () => {
  await lead((scope) => endMembership(scope, victim.doctor.memberId));
  const revive = lead(({ db }) =>
    sql`update member set valid = '[2020-01-01,)' where member_id = ${victim.doctor.memberId}`.execute(db),
  );
  await expect(revive).rejects.toThrow('stays ended');
  expect(await figuresSeenBy(victim.doctor)).toBe(0);
});

test('another kind opens nothing, also of somebody who saw the figures', async () => {
  await invite('staff');
  await lead(async (scope) =>
    changeMembership(scope, await membershipOf(accomplice), {
      kind: 'doctor',
      practiceId: victim.practiceId,
    }),
  );
  await lead((scope) =>
    changeMembership(scope, victim.doctor.memberId, { kind: 'trainee', practiceId: victim.practiceId }),
  );
  expect(await figuresSeenBy(accomplice, victim.doctor)).toBe(0);
});

test('moving somebody of one’s own into the practice opens nothing', async () => {
  const own = cluster.practices[0]!;
  await lead((scope) =>
    invitePeople(scope, cluster.clusterId, [
      aRow({ email: accomplice.email, number: own.number, practice: nameOf(own) }),
    ]),
  );
  await lead(async (scope) =>
    changeMembership(scope, await membershipOf(accomplice), {
      kind: 'doctor',
      practiceId: victim.practiceId,
    }),
  );
  expect(await figuresSeenBy(accomplice)).toBe(0);
});

test('the number of a vouched practice is moved by nobody', async () => {
  const taken = await lead((scope) =>
    invitePeople(scope, cluster.clusterId, [aRow({ practice: 'Min nye praksis', number: victim.number })]),
  );
  expect(taken).toEqual({ done: false, reason: 'rows_to_mend' });
  await lead((scope) => endPractice(scope, victim.practiceId));
  const { rows } = await sql`select practice_id from practice_number where number = ${victim.number}`.execute(
    owner,
  );
  expect(rows).toEqual([{ practiceId: victim.practiceId }]);
});

test('a practice that is ended and placed again has answered nothing', async () => {
  await sayYes(victim.practiceId, sourceId, 'yes', new Date(NOW.getTime() + 5));
  await lead((scope) => endPractice(scope, victim.practiceId));
  await invite();
  const { rows } =
    await sql`select answer from latest_source_answer where practice_id = ${victim.practiceId}`.execute(
      owner,
    );
  expect(rows).toEqual([{ answer: 'no' }]);
  expect(await figuresSeenBy(accomplice, cluster.coordinator, victim.doctor)).toBe(0);
});

test('a source of the coordinator’s own finding makes no keys and confirms no numbers', async () => {
  const own = newId();
  await lead((scope) =>
    introduceSource(scope, own, {
      name: 'Lånte Fjer',
      kind: 'region',
      personName: 'Med Ærinde',
      email: accomplice.email,
    }),
  );
  const caller = { token: accomplice.token, now: NOW };
  const tries = await forSource(web, caller, own, async ({ db }) => {
    const key = await sql<{
      made: boolean;
    }>`select make_practice_key(${victim.practiceId}, 'AAAA-BBBB-CCCC-DDDD') as made`.execute(db);
    const number = await sql<{ confirmed: boolean }>`
      select confirm_number(practice_number_id) as confirmed from practice_number`.execute(db);
    return [...key.rows.map(({ made }) => made), ...number.rows.map(({ confirmed }) => confirmed)];
  });
  expect(new Set(tries)).toEqual(new Set([false]));
});

test('a coordinator makes no source trusted', async () => {
  const trusted = lead(({ db, isExample }) =>
    db
      .insertInto('source')
      .values({ name: 'Lånte Fjer', kind: 'region', isExample, isTrusted: true, createdAt: NOW })
      .execute(),
  );
  await expect(trusted).rejects.toThrow('row-level security');
});

test('guessing keys comes to an end', async () => {
  await invite();
  const memberId = await membershipOf(accomplice);
  const outcomes: unknown[] = [];
  for (let guess = 0; guess < 12; guess += 1) {
    const typed = `0000-0000-0000-${String(guess).padStart(4, '0')}`;
    const opened = await cluster.as(accomplice, (scope) => openFigures(scope, memberId, typed));
    outcomes.push(opened && 'reason' in opened ? opened.reason : opened);
  }
  expect(outcomes.filter((one) => one === 'wrong_key')).toHaveLength(10);
  expect(outcomes.slice(10)).toEqual(['too_many_tries', 'too_many_tries']);
  expect(await figuresSeenBy(accomplice)).toBe(0);
});
