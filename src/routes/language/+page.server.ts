import { redirect } from '@sveltejs/kit';
import { ownPathIn } from '#domain/members/address.ts';
import { changePerson } from '#domain/members/change-person.server.ts';
import type { Actions, PageServerLoad } from './$types';

const YEAR_SECONDS = 31_536_000;

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async ({ locals, request, cookies, url }) => {
    const form = await request.formData();
    const locale = form.get('locale') === 'en' ? 'en' : 'da';
    const secure = url.protocol === 'https:';
    cookies.set('locale', locale, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: YEAR_SECONDS,
    });
    if (locals.person) await locals.asPerson((scope) => changePerson(scope, scope.personId, { locale }));
    redirect(303, ownPathIn(form.get('from')));
  },
};
