import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { importPackage, readSentPackage } from '#domain/packages/import-package.server.ts';
import { LONGEST_FILE } from '#domain/packages/package-file.ts';
import { type PackageProblem, problemOf } from '#domain/packages/package-problem.ts';
import { packagesText } from '#domain/packages/packages.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame, roles } = await parent();
  if (!roles.some((role) => role === 'coordinator' || role === 'board'))
    error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/packages`, label: packagesText[locals.locale].title };
  return { frame: { ...frame, crumbs: [above] } };
};

const BYTES_PER_CHARACTER = 4;
const BROKEN_TEXT = /\ufffd|\0/;

/** The text that was sent: of the file when there is one, else what was pasted. */
async function sentIn(form: FormData): Promise<{ text: string } | 'nothing' | 'notText' | 'too_large'> {
  const file = form.get('file');
  const pasted = String(form.get('text') ?? '');
  if (!(file instanceof File) || file.size === 0) return pasted.trim() ? { text: pasted } : 'nothing';
  if (file.size > LONGEST_FILE * BYTES_PER_CHARACTER) return 'too_large';
  const text = new TextDecoder().decode(await file.arrayBuffer());
  return BROKEN_TEXT.test(text) ? 'notText' : { text };
}

type Shown = { text: string; missing: 'nothing' | 'notText' | null; problems: readonly PackageProblem[] };

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const sent = await sentIn(form);
    const typed: Shown = { text: String(form.get('text') ?? ''), missing: null, problems: [] };
    if (sent === 'too_large') return fail(400, { ...typed, problems: [problemOf('too_large', '')] });
    if (typeof sent === 'string') return fail(400, { ...typed, missing: sent });
    const outcome = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const reading = await readSentPackage(scope, sent.text);
        if ('problems' in reading) return reading;
        const taken = await importPackage(scope, params.cluster, sent.text);
        return taken.done ? taken.made : { problems: [] };
      },
      form,
    );
    if ('problems' in outcome)
      return fail(400, { ...typed, text: sent.text.slice(0, LONGEST_FILE), problems: outcome.problems });
    redirect(303, `/c/${params.cluster}/packages/own/${outcome.ownPackageId}?said=imported`);
  },
};
