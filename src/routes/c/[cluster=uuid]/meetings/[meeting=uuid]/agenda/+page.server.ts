import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { minutesOver, minutesTogether } from '#domain/meetings/agenda.ts';
import { refusalOfPlanning } from '#domain/meetings/meeting.ts';
import { listActionsBefore } from '#domain/meetings/resolutions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { meeting, arranges } = await parent();
  return locals.inCluster(params.cluster, async (scope) => {
    const agenda = await listAgenda(scope, params.meeting);
    return {
      agenda,
      actions: await listActionsBefore(scope, params.meeting),
      over: minutesOver(agenda, meeting.minutes),
      left: Math.max(0, meeting.minutes - minutesTogether(agenda)),
      mayChange: arranges && refusalOfPlanning(meeting) === null,
    };
  });
};
