import { listHoldings, listMembers, listPractices } from '#domain/members/members.server.ts';
import { byPractice } from '#domain/members/membership-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, seesFigures } = await parent();
  return locals.inCluster(params.cluster, async (scope) => {
    const told = (name: string) => Number(/^\d{1,3}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? 0);
    const all = {
      practices: await listPractices(scope),
      members: await listMembers(scope),
      holdings: await listHoldings(scope),
    };
    return {
      ...byPractice(all, seesFigures),
      isCoordinator: scope.roles.includes('coordinator'),
      mayWrite: scope.roles.some((role) => role === 'coordinator' || role === 'secretary'),
      added: url.searchParams.has('people') ? { practices: told('practices'), people: told('people') } : null,
      isEnded: url.searchParams.has('ended'),
      frame: { ...frame, isBroad: true },
    };
  });
};
