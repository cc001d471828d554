import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listExampleAddressees, listExampleLetters } from '#domain/notices/letters.server.ts';
import { partsIn } from '#domain/tryout/letter-parts.ts';
import { tryoutText } from '#domain/tryout/tryout.text.ts';
import type { PageServerLoad } from './$types';

const SHOWN = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.demo) error(404, accessText[locals.locale].not_found);
  const to = url.searchParams.get('to') ?? '';
  const { letters, names } = await locals.asLink(async (scope) => ({
    letters: await listExampleLetters(scope, SHOWN, to),
    names: await listExampleAddressees(scope),
  }));
  return {
    to,
    names,
    letters: letters.map(({ body, ...letter }) => ({ ...letter, parts: partsIn(body) })),
    frame: { crumbs: [{ href: '/demo', label: tryoutText[locals.locale].title }] },
  };
};
