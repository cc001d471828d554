import { randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { findMember } from '#domain/members/members.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listAgenda } from './agenda.server.ts';
import { refusalOfPlanning } from './meeting.ts';
import { findMeeting } from './meetings.server.ts';
import { onlyMinuteTakers } from './minute-taker.server.ts';
import { type ResolutionWish, refusalOfResolution } from './minutes.ts';
import { findResolution } from './resolutions.server.ts';

/** Writes down a decision, or an action that somebody takes on. Answers its id. */
export const resolve = command(
  { permission: 'minutes.take', event: 'resolution.made' },
  async (scope: ClusterScope, meetingId: string, wish: ResolutionWish) => {
    const refusal = await refusalOf(scope, meetingId, wish);
    if (refusal) return refused(refusal);
    const resolutionId = randomUUID();
    const row = { clusterId: scope.clusterId, resolutionId, meetingId, madeAt: scope.now };
    await scope.db
      .insertInto('resolution')
      .values({ ...row, agendaItemId: wish.agendaItemId, ...columnsOf(wish) })
      .execute();
    return made({ resolutionId });
  },
);

/** Changes a decision or action until the meeting is closed. It stays at its item. */
export const changeResolution = command(
  { permission: 'minutes.take', event: 'resolution.changed' },
  async (scope: ClusterScope, resolutionId: string, wish: Omit<ResolutionWish, 'agendaItemId'>) => {
    const found = await findResolution(scope, resolutionId);
    if (!found) return refused('no_such_resolution');
    const { agendaItemId } = found;
    const refusal = await refusalOf(scope, found.meetingId, { ...wish, agendaItemId });
    if (refusal) return refused(refusal);
    await scope.db
      .updateTable('resolution')
      .set(columnsOf(wish))
      .where('resolutionId', '=', resolutionId)
      .execute();
    return done;
  },
);

/** Takes out a decision or action until the meeting is closed. */
export const takeOutResolution = command(
  { permission: 'minutes.take', event: 'resolution.taken_out' },
  async (scope: ClusterScope, resolutionId: string) => {
    const found = await findResolution(scope, resolutionId);
    if (!found) return refused('no_such_resolution');
    const refusal = await refusalOfMeeting(scope, found.meetingId);
    if (refusal) return refused(refusal);
    await scope.db.deleteFrom('resolution').where('resolutionId', '=', resolutionId).execute();
    return done;
  },
);

/** Says of an action that it is done, or that it is open after all; also long after its meeting. */
export const settleAction = command(
  { permission: 'minutes.write', event: 'resolution.done' },
  async (scope: ClusterScope, resolutionId: string, isDone: boolean) => {
    const found = await findResolution(scope, resolutionId);
    if (!found) return refused('no_such_resolution');
    if (found.kind !== 'action') return refused('not_an_action');
    if (isDone === (found.doneAt !== null)) return refused(isDone ? 'done_already' : 'open_already');
    await scope.db
      .updateTable('resolution')
      .set({ doneAt: isDone ? scope.now : null })
      .where('resolutionId', '=', resolutionId)
      .execute();
    return done;
  },
);

async function refusalOf(scope: ClusterScope, meetingId: string, wish: ResolutionWish) {
  const ofMeeting = await refusalOfMeeting(scope, meetingId);
  if (ofMeeting) return ofMeeting;
  const ofWish = refusalOfResolution(wish);
  if (ofWish) return ofWish;
  if (wish.ownerId && !(await findMember(scope, wish.ownerId))) return 'no_such_member';
  const agenda = wish.agendaItemId ? await listAgenda(scope, meetingId) : [];
  const isThere = !wish.agendaItemId || agenda.some((item) => item.agendaItemId === wish.agendaItemId);
  return isThere ? null : 'no_such_agenda_item';
}

async function refusalOfMeeting(scope: ClusterScope, meetingId: string) {
  const meeting = await findMeeting(scope, meetingId);
  if (!meeting) return 'no_such_meeting' as const;
  const refusal = refusalOfPlanning(meeting);
  if (!refusal) await onlyMinuteTakers(scope, meetingId);
  return refusal;
}

function columnsOf({ kind, sentence, owner, ownerId, dueOn }: Omit<ResolutionWish, 'agendaItemId'>) {
  return { kind, sentence, owner: ownerId ? '' : owner, ownerId, dueOn: dueOn ?? null };
}
