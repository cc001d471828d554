import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { nextCommand } from '#domain/access/next-command.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { makeMeeting } from '#domain/meetings/make-meeting.server.ts';
import { meetingText } from '#domain/meetings/meeting.text.ts';
import {
  type MeetingSource,
  type MeetingWish,
  sourceField,
  sourceIn,
  typedIn,
  wishOf,
} from '#domain/meetings/meeting-wish.ts';
import { findMeeting, listMeetings } from '#domain/meetings/meetings.server.ts';
import type { NewMeetingRefusal } from '#domain/meetings/new-meeting.text.ts';
import { planOrdersOfPackage } from '#domain/orders/plan-orders-of-package.server.ts';
import { leadDaysOf } from '#domain/packages/package.ts';
import { findPackage, listPackages } from '#domain/packages/packages.server.ts';
import { openPoll } from '#domain/polls/open-poll.server.ts';
import { planRoundsOfMeeting } from '#domain/responses/plan-rounds-of-meeting.server.ts';
import { measurabilityOf } from '#domain/topics/measurable.ts';
import { findTopic } from '#domain/topics/topics.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  if (!roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary'))
    error(404, accessText[locals.locale].not_found);
  const source = sourceOf(url.searchParams);
  const isEmpty = url.searchParams.has('empty');
  const topicId = url.searchParams.get('topic');
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const topic = topicId ? await findTopic(scope, topicId) : null;
    const near = topic ? measurabilityOf(topic, await listIndicators(scope)) : null;
    const start = await startOf(scope, source);
    const isChosen = start !== null || isEmpty;
    return {
      topic: topic && { topicId: topic.topicId, sentence: topic.sentence },
      start,
      near: near?.by === 'figures' ? near.indicators.map(({ key }) => key) : [],
      packages: isChosen ? [] : await listPackages(scope),
      earlier: isChosen ? [] : (await listMeetings(scope)).filter(({ state }) => state !== 'cancelled'),
    };
  });
  const above = { href: `/c/${params.cluster}/meetings`, label: meetingText[locals.locale].section };
  return { ...found, isEmpty, today: dayOf(locals.now), frame: { ...frame, crumbs: [above] } };
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function sourceOf(asked: URLSearchParams): MeetingSource {
  const [named, from] = [asked.get('package') ?? '', asked.get('from') ?? ''];
  if (UUID.test(named)) return { ownPackageId: named };
  if (named) return { packageKey: named };
  return sourceIn(from) ?? (UUID.test(from) ? { meetingId: from } : null);
}

async function startOf(scope: ClusterScope, source: MeetingSource) {
  if (!source) return null;
  const field = sourceField(source);
  if ('meetingId' in source) {
    const meeting = await findMeeting(scope, source.meetingId);
    return (
      meeting && {
        field,
        kind: meeting.kind,
        title: meeting.title,
        minutes: meeting.minutes,
        startsAt: meeting.startsAt,
        leadDays: 0,
        of: 'meeting' as const,
      }
    );
  }
  const found = await findPackage(scope, source);
  return (
    found && {
      field,
      kind: found.meetingKind,
      title: found.title.da,
      minutes: found.minutes,
      startsAt: found.startsAt,
      leadDays: leadDaysOf(found.deadlines),
      of: 'package' as const,
    }
  );
}

type Refusals = { field: string; refusal: NewMeetingRefusal }[];

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = typedIn(form);
    const read = wishOf(typed, dayOf(locals.now));
    if ('refusals' in read) return fail(400, { refusals: read.refusals as Refusals, typed });
    const made = await locals.inCluster(
      params.cluster,
      (scope) => madeWithPoll(scope, read.wish, read.closesOn),
      form,
    );
    if (!made.done) {
      const field = made.reason === 'no_such_topic' ? 'topic' : 'source';
      return fail(409, { refusals: [{ field, refusal: made.reason }] as Refusals, typed });
    }
    redirect(303, `/c/${params.cluster}/meetings/${made.made.meetingId}?made`);
  },
};

async function madeWithPoll(scope: ClusterScope, wish: MeetingWish, closesOn: string | null) {
  const made = await makeMeeting(scope, randomUUID(), wish);
  if (!made.done) return made;
  await planOrdersOfPackage(scope, made.made.meetingId);
  await planRoundsOfMeeting(scope, made.made.meetingId);
  if (wish.days.length < 2 || !closesOn) return made;
  const poll = { options: wish.days, closesOn, mustMemberIds: [] };
  const opened = await openPoll(nextCommand(scope, 'poll'), made.made.meetingId, poll);
  // What the form let through the poll takes; if not, neither may the meeting stay.
  if (!opened.done) throw new Error(`a poll that was checked is refused: ${opened.reason}`);
  return made;
}
