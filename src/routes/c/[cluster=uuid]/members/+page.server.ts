import { enrolledIn } from '#domain/members/enrolled.ts';
import { listHoldings, listMembers, listPractices } from '#domain/members/members.server.ts';
import { byPractice, withoutRole } from '#domain/members/membership-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, seesFigures } = await parent();
  return locals.inCluster(params.cluster, async (scope) => {
    const isCoordinator = scope.roles.includes('coordinator');
    const added = enrolledIn(url.searchParams);
    const all = {
      practices: await listPractices(scope),
      members: await listMembers(scope),
      holdings: await listHoldings(scope),
    };
    return {
      ...byPractice(all, seesFigures),
      isCoordinator,
      mayWrite: scope.roles.some((role) => role === 'coordinator' || role === 'secretary'),
      added,
      // Only a coordinator gives roles, and whoever has got one since is not told of any more.
      marked: isCoordinator ? withoutRole(all, added?.marked ?? []) : [],
      isEnded: url.searchParams.has('ended'),
      frame: { ...frame, isBroad: true },
    };
  });
};
