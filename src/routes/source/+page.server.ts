import { redirect } from '@sveltejs/kit';
import { listOwnSources } from '#domain/deliveries/sources.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const sources = await locals.asPerson(listOwnSources);
  if (sources.length === 1) redirect(303, `/source/${sources[0]!.sourceId}`);
  return { sources };
};
