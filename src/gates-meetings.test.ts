import { type RawBuilder, sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { NOW, newId } from '#test/world.ts';
import { aGatedWorld, type Gated } from './gates.fixtures.ts';
import { asWeb, triedOf } from './gates-trying.fixtures.ts';

let world: Gated;
beforeAll(async () => {
  world = await aGatedWorld();
});

type Asker = keyof Gated['people'] | keyof Gated['links'];
type Try = [who: Asker, what: string, statement: (w: Gated) => RawBuilder<unknown>];

/* What the sweep cannot see, since it puts in only what stands somewhere already. */
const TRIES: Try[] = [
  ['coordinator', 'vote for somebody who has left', (w) => vote(w.people.left.memberId, w)],
  ['coordinator', 'answer for somebody who has left', (w) => rsvp(w.people.left.memberId, w)],
  ['coordinator', 'answer for a secretary', (w) => rsvp(w.people.secretary.memberId, w)],
  ['doctor', 'answer for another clinic', (w) => rsvp(w.third.doctor.memberId, w, w.second.doctor.memberId)],
  [
    'a member’s link',
    'answer for another clinic',
    (w) => rsvp(w.third.doctor.memberId, w, w.second.doctor.memberId),
  ],
  ['a guest’s link', 'answer as a member', (w) => rsvp(w.people.colleague.memberId, w)],
  [
    'coordinator',
    'answer in another’s name',
    (w) => rsvp(w.people.colleague.memberId, w, w.third.doctor.memberId),
  ],
  [
    'board',
    'write what somebody eats',
    (w) => sql`update rsvp_need set diet = 'vegan' where cluster_id = ${w.cluster.clusterId}`,
  ],
  [
    'secretary',
    'order figures',
    () => sql`update figure_order set state = 'ordered', ordered_at = ${NOW} where state = 'planned'`,
  ],
  [
    'board',
    'order figures',
    () => sql`update figure_order set state = 'ordered', ordered_at = ${NOW} where state = 'planned'`,
  ],
  ['secretary', 'put in figures that are ordered', (w) => order('ordered', w)],
  ['coordinator', 'put in figures that are published', (w) => order('published', w)],
  [
    'coordinator',
    'call ordered figures published',
    () => sql`update figure_order set state = 'published' where state = 'ordered'`,
  ],
  [
    'coordinator',
    'widen what is published',
    () => sql`update figure_order set remark = 'x' where state = 'published'`,
  ],
  [
    'doctor',
    'plan a topic of one’s own',
    () => sql`update topic set state = 'planned', planned_for = '2026-07-01' where state = 'proposed'`,
  ],
  [
    'doctor',
    'answer a topic of one’s own',
    () => sql`update topic set answer = 'Vi tager det' where state = 'proposed'`,
  ],
  [
    'coordinator',
    'close a vote as of earlier',
    () => sql`update topic_vote set closed_at = '2026-01-01' where closed_at is null`,
  ],
  [
    'coordinator',
    'open a vote anew',
    () => sql`update topic_vote set closed_at = ${NOW} where closed_at < ${NOW}`,
  ],
  ['secretary', 'propose a topic', (w) => topic(w.people.secretary.memberId, w)],
  ['consultant', 'propose a topic', (w) => topic(w.people.consultant.memberId, w)],
  ['colleague', 'propose in another’s name', (w) => topic(w.second.doctor.memberId, w)],
  ['secretary', 'ask the partner', (w) => question(w.people.secretary.memberId, w)],
  ['colleague', 'ask in another’s name', (w) => question(w.second.doctor.memberId, w)],
  ['a member’s link on paper', 'read the own dots', () => sql`select dots from topic_dot`],
  ['a member’s link on paper', 'read what the member eats', () => sql`select diet from rsvp_need`],
  [
    'a member’s link on paper',
    'know which questions are the member’s',
    () => sql`select partner_question_id from own_questions()`,
  ],
  ['a member’s link on paper', 'take the dots back', () => sql`delete from topic_dot`],
  [
    'secretary',
    'close a meeting past the application',
    (w) =>
      sql`update meeting set state = 'closed', closed_at = ${NOW} where meeting_id = ${w.meetings.today}`,
  ],
  [
    'coordinator',
    'open a meeting that is closed',
    (w) => sql`update meeting set state = 'held' where meeting_id = ${w.meetings.closed}`,
  ],
  ['coordinator', 'read who asked', () => sql`select asker_id from partner_question`],
  ['coordinator', 'read what a letter tells', () => sql`select facts from letter`],
  ['secretary', 'rewrite what a guest took home', () => sql`update guest set took_home = 'Andet'`],
  ['coordinator', 'write for another cluster', (w) => letter({ clusterId: w.other.clusterId }, w)],
  ['coordinator', 'write a letter that went already', (w) => letter({ sentAt: NOW }, w)],
  ['coordinator', 'have another answered', (w) => letter({ replyTo: w.third.doctor.personId }, w)],
  ['doctor', 'write about a meeting', (w) => letter({ isOfMeeting: true }, w)],
  ['doctor', 'recall a letter', () => sql`update letter set recalled_at = ${NOW}`],
  ['treasurer', 'take out slides', () => sql`delete from kept_file where purpose = 'slides'`],
  ['treasurer', 'enter an expense in another’s name', (w) => expense(w.people.coordinator.memberId, w)],
  ['doctor', 'enter an expense', (w) => expense(w.people.doctor.memberId, w)],
  ['a guest’s link', 'leave a receipt', (w) => file('receipt', w.meetings.ahead, w)],
  ['a guest’s link', 'leave slides at another meeting', (w) => file('slides', w.meetings.polling, w)],
  ['a guest’s link', 'read an address', () => sql`select email from partner_person`],
  ['the room’s link', 'read who came', () => sql`select member_id from attendance`],
  ['the venue’s link', 'read who eats what', () => sql`select diet from rsvp_need`],
  ['a calendar’s link', 'read who is asked', () => sql`select member_id from invitation`],
];

test.each(TRIES)('%s cannot %s', async (who, _, statement) => {
  const { clusterId } = world.cluster;
  const tried = await asWeb(askerOf(who), { clusterId }, (db) => triedOf(db, statement(world)));
  expect(tried === 'denied' ? 0 : tried).toBe(0);
});

const ALLOWED: Try[] = [
  ['coordinator', 'vote for a colleague', (w) => vote(w.third.doctor.memberId, w)],
  ['coordinator', 'answer for a colleague', (w) => rsvp(w.third.doctor.memberId, w)],
  [
    'coordinator',
    'order figures',
    () => sql`update figure_order set state = 'ordered', ordered_at = ${NOW} where state = 'planned'`,
  ],
  [
    'board',
    'close a meeting',
    (w) =>
      sql`update meeting set state = 'closed', closed_at = ${NOW} where meeting_id = ${w.meetings.today}`,
  ],
  [
    'a member’s link on paper',
    'answer for the clinic',
    (w) => rsvp(w.people.colleague.memberId, w, w.second.doctor.memberId),
  ],
  ['secretary', 'plan figures', (w) => order('planned', w)],
  [
    'coordinator',
    'close a vote',
    () => sql`update topic_vote set closed_at = ${NOW} where closed_at is null`,
  ],
  ['colleague', 'propose a topic', (w) => topic(w.people.colleague.memberId, w)],
  ['colleague', 'ask the partner', (w) => question(w.people.colleague.memberId, w)],
  ['coordinator', 'write for the cluster', (w) => letter({}, w)],
  ['a guest’s link', 'leave slides', (w) => file('slides', w.meetings.ahead, w)],
  [
    'a member’s link',
    'answer for the clinic',
    (w) => rsvp(w.people.colleague.memberId, w, w.second.doctor.memberId),
  ],
  ['treasurer', 'enter an expense', (w) => expense(w.people.treasurer.memberId, w)],
];

// The same statements succeed for whom they are meant, so that a refusal above is a refusal and no slip.
test.each(ALLOWED)('%s can %s', async (who, _, statement) => {
  const { clusterId } = world.cluster;
  expect(await asWeb(askerOf(who), { clusterId }, (db) => triedOf(db, statement(world)))).toBe(1);
});

function askerOf(who: Asker) {
  return who in world.people ? world.people[who as 'doctor'] : world.links[who as keyof Gated['links']];
}
function vote(memberId: string, w: Gated) {
  return sql`insert into date_vote (cluster_id, date_option_id, member_id, answer, cast_by, cast_at)
    values (${w.cluster.clusterId}, (select date_option_id from date_option limit 1), ${memberId}, 'no', ${w.people.coordinator.memberId}, ${NOW})`;
}
function rsvp(memberId: string, w: Gated, by = w.people.coordinator.memberId) {
  return sql`insert into rsvp (cluster_id, meeting_id, member_id, answer, given_by, given_at)
    values (${w.cluster.clusterId}, ${w.meetings.ahead}, ${memberId}, 'no', ${by}, ${NOW})`;
}
function order(state: string, w: Gated) {
  return sql`insert into figure_order (cluster_id, meeting_id, source_id, indicators, state)
    values (${w.cluster.clusterId}, ${w.meetings.ahead}, ${w.source.sourceId}, '{prove}', ${state})`;
}
function topic(memberId: string, w: Gated) {
  return sql`insert into topic (cluster_id, proposer_id, sentence, state, proposed_at)
    values (${w.cluster.clusterId}, ${memberId}, 'Et andet emne', 'proposed', ${NOW})`;
}
function question(memberId: string, w: Gated) {
  return sql`insert into partner_question (cluster_id, meeting_id, asker_id, question, asked_at)
    values (${w.cluster.clusterId}, ${w.meetings.ahead}, ${memberId}, 'Hvordan?', ${NOW})`;
}
function expense(memberId: string, w: Gated) {
  return sql`insert into expense (cluster_id, meeting_id, kind, what, amount, spent_on, entered_by, entered_at)
    values (${w.cluster.clusterId}, ${w.meetings.ahead}, 'food', 'Mad', 10, '2026-03-01', ${memberId}, ${NOW})`;
}
function file(purpose: string, meetingId: string, w: Gated) {
  return sql`insert into kept_file (cluster_id, meeting_id, guest_id, purpose, name, media_type, bytes, kept_at)
    values (${w.cluster.clusterId}, ${meetingId}, (select guest_id from visiting()), ${purpose}, 'x.pdf', 'application/pdf', 'x', ${NOW})`;
}
type Told = { clusterId?: string; sentAt?: Date; replyTo?: string; isOfMeeting?: true };
function letter({ clusterId, sentAt, replyTo, isOfMeeting }: Told, w: Gated) {
  const own = w.cluster.clusterId;
  return sql`insert into letter (kind, person_id, cluster_id, meeting_id, message_id, written_at, due_at, sent_at, reply_to_id)
    values ('topic_outcome', ${w.people.colleague.personId}, ${clusterId ?? own},
      ${isOfMeeting ? w.meetings.ahead : null}, ${newId()}, ${NOW}, ${NOW}, ${sentAt ?? null}, ${replyTo ?? null})`;
}
