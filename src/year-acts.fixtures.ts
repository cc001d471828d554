import { randomUUID } from 'node:crypto';
import { requestPublication } from '#domain/benchmarks/request-publication.server.ts';
import { deliverText } from '#domain/deliveries/deliver-text.server.ts';
import type { Period } from '#domain/deliveries/period.ts';
import { giveRsvps } from '#domain/invitations/give-rsvps.server.ts';
import type { Diet, RsvpAnswer } from '#domain/invitations/invitation.ts';
import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { listDeadlines } from '#domain/meetings/deadlines.server.ts';
import { registerAttendance } from '#domain/meetings/register-attendance.server.ts';
import { settleDeadline } from '#domain/meetings/settle-deadline.server.ts';
import { writeMinutes } from '#domain/meetings/write-minutes.server.ts';
import type { DeadlineAct } from '#domain/packages/package.ts';
import { castVotes } from '#domain/polls/cast-votes.server.ts';
import type { Answer } from '#domain/polls/date-poll.ts';
import { findPoll } from '#domain/polls/polls.server.ts';
import type { AYear } from './year.fixtures.ts';
import type { Name } from './year-people.fixtures.ts';

/** Somebody answers a meeting's days by the link in their mail, for themselves and for others of their clinic. */
export function vote(
  { byMail, people }: AYear,
  moment: string,
  [who, ...others]: [Name, ...Name[]],
  meetingId: string,
  answers: Record<string, Answer>,
) {
  return byMail(moment, who, async (scope) => {
    const poll = await findPoll(scope, meetingId);
    const votes = [who, ...others].flatMap((one) =>
      poll!.options.flatMap(({ dateOptionId, heldOn }) => {
        const answer = answers[heldOn];
        return answer ? [{ dateOptionId, memberId: people[one].memberId, answer }] : [];
      }),
    );
    return castVotes(scope, meetingId, votes);
  });
}

/** Somebody says by the link in their mail whether they come, and what they eat; and the same for others of the clinic. */
export function reply(
  { byMail, people }: AYear,
  moment: string,
  [who, ...others]: [Name, ...Name[]],
  meetingId: string,
  [answer, diet = '']: [RsvpAnswer, Diet?],
) {
  const own = { memberId: people[who].memberId, answer, need: { diet, absence: '' as const } };
  const theirs = others.map((one) => ({ memberId: people[one].memberId, answer, need: null }));
  return byMail(moment, who, (scope) => giveRsvps(scope, meetingId, [own, ...theirs]));
}

/** The source's Dorte delivers a file of these indicators for all practices of the cluster. */
export function deliver(
  { atSource, cluster, source }: AYear,
  moment: string,
  keys: string[],
  period: string,
) {
  const rows = cluster.practices.flatMap(({ number }, at) =>
    keys.map((key) => `${number};${key};${period};${130 + at};${400 + at}`),
  );
  const text = ['ydernr;indikator;periode;tæller;nævner', ...rows].join('\n');
  const file = { name: `${keys[0]}-${period}.csv`, bytes: new TextEncoder().encode(text) };
  const extractedOn = moment.slice(0, 10);
  return atSource(moment, 'dorte', (scope) => deliverText(scope, source.sourceId, file, { extractedOn }));
}

/** Anna has what was delivered of these indicators for a period published. */
export async function show({ at, publish, source }: AYear, moment: string, keys: string[], period: Period) {
  for (const key of keys) {
    const asked = { period, sourceId: source.sourceId };
    await publish(await at(moment, 'anna', (scope) => requestPublication(scope, key, asked)));
  }
}

/** Anna says of what is to be done about a meeting that these are done. */
export async function settle({ at, seen }: AYear, moment: string, meetingId: string, acts: DeadlineAct[]) {
  const deadlines = await seen('anna', (scope) => listDeadlines(scope, meetingId));
  for (const { act, deadlineId, state } of deadlines)
    if (acts.includes(act) && state === 'open')
      await at(moment, 'anna', (scope) => settleDeadline(scope, deadlineId, 'done'));
}

/** The secretary ticks who came, and the coordinator writes into the minutes what was said. */
export async function writeUp(year: AYear, day: string, meetingId: string, came: Name[], said: string) {
  const { at, people, seen } = year;
  const members = came.map((who) => people[who].memberId);
  await at(`${day} 19:00`, 'sif', (scope) => registerAttendance(scope, meetingId, members, members));
  const [first] = await seen('anna', (scope) => listAgenda(scope, meetingId));
  if (!first) return null;
  const typed = [{ agendaItemId: first.agendaItemId, was: '', typed: said }];
  await at(`${day} 21:00`, 'anna', (scope) => writeMinutes(scope, meetingId, typed));
  return first.agendaItemId;
}

export const newId = randomUUID;
