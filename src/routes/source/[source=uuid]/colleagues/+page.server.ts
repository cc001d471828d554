import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { endColleague } from '#domain/deliveries/end-colleague.server.ts';
import { inviteColleague } from '#domain/deliveries/invite-colleague.server.ts';
import { listColleagues } from '#domain/deliveries/sources.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { source } = await parent();
  if (source.kind === 'coordinator') error(404, accessText[locals.locale].not_found);
  return { colleagues: await locals.asSource(params.source, listColleagues) };
};

export const actions: Actions = {
  invite: async ({ locals, params, request }) => {
    const form = await request.formData();
    const colleague = { name: String(form.get('name') ?? ''), email: String(form.get('email') ?? '') };
    const invited = await locals.asSource(
      params.source,
      (scope) => inviteColleague(scope, params.source, colleague),
      form,
    );
    return invited.done ? { sent: colleague.name } : fail(409, { ...colleague, refusal: invited.reason });
  },
  end: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const personId = String(form.get('person'));
    const ended = await locals.asSource(params.source, (scope) => endColleague(scope, personId), form);
    if (!ended.done) return fail(409, { refusal: ended.reason });
    redirect(303, url.pathname);
  },
};
