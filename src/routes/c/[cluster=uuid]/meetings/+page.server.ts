import { dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import { listOpenDeadlines } from '#domain/meetings/deadlines.server.ts';
import { isAhead } from '#domain/meetings/meeting.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import type { PageServerLoad } from './$types';

const PRESSING = 5;

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { roles } = await parent();
  const today = dayOf(locals.now);
  return locals.inCluster(params.cluster, async (scope) => {
    const meetings = await listMeetings(scope);
    const pressing = await listOpenDeadlines(scope, daysAfter(today, 7));
    return {
      // The nearest first, and ideas without a day last.
      ahead: meetings.filter(isAhead).toReversed(),
      past: meetings.filter(({ state }) => state === 'held' || state === 'closed'),
      off: meetings.filter(({ state }) => state === 'cancelled'),
      pressing: pressing.slice(0, PRESSING),
      morePressing: Math.max(0, pressing.length - PRESSING),
      today,
      arranges: roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary'),
    };
  });
};
