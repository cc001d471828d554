import { error, fail } from '@sveltejs/kit';
import { mayBeMuted } from '#domain/notices/meeting-letter.ts';
import { muteText } from '#domain/notices/mute.text.ts';
import { muteByLink, unmuteByLink } from '#domain/notices/mute-kind.server.ts';
import type { Actions, PageServerLoad } from './$types';

// A scanner that opens the link changes nothing: only the button does, or a mail program's one click.
export const load: PageServerLoad = async ({ locals, params }) => {
  const link = await locals.asHolder(params.token, 'mute', async ({ about, clusterName, name }) => ({
    about,
    clusterName,
    name: name ?? '',
  }));
  if (!mayBeMuted(link.about)) error(404, muteText[locals.locale].byLink.refused);
  return { ...link, about: link.about };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const isAgain = form.get('act') === 'again';
    const change = isAgain ? unmuteByLink : muteByLink;
    const changed = await locals.asHolder(
      params.token,
      'mute',
      async (scope) => change(scope, scope.about),
      form,
    );
    if (!changed.done) return fail(409, { said: 'refused' as const });
    return { said: isAgain ? ('unmuted' as const) : ('muted' as const) };
  },
};
