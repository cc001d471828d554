import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { NotPermitted } from '#domain/access/command.server.ts';
import { PERMISSIONS, type Permission } from '#domain/access/permission.ts';
import { type Scope, withinCluster } from '#platform/scope.server.ts';
import { NOW, web } from '#test/world.ts';
import {
  attempt,
  digests,
  inEveryScope,
  type Known,
  listCommands,
  partsOf,
  thingsOf,
} from './commands.fixtures.ts';
import { aGatedWorld, type Gated } from './gates.fixtures.ts';

let world: Gated;
let commands: Known[];
beforeAll(async () => {
  [world, commands] = [await aGatedWorld(), await listCommands()];
});

/*
 * Who may do what, written out beside the table that the code asks: PRODUCT's roles, and the links. The installation
 * itself may all. A new permission stands here before it can be used.
 */
const LEADS = 'coordinator board';
const ARRANGES = `${LEADS} secretary`;
const ANSWERS = `member ${ARRANGES} treasurer consultant`;
const MAY: Record<Permission, string> = {
  'cluster.found': 'person',
  'cluster.enter': '',
  'practice.add': 'coordinator',
  'practice.end': 'coordinator',
  'practice.decide': 'member',
  'practice.open': 'member',
  'member.invite': 'coordinator',
  'member.change': 'coordinator',
  'member.end': 'coordinator',
  'role.give': 'coordinator',
  'role.take': 'coordinator',
  'source.invite': 'coordinator',
  'source.open': 'coordinator',
  'source.dismiss': 'coordinator',
  'source.answer': 'member',
  'source.vouch': 'source',
  'source.staff': 'source',
  'figure.deliver': 'source',
  'figure.withdraw': 'source',
  'figure.look': 'member',
  'spread.publish': 'coordinator',
  'topic.propose': 'member member_link',
  'topic.decide': LEADS,
  'topic.vote': 'member member_link',
  'package.keep': LEADS,
  'questionnaire.write': LEADS,
  'meeting.plan': ARRANGES,
  'meeting.invite': ARRANGES,
  'meeting.close': LEADS,
  'agenda.write': ARRANGES,
  'minutes.write': ARRANGES,
  // Whoever takes the minutes of that meeting, whatever else they are; the command asks which meeting.
  'minutes.take': ANSWERS,
  'attendance.register': ARRANGES,
  'attendance.tell': 'room',
  'action.settle': `${ANSWERS} member_link`,
  'date.vote': `${ANSWERS} member_link`,
  'rsvp.give': `${ANSWERS} member_link`,
  'partner.keep': ARRANGES,
  'guest.invite': ARRANGES,
  'guest.answer': 'guest',
  'question.ask': 'member member_link',
  'venue.confirm': 'venue',
  'figure_order.send': 'coordinator',
  'own_count.enter': 'member',
  'own_count.ask': ARRANGES,
  'agreement.make': ARRANGES,
  'expense.enter': `${ARRANGES} treasurer`,
  'questionnaire_round.plan': LEADS,
  'questionnaire_round.remind': ARRANGES,
  'questionnaire.answer': `${ANSWERS} member_link respondent`,
  'text_answer.release': 'coordinator',
  'letter.recall': ARRANGES,
  'letter.mute': 'mute',
  'link.hand_over': ARRANGES,
  'calendar.follow': ANSWERS,
  'session.request': 'link',
  'session.start': 'link',
  'session.end': 'person',
  'person.change': 'person',
  'address.move': 'link',
  'installation.operate': '',
};

const may = ({ permission }: Known, scope: Scope) =>
  partsOf(scope).some((part) => MAY[permission].split(' ').includes(part));

test('every permission is written out, and every command has one', () => {
  expect(Object.keys(PERMISSIONS).sort()).toEqual(Object.keys(MAY).sort());
  expect(commands.length).toBeGreaterThan(110);
  expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
});

test('whoever may not, whatever they try, is refused and leaves nothing', async () => {
  const before = await digests();
  const wrong: string[] = [];
  const asked = await inEveryScope(world, async (scope) => {
    const refused: string[] = [];
    for (const known of commands) {
      if (may(known, scope)) continue;
      const outcome = await attempt(scope, known, randomUUID());
      if (!(outcome instanceof NotPermitted)) wrong.push(`${partsOf(scope)}: ${known.name} ${outcome}`);
      refused.push(known.name);
    }
    return refused.length;
  });
  expect(wrong).toEqual([]);
  expect(await digests()).toEqual(before);
  // Every role, link and place was there to be refused.
  expect(Object.keys(asked).length).toBeGreaterThan(28);
  expect(Math.min(...Object.values(asked))).toBeGreaterThan(30);
});

test('whoever may is asked by no command who they are a second time', async () => {
  const wrong: string[] = [];
  await inEveryScope(world, async (scope) => {
    for (const known of commands.filter((each) => may(each, scope))) {
      const outcome = await attempt({ ...scope, confirmedAt: NOW } as Scope, known, randomUUID());
      if (outcome instanceof NotPermitted) wrong.push(`${partsOf(scope)}: ${known.name}`);
    }
  });
  expect(wrong).toEqual([]);
});

const EXPENSE = { kind: 'food', what: 'Mad', amountOre: 100, spentOn: '2026-03-01', payee: '' };
/* What a command is given beside its subject, where it asks for that before it asks for the thing. */
const GIVEN: Record<string, (thing: string) => unknown[]> = {
  addDates: () => [{ options: [{ heldOn: '2026-05-12', startsAt: '17:00' }], closesOn: '2026-04-01' }],
  addGuest: (thing) => [thing],
  answerSource: (thing) => [{ practiceId: thing, answer: 'yes' }],
  askPartner: (thing) => [thing, 'Hvordan går det?'],
  changeExpense: (thing) => [thing, { wish: EXPENSE, receipt: null }],
  decideTopic: () => [{ decision: 'drop', answer: 'Ikke nu' }],
  decideWhoSees: () => [{ trainees: true, staff: true }],
  enterExpense: (thing) => [thing, { wish: EXPENSE, receipt: null }],
  handOverLink: (thing) => [thing],
  makeMeeting: (thing) => [{ kind: 'cluster', source: { meetingId: thing }, topicId: thing, days: [] }],
  noteAnswer: () => ['Ja', 'Gerda'],
  notePhone: () => ['12345678'],
  planOrder: (thing) => [thing],
  planTopic: () => [{ halfYear: '2026-07-01', answer: '' }],
};
/* What makes something new of the own cluster from a whole form, and names nothing that there is. */
const MAKING = [
  'addPartner',
  'importPackage',
  'importQuestionnaire',
  'introduceSource',
  'invitePeople',
  'makeCalendar',
  'openOwnSource',
  'planRound',
  'proposeTopic',
  'requestPublication',
];
/* What is one's own, whatever subject is named; and a room that is not there has no codes to end. */
const OF_ONESELF = ['closeRoom', 'endCalendar'];

test('to the coordinator of another cluster nothing of this one exists', async () => {
  const { cluster, other, people } = world;
  const things = await thingsOf(cluster.clusterId);
  const before = await digests(cluster.clusterId);
  const caller = { token: people.neighbour.token, now: NOW };
  const told = await withinCluster(web, caller, other.clusterId, async (scope) => {
    const outcomes: [name: string, outcome: string][] = [];
    for (const known of commands.filter((each) => may(each, scope)))
      for (const thing of things) {
        const outcome = await attempt(scope, known, thing, ...(GIVEN[known.name]?.(thing) ?? []));
        outcomes.push([known.name, said(outcome)]);
      }
    return outcomes;
  });
  expect(await digests(cluster.clusterId)).toEqual(before);
  const named = (wanted: RegExp) => [
    ...new Set(told!.filter(([, outcome]) => wanted.test(outcome)).map(([name]) => name)),
  ];
  expect(named(/^done$/).sort()).toEqual(OF_ONESELF);
  // Each of the others looked for the thing, and did not find it.
  expect(named(/^error/).sort()).toEqual(MAKING);
  expect(told!.length).toBeGreaterThan(2500);
}, 120_000);

function said(outcome: unknown): string {
  if (outcome instanceof Error) return `error ${outcome.message}`;
  const { done, reason } = outcome as { done: boolean; reason?: string };
  return done ? 'done' : `refused ${reason}`;
}
