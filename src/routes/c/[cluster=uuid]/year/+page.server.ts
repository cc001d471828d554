import { dayOf } from '#domain/meetings/calendar-day.ts';
import { meetingText } from '#domain/meetings/meeting.text.ts';
import { listYear } from '#domain/meetings/year.server.ts';
import { monthsOf, yearAround } from '#domain/meetings/year.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame, roles } = await parent();
  const today = dayOf(locals.now);
  const entries = await locals.inCluster(params.cluster, (scope) =>
    listYear(scope, locals.locale, yearAround(today)),
  );
  const above = { href: `/c/${params.cluster}/meetings`, label: meetingText[locals.locale].section };
  return {
    months: monthsOf(entries, today),
    isEmpty: entries.length === 0,
    arranges: roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary'),
    frame: { ...frame, crumbs: [above], isBroad: true },
  };
};
