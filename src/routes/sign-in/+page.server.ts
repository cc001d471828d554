import { fail, redirect } from '@sveltejs/kit';
import { addressIn, ownPathIn } from '#domain/members/address.ts';
import { requestSignIn } from '#domain/members/request-sign-in.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  const to = ownPathIn(url.searchParams.get('to'));
  if (locals.person) redirect(303, to === '/' ? '/my' : to);
  return { to, operatorAddress: locals.operatorAddress };
};

export const actions: Actions = {
  default: async ({ locals, request, url, getClientAddress }) => {
    const form = await request.formData();
    const typed = String(form.get('email') ?? '');
    const address = addressIn(typed);
    if (!address) return fail(400, { typed, refusal: 'address_malformed' as const });
    const target = ownPathIn(url.searchParams.get('to'));
    const wish = { address, client: getClientAddress(), target: target === '/' ? '/my' : target };
    const asked = await locals.asLink((scope) => requestSignIn(scope, 'sign-in', wish), form);
    if (!asked.done) return fail(429, { typed, refusal: asked.reason });
    return { sentTo: address };
  },
};
