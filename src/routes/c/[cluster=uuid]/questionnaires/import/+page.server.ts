import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import type { FhirProblem } from '#domain/questionnaires/fhir-problem.ts';
import { LONGEST_FHIR, readFhir } from '#domain/questionnaires/fhir-reading.ts';
import { importQuestionnaire } from '#domain/questionnaires/make-questionnaire.server.ts';
import { questionnairesText } from '#domain/questionnaires/questionnaires.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame, roles } = await parent();
  if (!roles.some((role) => role === 'coordinator' || role === 'board'))
    error(404, accessText[locals.locale].not_found);
  const above = {
    href: `/c/${params.cluster}/questionnaires`,
    label: questionnairesText[locals.locale].title,
  };
  return { frame: { ...frame, crumbs: [above] } };
};

const BYTES_PER_CHARACTER = 4;
const BROKEN_TEXT = /\ufffd|\0/;

/** The text that was sent: of the file when there is one, else what was pasted. */
async function sentIn(form: FormData): Promise<{ text: string } | 'nothing' | 'notText' | 'too_large'> {
  const file = form.get('file');
  const pasted = String(form.get('text') ?? '');
  if (!(file instanceof File) || file.size === 0) return pasted.trim() ? { text: pasted } : 'nothing';
  if (file.size > LONGEST_FHIR * BYTES_PER_CHARACTER) return 'too_large';
  const text = new TextDecoder().decode(await file.arrayBuffer());
  return BROKEN_TEXT.test(text) ? 'notText' : { text };
}

type Shown = { text: string; missing: 'nothing' | 'notText' | null; problems: readonly FhirProblem[] };
const TOO_LARGE: FhirProblem = { kind: 'too_large', at: '', of: '' };

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const sent = await sentIn(form);
    const typed: Shown = { text: String(form.get('text') ?? ''), missing: null, problems: [] };
    if (sent === 'too_large') return fail(400, { ...typed, problems: [TOO_LARGE] });
    if (typeof sent === 'string') return fail(400, { ...typed, missing: sent });
    const reading = readFhir(sent.text);
    if ('problems' in reading)
      return fail(400, { ...typed, text: sent.text.slice(0, LONGEST_FHIR), problems: reading.problems });
    const taken = await locals.inCluster(
      params.cluster,
      (scope) => importQuestionnaire(scope, params.cluster, sent.text),
      form,
    );
    if (!taken.done) return fail(400, { ...typed, missing: 'nothing' as const });
    redirect(303, `/c/${params.cluster}/questionnaires/own/${taken.made.ownQuestionnaireId}?said=imported`);
  },
};
