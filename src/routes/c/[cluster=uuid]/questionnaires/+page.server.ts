import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { questionnaireOf } from '#domain/packages/package.ts';
import { findPackage, listPackages } from '#domain/packages/packages.server.ts';
import { resumeQuestionnaire } from '#domain/questionnaires/end-questionnaire.server.ts';
import { makeQuestionnaire } from '#domain/questionnaires/make-questionnaire.server.ts';
import { expectedMinutes, type Questionnaire } from '#domain/questionnaires/question.ts';
import type { QuestionProblem } from '#domain/questionnaires/question-problem.ts';
import { parseQuestionnaire } from '#domain/questionnaires/questionnaire.ts';
import { findOwnQuestionnaire, listOwnQuestionnaires } from '#domain/questionnaires/questionnaires.server.ts';
import type { QuestionnaireRefusal } from '#domain/questionnaires/questionnaires.text.ts';
import { listCountedRounds } from '#domain/responses/counted-rounds.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a list shows of a questionnaire. */
function inShort({ isWellbeing, questions, title }: Questionnaire) {
  return { isWellbeing, title, questions: questions.length, minutes: expectedMinutes(questions) };
}

async function listShipped(scope: ClusterScope) {
  const keys = (await listPackages(scope)).flatMap(({ ownPackageId, packageKey }) =>
    ownPackageId === null ? [packageKey] : [],
  );
  const packages = await Promise.all(keys.map((packageKey) => findPackage(scope, { packageKey })));
  return packages.flatMap((found) => {
    const questionnaire = found && questionnaireOf(found);
    return questionnaire ? [{ packageKey: found.key, ...inShort(questionnaire) }] : [];
  });
}

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  if (!roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary'))
    error(404, accessText[locals.locale].not_found);
  const gone = url.searchParams.get('ended') ?? '';
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const ended = UUID.test(gone) ? await findOwnQuestionnaire(scope, gone) : null;
    const own = await listOwnQuestionnaires(scope);
    const rounds = await listCountedRounds(scope);
    return {
      underWay: rounds.filter(({ state }) => state === 'planned' || state === 'open'),
      own: own.map(({ changedAt, content, madeFrom, ownQuestionnaireId }) => {
        return { ownQuestionnaireId, changedAt, madeFrom, ...inShort(content) };
      }),
      shipped: await listShipped(scope),
      ended: ended?.endedAt ? { ownQuestionnaireId: gone, title: ended.content.title } : null,
    };
  });
  return {
    ...found,
    today: dayOf(locals.now),
    leads: roles.some((role) => role === 'coordinator' || role === 'board'),
    frame,
  };
};

type Shown = {
  title: string;
  problems: readonly QuestionProblem[];
  refusal: QuestionnaireRefusal | null;
};

/** What a copy is asked of: the questionnaire of a package that came along, or one of the cluster's own. */
async function copiedIn(scope: ClusterScope, form: FormData): Promise<Questionnaire | null> {
  const own = String(form.get('own') ?? '');
  if (UUID.test(own)) return (await findOwnQuestionnaire(scope, own))?.content ?? null;
  const found = await findPackage(scope, { packageKey: String(form.get('package') ?? '') });
  return found && questionnaireOf(found);
}

export const actions: Actions = {
  make: async ({ locals, params, request }) => {
    const form = await request.formData();
    const title = String(form.get('title') ?? '');
    const content = { title, questions: [] };
    const reading = parseQuestionnaire(content);
    if ('problems' in reading)
      return fail(400, { title, problems: reading.problems, refusal: null } satisfies Shown as Shown);
    const made = await locals.inCluster(
      params.cluster,
      (scope) => makeQuestionnaire(scope, params.cluster, content, ''),
      form,
    );
    if (!made.done) return fail(409, { title, problems: [], refusal: made.reason } as Shown);
    redirect(303, `/c/${params.cluster}/questionnaires/own/${made.made.ownQuestionnaireId}/edit?said=made`);
  },
  copy: async ({ locals, params, request }) => {
    const form = await request.formData();
    const made = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const copied = await copiedIn(scope, form);
        return copied && makeQuestionnaire(scope, params.cluster, copied, copied.title);
      },
      form,
    );
    if (!made) error(404, accessText[locals.locale].not_found);
    if (!made.done) return fail(409, { title: '', problems: [], refusal: made.reason } as Shown);
    redirect(303, `/c/${params.cluster}/questionnaires/own/${made.made.ownQuestionnaireId}?said=made`);
  },
  resume: async ({ locals, params, request }) => {
    const form = await request.formData();
    const own = String(form.get('own') ?? '');
    if (!UUID.test(own)) error(404, accessText[locals.locale].not_found);
    const resumed = await locals.inCluster(params.cluster, (scope) => resumeQuestionnaire(scope, own), form);
    if (!resumed.done) return fail(409, { title: '', problems: [], refusal: resumed.reason } as Shown);
    redirect(303, `/c/${params.cluster}/questionnaires/own/${own}?said=resumed`);
  },
};
