import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { isShowable, slidesOf, viewIn } from '#domain/responses/result-views.ts';
import { findRoundPage } from '#domain/responses/round-page.server.ts';
import { findRoundResults } from '#domain/responses/round-results.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame } = await parent();
  const shown = await locals.inCluster(params.cluster, async (scope) => {
    const page = await findRoundPage(scope, params.round);
    return page && findRoundResults(scope, page);
  });
  const view = shown && viewIn(url.searchParams.get('view'), shown.results);
  const slides = shown && view ? slidesOf(shown.results, view).filter(isShowable) : [];
  const asked = slides.findIndex(({ key }) => key === url.searchParams.get('q'));
  const place = Math.max(0, asked);
  const slide = slides[place];
  if (!shown || !view || !slide) error(404, accessText[locals.locale].not_found);
  return {
    ...{ shown, view, slide, place, of: slides.length },
    previous: slides[place - 1]?.key ?? null,
    next: slides[place + 1]?.key ?? null,
    frame: { ...frame, isBare: true },
  };
};
