import { fail, redirect } from '@sveltejs/kit';
import { openRoom } from '#domain/meetings/room.server.ts';
import type { Actions, PageServerLoad } from './$types';

// The code stands in the answer to the form that made it, and nowhere else.
export const load: PageServerLoad = async ({ request, params, parent }) => {
  if (request.method !== 'POST') redirect(303, `/c/${params.cluster}/meetings/${params.meeting}/attendance`);
  const { frame } = await parent();
  return { frame: { ...frame, isBare: true } };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const opened = await locals.inCluster(
      params.cluster,
      (scope) => openRoom(scope, params.meeting, url.origin),
      form,
    );
    return opened.done ? opened.made : fail(409, { refusal: opened.reason });
  },
};
