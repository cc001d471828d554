import { beforeAll, expect, test } from 'vitest';
import { TypedCprNumber } from '#domain/access/command.server.ts';
import { makeAgreement } from '#domain/agreements/make-agreement.server.ts';
import { enterExpense } from '#domain/economy/enter-expense.server.ts';
import { stateNoAgreement } from '#domain/meetings/close-meeting.server.ts';
import { aMeeting, anAgendaItem } from '#domain/meetings/meetings.fixtures.ts';
import { registerVisitor } from '#domain/meetings/register-attendance.server.ts';
import { resolve } from '#domain/meetings/resolve.server.ts';
import { addToAgenda } from '#domain/meetings/write-agenda.server.ts';
import { writeMinutes } from '#domain/meetings/write-minutes.server.ts';
import { changePartner } from '#domain/partners/keep-partner.server.ts';
import { addPartnerPerson } from '#domain/partners/keep-person.server.ts';
import { aPartner } from '#domain/partners/partners.fixtures.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { type ACluster, aCluster } from '#test/build.ts';
import { NOW, newId } from '#test/world.ts';
import { digests } from './commands.fixtures.ts';

let cluster: ACluster;
let meetingId: string;
let agendaItemId: string;
let partnerId: string;
beforeAll(async () => {
  cluster = await aCluster();
  const meeting = await aMeeting(cluster, { state: 'held', heldOn: NOW.toISOString().slice(0, 10) });
  meetingId = meeting.meetingId;
  agendaItemId = await anAgendaItem(meeting);
  ({ partnerId } = await aPartner(cluster));
});

const day = { dueOn: null, agendaItemId: null, ownerId: null };
const item = { kind: 'talk', minutes: 10, ownerId: null, material: '' } as const;
const agreement = { who: 'Alle', byOn: '2026-05-01', measuredAgainOn: '2026-12-01', secondMeasureOn: null };
const expense = { kind: 'food', amountOre: 100, spentOn: '2026-03-01' } as const;

/** Every place where somebody writes freely, with words in it. */
const PLACES: [string, (scope: ClusterScope, words: string) => Promise<{ done: boolean }>][] = [
  ['minutes', (s, words) => writeMinutes(s, meetingId, [{ agendaItemId, was: '', typed: words }])],
  ['a decision', (s, sentence) => resolve(s, meetingId, { ...day, kind: 'decision', sentence, owner: '' })],
  [
    'who has an action',
    (s, owner) => resolve(s, meetingId, { ...day, kind: 'action', sentence: 'Ring', owner }),
  ],
  ['the programme', (s, title) => addToAgenda(s, meetingId, { ...item, title, owner: '' }, null)],
  ['a reason', (s, reason) => stateNoAgreement(s, meetingId, reason)],
  ['a visitor', (s, name) => registerVisitor(s, meetingId, { name, belongsTo: '' })],
  [
    'notes on a partner',
    (s, notes) => changePartner(s, partnerId, { name: 'Afdeling M', kind: 'hospital', notes }),
  ],
  [
    'somebody at a partner',
    (s, title) => addPartnerPerson(s, newId(), partnerId, { name: 'Ida', title, email: '', phone: '' }),
  ],
  [
    'an agreement',
    (s, what) =>
      makeAgreement(s, newId(), meetingId, { ...agreement, what, measure: 'Egne', indicatorKey: null }),
  ],
  [
    'who was paid',
    (s, payee) =>
      enterExpense(s, newId(), meetingId, { wish: { ...expense, what: 'Mad', payee }, receipt: null }),
  ],
];

test.each(PLACES)('a CPR number in %s is stored nowhere, and other words are', async (_, write) => {
  const before = await digests();
  const asCoordinator = (words: string) => cluster.as(cluster.coordinator, (scope) => write(scope, words));
  await expect(asCoordinator('Fru J, 010170-1234')).rejects.toThrow(TypedCprNumber);
  expect(await digests()).toEqual(before);
  expect(await asCoordinator('Fru J')).toMatchObject({ done: true });
});
