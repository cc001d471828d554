import { error, fail } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { findOnPaper, makePaper } from '#domain/notices/hand-over-link.server.ts';
import { lettersPageText } from '#domain/notices/letters-page.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, frame } = await parent();
  const name = arranges
    ? await locals.inCluster(params.cluster, (scope) => findOnPaper(scope, params.meeting, params.member))
    : null;
  if (!name) error(404, accessText[locals.locale].not_found);
  const above = {
    href: `/c/${params.cluster}/meetings/${params.meeting}/letters`,
    label: lettersPageText[locals.locale].title,
  };
  return { name, above, frame: { ...frame, crumbs: [...(frame.crumbs ?? []), above] } };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const made = await locals.inCluster(
      params.cluster,
      (scope) => makePaper(scope, params.member, params.meeting, url.origin),
      form,
    );
    return made.done ? { paper: made.made } : fail(409, { refusal: made.reason });
  },
};
