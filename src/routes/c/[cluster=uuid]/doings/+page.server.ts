import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { mayUndo, pageOfDoing } from '#domain/overview/thing.ts';
import { listOwnDoings } from '#domain/overview/things.server.ts';
import { undoDoing } from '#domain/overview/undo-doing.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { roles } = await parent();
  if (!roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary'))
    error(404, accessText[locals.locale].not_found);
  const doings = await locals.inCluster(params.cluster, listOwnDoings);
  return {
    isUndone: url.searchParams.has('undone'),
    doings: doings.map((doing) => ({
      ...doing,
      mayUndo: mayUndo(doing, roles),
      page: pageOfDoing(doing),
    })),
  };
};

export const actions: Actions = {
  undo: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const id = String(form.get('doing') ?? '');
    const undone = await locals.inCluster(params.cluster, (scope) => undoDoing(scope, id), form);
    if (!undone.done) return fail(409, { isRefused: true });
    redirect(303, `${url.pathname}?undone`);
  },
};
