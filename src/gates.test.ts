import { type RawBuilder, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { NOW, newId, owner } from '#test/world.ts';
import { aGatedWorld, type Gated } from './gates.fixtures.ts';
import { asWeb, asWorker, triedOf } from './gates-trying.fixtures.ts';

let world: Gated;
beforeAll(async () => {
  world = await aGatedWorld();
});

const MAY = '[2026-01-01,)';
type Try = [role: keyof Gated['people'], what: string, statement: (w: Gated) => RawBuilder<unknown>];

const TRIES: Try[] = [
  ['doctor', 'add a practice', (w) => practice(newId(), false, w)],
  ['secretary', 'add a practice', (w) => practice(newId(), false, w)],
  ['coordinator', 'add an example practice to a real cluster', (w) => practice(newId(), true, w)],
  [
    'coordinator',
    'confirm a number herself',
    (w) =>
      sql`insert into practice_number (practice_id, number, valid, entered_at, confirmed_at) values (${w.first.practiceId}, '099991', ${MAY}, ${NOW}, ${NOW})`,
  ],
  [
    'coordinator',
    'give a vouched practice another number',
    (w) =>
      sql`insert into practice_number (practice_id, number, valid, entered_at) values (${w.second.practiceId}, '099992', ${MAY}, ${NOW})`,
  ],
  [
    'doctor',
    'claim a number',
    () =>
      sql`insert into practice_number (practice_id, number, valid, entered_at) values (${newId()}, '099993', ${MAY}, ${NOW})`,
  ],
  [
    'coordinator',
    'place a vouched practice',
    (w) =>
      sql`insert into cluster_practice (cluster_id, practice_id, is_example, valid) values (${w.cluster.clusterId}, ${w.other.practices[0]!.practiceId}, false, '[1990-01-01,1991-01-01)')`,
  ],
  [
    'coordinator',
    'place a practice in another cluster',
    (w) =>
      sql`insert into cluster_practice (cluster_id, practice_id, is_example, valid) values (${w.other.clusterId}, ${newId()}, false, ${MAY})`,
  ],
  [
    'doctor',
    'end a practice’s membership',
    (w) =>
      sql`update cluster_practice set valid = '[2020-01-01,2021-01-01)' where practice_id = ${w.third.practiceId}`,
  ],
  [
    'coordinator',
    'let another practice’s trainees see',
    (w) => sql`update practice set trainees_see = true where practice_id = ${w.second.practiceId}`,
  ],
  [
    'colleague',
    'let trainees see before being confirmed',
    (w) => sql`update practice set trainees_see = true where practice_id = ${w.second.practiceId}`,
  ],
  [
    'coordinator',
    'write another practice’s list size',
    (w) =>
      sql`insert into list_size (practice_id, valid, patients) values (${w.third.practiceId}, ${MAY}, 1)`,
  ],
  ['doctor', 'invite a member', (w) => member(w.cluster.clusterId, w.second.practiceId, w)],
  ['secretary', 'invite a member', (w) => member(w.cluster.clusterId, w.second.practiceId, w)],
  [
    'coordinator',
    'invite into another cluster',
    (w) => member(w.other.clusterId, w.other.practices[0]!.practiceId, w),
  ],
  [
    'coordinator',
    'invite to a practice of another cluster',
    (w) => member(w.cluster.clusterId, w.other.practices[0]!.practiceId, w),
  ],
  [
    'doctor',
    'end a membership',
    (w) =>
      sql`update member set valid = '[2020-01-01,2021-01-01)' where member_id = ${w.third.doctor.memberId}`,
  ],
  [
    'coordinator',
    'turn a trainee into a doctor',
    (w) => sql`update member set kind = 'doctor' where member_id = ${w.people.trainee.memberId}`,
  ],
  [
    'coordinator',
    'move a member to another practice',
    (w) =>
      sql`update member set practice_id = ${w.third.practiceId} where member_id = ${w.first.doctor.memberId}`,
  ],
  ['doctor', 'make oneself coordinator', (w) => role(w.cluster.clusterId, w.people.doctor.memberId)],
  [
    'coordinator',
    'make a coordinator elsewhere',
    (w) => role(w.other.clusterId, w.people.neighbour.memberId),
  ],
  [
    'doctor',
    'take a role from somebody',
    () => sql`update role_holding set valid = '[2020-01-01,2021-01-01)'`,
  ],
  [
    'coordinator',
    'rename somebody else',
    (w) => sql`update person set name = 'Ond' where person_id = ${w.second.doctor.personId}`,
  ],
  [
    'coordinator',
    'change somebody’s address',
    (w) =>
      sql`update person_address set email = 'ond@klinik.example' where person_id = ${w.second.doctor.personId}`,
  ],
  [
    'coordinator',
    'wish another address for somebody',
    (w) =>
      sql`insert into address_change (person_id, email, requested_at) values (${w.third.doctor.personId}, 'ond@klinik.example', ${NOW})`,
  ],
  [
    'doctor',
    'release the own address without the mail',
    (w) =>
      sql`insert into address_change (person_id, email, requested_at, released_at) values (${w.second.doctor.personId}, 'ond@klinik.example', ${NOW}, ${NOW}) on conflict (person_id) do update set released_at = excluded.released_at`,
  ],
  ['doctor', 'make a source', (w) => source(w, false, null)],
  ['coordinator', 'make a trusted source', (w) => source(w, true, null)],
  ['coordinator', 'make a source for another cluster', (w) => source(w, false, w.other.clusterId)],
  [
    'coordinator',
    'join a trusted source',
    (w) =>
      sql`insert into source_person (source_id, person_id, is_example, valid) values (${w.source.sourceId}, ${w.people.coordinator.personId}, false, ${MAY})`,
  ],
  [
    'coordinator',
    'join a source that has people',
    (w) =>
      sql`insert into source_person (source_id, person_id, is_example, valid) values (${w.untrusted.sourceId}, ${w.people.coordinator.personId}, false, ${MAY})`,
  ],
  [
    'coordinator',
    'dismiss a source’s person',
    (w) =>
      sql`update source_person set valid = '[2020-01-01,2021-01-01)' where source_id = ${w.source.sourceId}`,
  ],
  [
    'doctor',
    'invite a source',
    (w) =>
      sql`insert into source_cluster (source_id, cluster_id, is_example, valid) values (${w.foreign.sourceId}, ${w.cluster.clusterId}, false, ${MAY})`,
  ],
  [
    'coordinator',
    'invite a source to another cluster',
    (w) =>
      sql`insert into source_cluster (source_id, cluster_id, is_example, valid) values (${w.source.sourceId}, ${w.other.clusterId}, false, ${MAY})`,
  ],
  [
    'source',
    'invite itself',
    (w) =>
      sql`insert into source_cluster (source_id, cluster_id, is_example, valid) values (${w.source.sourceId}, ${w.other.clusterId}, false, ${MAY})`,
  ],
  [
    'doctor',
    'dismiss a source',
    (w) =>
      sql`update source_cluster set valid = '[2020-01-01,2021-01-01)' where source_id = ${w.source.sourceId}`,
  ],
  [
    'coordinator',
    'open the figures of a practice to oneself',
    (w) => access(w.first.doctor.memberId, w.second.practiceId, w.first.doctor.memberId),
  ],
  [
    'colleague',
    'open the own practice’s figures to oneself',
    (w) => access(w.people.colleague.memberId, w.second.practiceId, w.people.colleague.memberId),
  ],
  [
    'doctor',
    'open the figures to somebody of another practice',
    (w) => access(w.third.doctor.memberId, w.second.practiceId, w.second.doctor.memberId),
  ],
  [
    'doctor',
    'confirm in another’s name',
    (w) => access(w.people.colleague.memberId, w.second.practiceId, w.people.staff.memberId),
  ],
  [
    'doctor',
    'write that a key was used',
    (w) =>
      sql`insert into figure_access (member_id, practice_id, opened_by, opened_at) values (${w.people.colleague.memberId}, ${w.second.practiceId}, 'key', ${NOW})`,
  ],
  [
    'coordinator',
    'close another practice’s access',
    (w) => sql`update figure_access set ended_at = ${NOW} where practice_id = ${w.second.practiceId}`,
  ],
  [
    'nurse',
    'close a doctor’s access',
    (w) => sql`update figure_access set ended_at = ${NOW} where member_id = ${w.third.doctor.memberId}`,
  ],
  [
    'nurse',
    'let trainees see',
    (w) => sql`update practice set trainees_see = true where practice_id = ${w.third.practiceId}`,
  ],
  [
    'nurse',
    'say yes for her practice',
    (w) => answer(w.third.practiceId, w.source.sourceId, w.people.nurse.memberId),
  ],
  [
    'nurse',
    'open the figures to somebody',
    (w) => access(w.people.colleague.memberId, w.third.practiceId, w.people.nurse.memberId),
  ],
  [
    'coordinator',
    'say yes for another practice',
    (w) => answer(w.third.practiceId, w.source.sourceId, w.first.doctor.memberId),
  ],
  [
    'doctor',
    'say yes in another’s name',
    (w) => answer(w.second.practiceId, w.source.sourceId, w.people.staff.memberId),
  ],
  [
    'doctor',
    'leave a look for somebody else',
    (w) =>
      sql`insert into figure_look (practice_id, member_id, indicator_key, looked_at) values (${w.second.practiceId}, ${w.people.staff.memberId}, 'prove', ${NOW})`,
  ],
  [
    'doctor',
    'leave a look at another practice',
    (w) =>
      sql`insert into figure_look (practice_id, member_id, indicator_key, looked_at) values (${w.third.practiceId}, ${w.second.doctor.memberId}, 'prove', ${NOW})`,
  ],
  [
    'coordinator',
    'start a delivery for a source',
    (w) => delivery(w.foreign.sourceId, w.people.coordinator.personId),
  ],
  [
    'source',
    'start a delivery in another’s name',
    (w) => delivery(w.source.sourceId, w.people.coordinator.personId),
  ],
  [
    'coordinator',
    'withdraw a source’s delivery',
    (w) => sql`update delivery set extracted_on = null where delivery_id = ${w.own}`,
  ],
  [
    'source',
    'touch another source’s delivery',
    (w) => sql`update delivery set extracted_on = null where delivery_id = ${w.theirs}`,
  ],
  ['source', 'add a figure to a confirmed delivery', (w) => measurement(w.own, w)],
  ['coordinator', 'add a figure', (w) => measurement(w.own, w)],
  [
    'source',
    'add a part to a confirmed delivery',
    (w) =>
      sql`insert into delivery_part (delivery_id, cluster_id, indicator_key, period_from, period_until, practices) values (${w.own}, ${w.cluster.clusterId}, 'prove', '2020-01-01', '2020-12-31', 1)`,
  ],
  [
    'source',
    'write another source’s mapping',
    (w) =>
      sql`insert into source_mapping (source_id, header_hash, mapping, remembered_at) values (${w.foreign.sourceId}, '\\x00', '{}', ${NOW})`,
  ],
  ['doctor', 'ask for publishing', (w) => publication(w.cluster.clusterId, 'waiting', w)],
  ['coordinator', 'ask for publishing elsewhere', (w) => publication(w.other.clusterId, 'waiting', w)],
  ['coordinator', 'call a publication done', (w) => publication(w.cluster.clusterId, 'published', w)],
  [
    'coordinator',
    'make a spread',
    (w) =>
      sql`insert into spread (cluster_id, indicator_key, period_from, period_until, source_id, version, picture, contributors, practices, published_at) values (${w.cluster.clusterId}, 'prove', '2020-01-01', '2020-12-31', ${w.source.sourceId}, 1, '{}', 1, 1, ${NOW})`,
  ],
  [
    'coordinator',
    'read who is which dot',
    (w) => sql`select practice_id from spread_contributor where practice_id <> ${w.first.practiceId}`,
  ],
  ['coordinator', 'read a guest’s totals', () => sql`select numerator from spread_total`],
  [
    'coordinator',
    'write the journal in another’s name',
    (w) => journal(w.second.doctor.personId, w.cluster.clusterId),
  ],
  [
    'coordinator',
    'write the journal of another cluster',
    (w) => journal(w.first.doctor.personId, w.other.clusterId),
  ],
  ['coordinator', 'rewrite the journal', () => sql`update journal set event = 'figure.forgotten'`],
  ['coordinator', 'empty the journal', () => sql`delete from journal`],
  [
    'newcomer',
    'write to a stranger',
    (w) =>
      sql`insert into letter (kind, person_id, message_id, written_at, due_at) values ('invitation', ${w.second.doctor.personId}, ${newId()}, ${NOW}, ${NOW})`,
  ],
  [
    'colleague',
    'have a doctor’s way in sent to an address of one’s own',
    (w) =>
      sql`insert into letter (kind, person_id, email, message_id, written_at, due_at) values ('sign_in', ${w.third.doctor.personId}, 'ond@klinik.example', ${newId()}, ${NOW}, ${NOW})`,
  ],
  ['doctor', 'take one level’s sums from another’s', () => sql`select numerator, denominator from reference`],
  [
    'coordinator',
    'leave a table behind for whoever gets the connection next',
    () => sql`create temporary table practice (practice_id uuid)`,
  ],
  ['coordinator', 'read the letters', () => sql`select facts from letter`],
  ['coordinator', 'read the sessions', () => sql`select person_id from session`],
  ['coordinator', 'read the keys', () => sql`select practice_id from practice_key`],
  ['coordinator', 'read the sign-in links', () => sql`select person_id from sign_in_link`],
  [
    'nobody',
    'write a letter',
    (w) =>
      sql`insert into letter (kind, person_id, message_id, written_at, due_at) values ('invitation', ${w.second.doctor.personId}, ${newId()}, ${NOW}, ${NOW})`,
  ],
];

test.each(TRIES)('the %s cannot %s', async (who, _, statement) => {
  const place = { clusterId: world.cluster.clusterId, sourceId: world.source.sourceId };
  const tried = await asWeb(world.people[who], place, (db) => triedOf(db, statement(world)));
  expect(tried === 'denied' ? 0 : tried).toBe(0);
});

const LEVEL = sql`(indicator_key, period_from, period_until, level, area_code, origin, practices, numerator, denominator,
  p10, p25, p50, p75, p90, tau_squared, overdispersion, made_at)`;
const level = (origin: string) =>
  sql`insert into reference ${LEVEL} values ('prove', '2025-01-01', '2025-12-31', 'nation', '', ${origin}, 100, 1, 10, 1, 2, 3, 4, 5, 0, 1, ${NOW})`;

test('the worker reads no figure before it names the indicator, and writes neither levels nor letters at will', async () => {
  const tried = (statement: RawBuilder<unknown>, before = sql`select`) =>
    asWorker(async (db) => {
      await before.execute(db);
      return triedOf(db, statement);
    });
  expect(await tried(sql`select value from measurement`)).toBe(0);
  expect(await tried(level('delivered'))).toBe('denied');
  expect(await tried(level('computed'))).toBe(1);
  await level('delivered').execute(owner);
  expect(await tried(sql`update reference set practices = 101`)).toBe(0);
  const { personId } = world.second.doctor;
  for (const kind of ['sign_in', 'figures_ready'])
    expect(
      await tried(
        sql`insert into letter (kind, person_id, message_id, written_at, due_at) values (${kind}, ${personId}, ${newId()}, ${NOW}, ${NOW})`,
      ),
    ).toBe('denied');
});

type Call = [
  role: keyof Gated['people'],
  what: string,
  call: (w: Gated) => RawBuilder<unknown>,
  answer: unknown,
];
const CALLS: Call[] = [
  [
    'coordinator',
    'confirm a number',
    (w) =>
      sql`confirm_number((select practice_number_id from practice_number where practice_id = ${w.second.practiceId} limit 1))`,
    false,
  ],
  [
    'coordinator',
    'make a key',
    (w) => sql`make_practice_key(${w.second.practiceId}, 'AAAA-BBBB-CCCC-DDDD')`,
    false,
  ],
  [
    'untrusted',
    'make a key',
    (w) => sql`make_practice_key(${w.second.practiceId}, 'AAAA-BBBB-CCCC-DDDD')`,
    false,
  ],
  [
    'source',
    'make a key for a practice of another cluster',
    (w) => sql`make_practice_key(${w.other.practices[0]!.practiceId}, 'AAAA-BBBB-CCCC-DDDD')`,
    false,
  ],
  [
    'source',
    'make a key for its own',
    (w) => sql`make_practice_key(${w.second.practiceId}, 'AAAA-BBBB-CCCC-DDDD')`,
    true,
  ],
  [
    'colleague',
    'open with a wrong key',
    (w) => sql`use_practice_key(${w.people.colleague.memberId}, 'AAAA-BBBB-CCCC-DDDD')`,
    false,
  ],
  [
    'colleague',
    'open with the key of the practice',
    (w) => sql`use_practice_key(${w.people.colleague.memberId}, ${`NOEGLE-${w.second.practiceId}`})`,
    true,
  ],
  [
    'coordinator',
    'open another’s membership with its key',
    (w) => sql`use_practice_key(${w.people.colleague.memberId}, ${`NOEGLE-${w.second.practiceId}`})`,
    false,
  ],
  [
    'coordinator',
    'open the own membership with another practice’s key',
    (w) => sql`use_practice_key(${w.first.doctor.memberId}, ${`NOEGLE-${w.second.practiceId}`})`,
    false,
  ],
  [
    'coordinator',
    'take down another practice’s spreads',
    (w) => sql`take_down_spreads_of_practice(${w.second.practiceId}, ${w.source.sourceId})`,
    0,
  ],
  [
    'coordinator',
    'take down a delivery’s spreads',
    (w) => sql`take_down_spreads_of_delivery(${w.theirs})`,
    0,
  ],
  [
    'doctor',
    'take down the own practice’s spreads',
    (w) => sql`take_down_spreads_of_practice(${w.second.practiceId}, ${w.source.sourceId})`,
    1,
  ],
  [
    'doctor',
    'count who has contributed',
    (w) =>
      sql`(select count(*)::int from contributing_practices('prove', '2025-01-01', '2025-12-31', ${w.source.sourceId}))`,
    0,
  ],
  [
    'coordinator',
    'count who has contributed',
    (w) =>
      sql`(select count(*)::int from contributing_practices('prove', '2025-01-01', '2025-12-31', ${w.source.sourceId}))`,
    3,
  ],
  [
    'doctor',
    'find or make a person by address',
    () => sql`person_for_invitation('ukendt@klinik.example', 'Ukendt', gen_random_uuid())`,
    null,
  ],
  [
    'nobody',
    'enter by an example door as a real person',
    (w) => sql`start_example_session(${w.second.doctor.personId}, ${'x'.repeat(40)})`,
    null,
  ],
  ['coordinator', 'end another’s session', () => sql`end_session(gen_random_uuid())`, false],
  ['source', 'learn which clusters publish', () => sql`(select count(*)::int from publishing_clusters())`, 1],
  ['coordinator', 'learn that of a source', () => sql`(select count(*)::int from publishing_clusters())`, 0],
];

test.each(CALLS)('the %s, asking the database to %s', async (who, _, call, answer) => {
  const sourceId = who === 'untrusted' ? world.untrusted.sourceId : world.source.sourceId;
  const answered = await asWeb(
    world.people[who],
    { clusterId: world.cluster.clusterId, sourceId },
    async (db) => {
      const { rows } = await sql<{ answer: unknown }>`select ${call(world)} as answer`.execute(db);
      return rows[0]!.answer;
    },
  );
  expect(answered).toEqual(answer);
});

test('a token that is none, is ended or has run out opens nothing', async () => {
  const { token } = world.people.doctor;
  const figures = (at: Date, bearer: string) =>
    asWeb({ token: bearer }, { clusterId: world.cluster.clusterId }, async (db) => {
      await sql`select set_config('app.now', ${at.toISOString()}, true)`.execute(db);
      return (await sql`select value from measurement`.execute(db)).rows.length;
    });
  expect(await figures(NOW, token)).toBe(1);
  expect(await figures(new Date('2099-01-01T00:00:00Z'), token)).toBe(0);
  expect(await figures(NOW, `${token}x`)).toBe(0);
  expect(await figures(NOW, '')).toBe(0);
});

function practice(id: string, isExample: boolean, _world: Gated) {
  return sql`insert into practice (practice_id, name, is_example, created_at) values (${id}, 'Ny praksis', ${isExample}, ${NOW})`;
}
function member(clusterId: string, practiceId: string, w: Gated) {
  return sql`insert into member (cluster_id, person_id, practice_id, is_example, kind, valid, invited_at) values (${clusterId}, ${w.people.newcomer.personId}, ${practiceId}, false, 'doctor', ${MAY}, ${NOW})`;
}
function role(clusterId: string, memberId: string) {
  return sql`insert into role_holding (cluster_id, role, member_id, valid, given_at) values (${clusterId}, 'coordinator', ${memberId}, ${MAY}, ${NOW})`;
}
function source(_: Gated, isTrusted: boolean, clusterId: string | null) {
  return sql`insert into source (name, kind, cluster_id, is_trusted, created_at) values ('Ny kilde', ${clusterId ? 'coordinator' : 'region'}, ${clusterId}, ${isTrusted}, ${NOW})`;
}
function access(memberId: string, practiceId: string, by: string) {
  return sql`insert into figure_access (member_id, practice_id, opened_by, confirmed_by, opened_at) values (${memberId}, ${practiceId}, 'colleague', ${by}, ${NOW}) on conflict (member_id) do update set practice_id = excluded.practice_id`;
}
function answer(practiceId: string, sourceId: string, by: string) {
  return sql`insert into source_answer (practice_id, source_id, answer, answered_by, answered_at) values (${practiceId}, ${sourceId}, 'yes', ${by}, '2026-03-05')`;
}
function delivery(sourceId: string, by: string) {
  return sql`insert into delivery (source_id, deliverer_id, state, file_hash, file_bytes, started_at) values (${sourceId}, ${by}, 'draft', sha256('x'), 1, ${NOW})`;
}
function measurement(deliveryId: string, w: Gated) {
  return sql`insert into measurement (delivery_id, practice_id, indicator_key, period_from, period_until, value, line) values (${deliveryId}, ${w.third.practiceId}, 'prove', '2020-01-01', '2020-12-31', 1, 1)`;
}
function publication(clusterId: string, state: string, w: Gated) {
  const finished = state === 'waiting' ? null : NOW;
  return sql`insert into publication (cluster_id, indicator_key, period_from, period_until, source_id, requested_at, state, finished_at) values (${clusterId}, 'prove', '2025-01-01', '2025-12-31', ${w.source.sourceId}, ${NOW}, ${state}, ${finished})`;
}
function journal(personId: string, clusterId: string) {
  return sql`insert into journal (cluster_id, person_id, event, subject, command_id, outcome, at) values (${clusterId}, ${personId}, 'figure.looked_at', 'x', ${newId()}, 'null', ${NOW})`;
}
