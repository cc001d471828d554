import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { askedOf } from '#domain/questionnaires/asked.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  const { arranges, round } = await parent();
  const party = url.searchParams.get('as') === 'partner' ? ('partner' as const) : ('member' as const);
  if (!arranges || askedOf(party, round.definition).length === 0)
    error(404, accessText[locals.locale].not_found);
  return { party, hasMirror: askedOf('partner', round.definition).length > 0 };
};
