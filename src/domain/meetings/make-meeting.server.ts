import { command } from '#domain/access/command.server.ts';
import type { MeetingPackage } from '#domain/packages/package.ts';
import { findPackage } from '#domain/packages/packages.server.ts';
import { findTopic } from '#domain/topics/topics.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listAgenda } from './agenda.server.ts';
import { dueOn } from './deadline.ts';
import { listDeadlines } from './deadlines.server.ts';
import { firstAgendaText } from './first-agenda.text.ts';
import { meetingText } from './meeting.text.ts';
import {
  type MeetingPlan,
  planOfKind,
  planOfMeeting,
  planOfPackage,
  withOpenActions,
} from './meeting-plan.ts';
import type { MeetingSource, MeetingWish } from './meeting-wish.ts';
import { findMeeting } from './meetings.server.ts';
import { copyParts, giveFirstParts } from './parts.server.ts';
import { hasOpenActions } from './resolutions.server.ts';
import { settleAct } from './settle-deadline.server.ts';

type Source = { plan: MeetingPlan; package: MeetingPackage | null };

/**
 * Makes a meeting with its agenda, deadlines and whoever is responsible: from a package, an earlier meeting, or
 * nothing. With one day that day is reserved; with none, or with several to be asked about, it is an idea. `meetingId`
 * is the new meeting's, and is answered.
 */
export const makeMeeting = command(
  { permission: 'meeting.plan', event: 'meeting.made' },
  async (scope: ClusterScope, meetingId: string, wish: MeetingWish) => {
    const source = await sourceOf(scope, wish);
    if (!source) return refused('no_such_source');
    if (wish.topicId && !(await findTopic(scope, wish.topicId))) return refused('no_such_topic');
    const plan = withOpenActions(source.plan, await hasOpenActions(scope), meetingText.da.sinceLastTime);
    const day = wish.days.length === 1 ? wish.days[0]! : null;
    await insertMeeting(scope, meetingId, { wish, plan, package: source.package, day });
    await insertAgenda(scope, meetingId, plan);
    await insertDeadlines(scope, meetingId, plan, day?.heldOn ?? null);
    if (day) await settleAct(scope, meetingId, 'open_date_poll');
    if (wish.source && 'meetingId' in wish.source) await copyParts(scope, wish.source.meetingId, meetingId);
    else await giveFirstParts(scope, meetingId);
    return made({ meetingId });
  },
);

async function sourceOf(scope: ClusterScope, { source, kind }: MeetingWish): Promise<Source | null> {
  if (!source) return { plan: planOfKind(kind, firstAgendaText.da), package: null };
  if ('meetingId' in source) {
    const meeting = await findMeeting(scope, source.meetingId);
    if (!meeting) return null;
    const { meetingId } = source;
    const [agenda, deadlines] = [await listAgenda(scope, meetingId), await listDeadlines(scope, meetingId)];
    return { plan: planOfMeeting({ meeting, agenda, deadlines }), package: null };
  }
  const found = await findPackage(scope, source);
  return found && { plan: planOfPackage(found), package: found };
}

type NewMeeting = Source & { wish: MeetingWish; day: MeetingWish['days'][number] | null };

async function insertMeeting(
  scope: ClusterScope,
  meetingId: string,
  { wish, plan, day, ...source }: NewMeeting,
) {
  const from = namesOf(wish.source, source.package);
  await scope.db
    .insertInto('meeting')
    .values({
      meetingId,
      clusterId: scope.clusterId,
      kind: wish.kind,
      title: wish.title,
      purpose: plan.purpose,
      greeting: plan.greeting,
      state: day ? 'reserved' : 'idea',
      minutes: wish.minutes,
      heldOn: day?.heldOn ?? null,
      startsAt: day?.startsAt ?? null,
      topicId: wish.topicId,
      package: source.package && JSON.stringify(source.package),
      madeAt: scope.now,
      ...from,
    })
    .execute();
}

function namesOf(source: MeetingSource, definition: MeetingPackage | null) {
  return {
    packageKey: definition?.key ?? null,
    ownPackageId: source && 'ownPackageId' in source ? source.ownPackageId : null,
    followsId: source && 'meetingId' in source ? source.meetingId : null,
  };
}

async function insertAgenda({ db, clusterId }: ClusterScope, meetingId: string, { agenda }: MeetingPlan) {
  const rows = agenda.map((wish, at) => ({ ...wish, clusterId, meetingId, position: at + 1 }));
  if (rows.length > 0) await db.insertInto('agendaItem').values(rows).execute();
}

async function insertDeadlines(
  { db, clusterId }: ClusterScope,
  meetingId: string,
  { deadlines }: MeetingPlan,
  heldOn: string | null,
) {
  const rows = deadlines.map(({ act, title, offsetDays }) => ({
    clusterId,
    meetingId,
    act,
    title,
    offsetDays,
    dueOn: dueOn(heldOn, offsetDays),
  }));
  if (rows.length > 0) await db.insertInto('deadline').values(rows).execute();
}
