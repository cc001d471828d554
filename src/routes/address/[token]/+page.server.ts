import { fail } from '@sveltejs/kit';
import { releaseAddress, takeAddress } from '#domain/members/move-address.server.ts';
import { findLink } from '#domain/members/sessions.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const link = await locals.asLink((scope) => findLink(scope, params.token));
  return {
    purpose: link?.purpose === 'leave_address' ? 'leave' : link?.purpose === 'take_address' ? 'take' : null,
  } as const;
};

export const actions: Actions = {
  leave: async ({ locals, params, request }) => {
    const moved = await locals.asLink(
      (scope) => releaseAddress(scope, 'link', params.token),
      await request.formData(),
    );
    return moved.done ? { did: 'leave' as const } : fail(409, { refusal: moved.reason });
  },
  take: async ({ locals, params, request }) => {
    const moved = await locals.asLink(
      (scope) => takeAddress(scope, 'link', params.token),
      await request.formData(),
    );
    return moved.done ? { did: 'take' as const } : fail(409, { refusal: moved.reason });
  },
};
