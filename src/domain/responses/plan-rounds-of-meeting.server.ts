import { randomUUID } from 'node:crypto';
import { nextCommand } from '#domain/access/next-command.server.ts';
import { refusalOf } from '#domain/access/permission.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { type MeetingPackage, questionnaireOf } from '#domain/packages/package.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { EVALUATION } from './evaluation.ts';
import { type NewRound, planRound } from './plan-round.server.ts';
import { USUAL_DAYS, usualDays } from './round.ts';

/**
 * Plans what a new meeting asks by itself: the questionnaire of its package, of its doctors and without names, and
 * after a meeting of the cluster how it was, of those who came. The days go with the meeting. Somebody who may not
 * plan questionnaires plans none.
 */
export async function planRoundsOfMeeting(scope: ClusterScope, meetingId: string): Promise<void> {
  if (refusalOf('questionnaire_round.plan', scope)) return;
  const meeting = await scope.db
    .selectFrom('meeting')
    .select(['package', 'heldOn', 'kind'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  if (!meeting) return;
  const made = meeting.package as unknown as MeetingPackage | null;
  const definition = made && questionnaireOf(made);
  if (definition) await plan(scope, meeting.heldOn, roundOf(meetingId, definition, made.questionnaireDays));
  if (EVALUATED.includes(meeting.kind)) await plan(scope, meeting.heldOn, evaluationOf(meetingId));
}

const EVALUATED = ['cluster', 'joint'];

type Planned = Omit<NewRound, 'wish'>;

function roundOf(
  meetingId: string,
  definition: NewRound['definition'],
  days: NewRound['days'] = USUAL_DAYS.topic,
): Planned {
  return { meetingId, purpose: 'topic', definition, followsId: null, days };
}

function evaluationOf(meetingId: string): Planned {
  return { meetingId, purpose: 'evaluation', definition: EVALUATION, followsId: null };
}

async function plan(scope: ClusterScope, heldOn: string | null, round: Planned): Promise<void> {
  const wish = {
    asks: round.purpose === 'evaluation' ? 'attendees' : 'doctors',
    partnerId: null,
    isNamed: false,
    ...usualDays(heldOn, dayOf(scope.now), round.days ?? USUAL_DAYS[round.purpose]),
  } as const;
  const at = nextCommand(scope, `questionnaire ${round.purpose}`);
  const planned = await planRound(at, randomUUID(), { ...round, wish });
  if (!planned.done) throw new Error(`a questionnaire of a meeting is refused: ${planned.reason}`);
}
