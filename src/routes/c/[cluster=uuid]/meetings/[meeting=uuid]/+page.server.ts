import { fail, redirect } from '@sveltejs/kit';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { confirmMeeting } from '#domain/meetings/change-meeting.server.ts';
import type { Deadline, DeadlineRefusal } from '#domain/meetings/deadline.ts';
import { listDeadlines } from '#domain/meetings/deadlines.server.ts';
import { isPageOn, type MeetingPage } from '#domain/meetings/meeting-pages.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { listParts } from '#domain/meetings/parts.server.ts';
import {
  addDeadline,
  pinDeadline,
  reopenDeadline,
  settleDeadline,
} from '#domain/meetings/settle-deadline.server.ts';
import { dayIn, lineIn } from '#domain/meetings/typed.ts';
import { roundDays } from '#domain/responses/round-days.text.ts';
import { listRounds } from '#domain/responses/rounds.server.ts';
import { listShownRounds } from '#domain/responses/shown-rounds.server.ts';
import { findTopic } from '#domain/topics/topics.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, meeting } = await parent();
  const said = ['made', 'saved', 'confirmed', 'closed', 'done', 'skipped'].find((word) =>
    url.searchParams.has(word),
  );
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    deadlines: await listDeadlines(scope, params.meeting),
    parts: await listParts(scope, params.meeting),
    follows: meeting.followsId ? await findMeeting(scope, meeting.followsId) : null,
    asked: await listShownRounds(scope, params.meeting),
    rounds: arranges ? await listRounds(scope, params.meeting) : [],
    topic: meeting.topicId ? await findTopic(scope, meeting.topicId) : null,
  }));
  const settled = found.deadlines.find(({ deadlineId }) => deadlineId === url.searchParams.get(said ?? ''));
  return {
    deadlines: found.deadlines,
    parts: found.parts,
    asked: found.asked,
    roundDays: roundDays(locals.locale, found.rounds, `/c/${params.cluster}/questionnaires/rounds`),
    follows: found.follows && { meetingId: found.follows.meetingId, title: found.follows.title },
    topic: found.topic?.sentence ?? null,
    today: dayOf(locals.now),
    said: (said ?? null) as 'made' | 'saved' | 'confirmed' | 'closed' | 'done' | 'skipped' | null,
    settled: settled ?? null,
    places: placesAt(`/c/${params.cluster}/meetings/${params.meeting}`),
    hasDates: isPageOn('dates'),
  };
};

const PAGE_OF: Partial<Record<Deadline['act'], MeetingPage>> = {
  invite_guest: 'guests',
  order_figures: 'figures',
  open_date_poll: 'dates',
  book_venue: 'venue',
  pre_meeting: 'guests',
  send_invitation: 'people',
  guest_brief: 'guests',
  venue_numbers: 'venue',
  minutes: 'minutes',
  follow_up: 'agreements',
  measure_again: 'figures',
};

function placesAt(at: string): Partial<Record<Deadline['act'], string>> {
  const on = Object.entries(PAGE_OF).filter(([, page]) => isPageOn(page));
  return Object.fromEntries(on.map(([act, page]) => [act, `${at}/${page}`]));
}

type Refused = { refusal: DeadlineRefusal; deadline: string; day: string; title: string };
type Act = (scope: ClusterScope, deadlineId: string) => Promise<Outcome<string, unknown>>;

/** An action on the deadline that the form names, which leads back to the list and says so. */
function onDeadline(act: Act, say: 'done' | 'skipped' | 'saved') {
  return async ({ locals, params, request, url }: Parameters<NonNullable<Actions[string]>>[0]) => {
    const form = await request.formData();
    const deadline = lineIn(form, 'deadline');
    const outcome = await locals.inCluster(params.cluster, (scope) => act(scope, deadline), form);
    if (!outcome.done) return fail(409, { refusal: outcome.reason, deadline, day: '', title: '' } as Refused);
    return redirect(303, `${url.pathname}?${say}=${deadline}#deadlines`);
  };
}

export const actions: Actions = {
  settle: onDeadline((scope, id) => settleDeadline(scope, id, 'done'), 'done'),
  skip: onDeadline((scope, id) => settleDeadline(scope, id, 'skipped'), 'skipped'),
  reopen: onDeadline((scope, id) => reopenDeadline(scope, id), 'saved'),
  loosen: onDeadline((scope, id) => pinDeadline(scope, id, null), 'saved'),
  pin: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [deadline, day] = [lineIn(form, 'deadline'), dayIn(form, 'day', dayOf(locals.now))];
    const typed = { deadline, day: lineIn(form, 'day'), title: '' };
    if (!day)
      return fail(400, { ...typed, refusal: day === null ? 'day_missing' : 'day_not_understood' } as Refused);
    const pinned = await locals.inCluster(params.cluster, (scope) => pinDeadline(scope, deadline, day), form);
    if (!pinned.done) return fail(409, { ...typed, refusal: pinned.reason } as Refused);
    redirect(303, `${url.pathname}?saved#deadlines`);
  },
  add: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [title, day] = [lineIn(form, 'title'), dayIn(form, 'day', dayOf(locals.now))];
    const typed = { deadline: '', day: lineIn(form, 'day'), title };
    if (!day)
      return fail(400, { ...typed, refusal: day === null ? 'day_missing' : 'day_not_understood' } as Refused);
    const added = await locals.inCluster(
      params.cluster,
      (scope) => addDeadline(scope, params.meeting, title, day),
      form,
    );
    if (!added.done) return fail(409, { ...typed, refusal: added.reason } as Refused);
    redirect(303, `${url.pathname}?saved#deadlines`);
  },
  confirm: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const confirmed = await locals.inCluster(
      params.cluster,
      (scope) => confirmMeeting(scope, params.meeting),
      form,
    );
    redirect(303, `${url.pathname}${confirmed.done ? '?confirmed' : ''}`);
  },
};
