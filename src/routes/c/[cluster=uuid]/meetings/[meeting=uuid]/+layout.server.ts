import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { meetingText } from '#domain/meetings/meeting.text.ts';
import { pagesFor } from '#domain/meetings/meeting-pages.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { mayWriteMinutes } from '#domain/meetings/minute-taker.server.ts';
import { listWaitingRounds } from '#domain/notices/waiting-rounds.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  const arranges = roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary');
  const { meeting, waiting, writesMinutes } = await locals.inCluster(params.cluster, async (scope) => ({
    meeting: await findMeeting(scope, params.meeting),
    waiting: arranges ? await listWaitingRounds(scope, params.meeting) : [],
    writesMinutes: await mayWriteMinutes(scope, params.meeting),
  }));
  if (!meeting) error(404, accessText[locals.locale].not_found);
  const above = `/c/${params.cluster}/meetings`;
  const at = `${above}/${meeting.meetingId}`;
  const say = meetingText[locals.locale];
  const crumbs = [{ href: above, label: say.section }];
  if (url.pathname !== at) crumbs.push({ href: at, label: meeting.title });
  return {
    meeting,
    arranges,
    waiting,
    writesMinutes,
    leads: roles.some((role) => role === 'coordinator' || role === 'board'),
    pages: pagesFor(roles).map(({ page, path }) => ({ href: `${at}${path}`, label: say.pages[page] })),
    frame: { ...frame, crumbs },
  };
};
