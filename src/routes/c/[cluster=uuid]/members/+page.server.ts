import { listHoldings, listMembers, listPractices } from '#domain/members/members.server.ts';
import { byPractice } from '#domain/members/membership-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.inCluster(params.cluster, async (scope) => {
    const told = (name: string) => Number(/^\d{1,3}$/.exec(url.searchParams.get(name) ?? '')?.[0] ?? 0);
    return {
      ...byPractice(await listPractices(scope), await listMembers(scope), await listHoldings(scope)),
      isCoordinator: scope.roles.includes('coordinator'),
      mayWrite: scope.roles.some((role) => role === 'coordinator' || role === 'secretary'),
      added: url.searchParams.has('people') ? { practices: told('practices'), people: told('people') } : null,
      isEnded: url.searchParams.has('ended'),
    };
  });
