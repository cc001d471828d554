import { listAgreements } from '#domain/agreements/agreements.server.ts';
import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { refusalOfPlanning } from '#domain/meetings/meeting.ts';
import { findTurnout } from '#domain/meetings/minutes-page.server.ts';
import { listParts } from '#domain/meetings/parts.server.ts';
import { listActionsBefore, listResolutions } from '#domain/meetings/resolutions.server.ts';
import { listTakenHome } from '#domain/partners/guests.server.ts';
import { listShownRounds } from '#domain/responses/shown-rounds.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { meeting, leads, writesMinutes } = await parent();
  const isSent = meeting.state === 'closed';
  const mayWrite = writesMinutes && refusalOfPlanning(meeting) === null;
  // Until it is closed the minutes are a draft of those who write them.
  if (!isSent && !writesMinutes) return { minutes: null, isSent, mayWrite, mayClose: false };
  const minutes = await locals.inCluster(params.cluster, async (scope) => ({
    agenda: await listAgenda(scope, params.meeting),
    resolutions: await listResolutions(scope, params.meeting),
    actions: await listActionsBefore(scope, params.meeting),
    agreements: await listAgreements(scope, params.meeting),
    turnout: await findTurnout(scope, params.meeting),
    asked: (await listShownRounds(scope, params.meeting)).filter(({ state }) => state === 'counted'),
    tookHome: await listTakenHome(scope, params.meeting),
    chair: (await listParts(scope, params.meeting)).find(({ part }) => part === 'chair')?.name ?? null,
  }));
  return { minutes, isSent, mayWrite, mayClose: mayWrite && leads };
};
