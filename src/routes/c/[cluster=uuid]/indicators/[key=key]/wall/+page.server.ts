import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { findIndicatorPage } from '#domain/benchmarks/indicator-page.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, parent }) => {
  const { frame } = await parent();
  const wish = { of: url.searchParams.get('of'), areAllDrawn: false };
  const found = await locals.inCluster(params.cluster, (scope) => findIndicatorPage(scope, params.key, wish));
  const [beside] = found?.drawn ?? [];
  if (!found || !beside) error(404, accessText[locals.locale].not_found);
  return { indicator: found.indicator, ...beside, frame: { ...frame, isBare: true } };
};
