import { listOwnPlaces } from '#domain/members/sessions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
  operatorAddress: locals.operatorAddress,
  // Whoever belongs nowhere yet is led to create a cluster.
  belongs: locals.person ? (await locals.asPerson(listOwnPlaces)).length > 0 : true,
});
