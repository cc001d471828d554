import { error, fail } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { findIndicatorPage } from '#domain/benchmarks/indicator-page.server.ts';
import { lookAtFigures } from '#domain/benchmarks/look-at-figures.server.ts';
import { listOwnFigures } from '#domain/benchmarks/spreads.server.ts';
import { PageOnly } from '#ui/page-only.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url, request, parent }) => {
  const { seesFigures, frame } = await parent();
  // The own place, which only a form uncovers, has earlier periods beside it.
  const wish = { of: url.searchParams.get('of'), areAllDrawn: request.method === 'POST' };
  const found = await locals.inCluster(params.cluster, (scope) => findIndicatorPage(scope, params.key, wish));
  if (!found || !seesFigures) error(404, accessText[locals.locale].not_found);
  const crumbs = (frame.sections ?? []).filter(({ href }) => href === `/c/${params.cluster}/indicators`);
  return { about: new PageOnly(found), frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  show: async ({ locals, params, request }) => {
    const form = await request.formData();
    const shown = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const look = await lookAtFigures(scope, params.key);
        return look.done ? { own: await listOwnFigures(scope, params.key) } : { refusal: look.reason };
      },
      form,
    );
    return 'refusal' in shown ? fail(409, shown) : shown;
  },
};
