import { listAgreements } from '#domain/agreements/agreements.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
  agreements: await locals.inCluster(params.cluster, (scope) => listAgreements(scope)),
});
