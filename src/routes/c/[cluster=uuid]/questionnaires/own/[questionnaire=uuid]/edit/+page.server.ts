import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { changeQuestionnaire } from '#domain/questionnaires/change-questionnaire.server.ts';
import { arrangedQuestions } from '#domain/questionnaires/question-order.ts';
import type { QuestionProblem } from '#domain/questionnaires/question-problem.ts';
import { parseQuestionnaire } from '#domain/questionnaires/questionnaire.ts';
import { findOwnQuestionnaire } from '#domain/questionnaires/questionnaires.server.ts';
import { type QuestionnaireRefusal, questionnairesText } from '#domain/questionnaires/questionnaires.text.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['made', 'saved'] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  const own = await locals.inCluster(params.cluster, (scope) =>
    findOwnQuestionnaire(scope, params.questionnaire),
  );
  const leads = roles.some((role) => role === 'coordinator' || role === 'board');
  if (!own || own.endedAt || !leads) error(404, accessText[locals.locale].not_found);
  const list = `/c/${params.cluster}/questionnaires`;
  const crumbs = [
    { href: list, label: questionnairesText[locals.locale].title },
    { href: `${list}/own/${params.questionnaire}`, label: own.content.title },
  ];
  return {
    questionnaire: own.content,
    seenAt: own.changedAt.toISOString(),
    said: SAID.find((word) => word === url.searchParams.get('said')) ?? null,
    frame: { ...frame, crumbs },
  };
};

type Typed = { title: string; intro: string; isWellbeing: boolean };
type Shown = {
  typed: Typed | null;
  problems: readonly QuestionProblem[];
  refusal: QuestionnaireRefusal | null;
};

function seenIn(form: FormData): Date {
  const seenAt = new Date(String(form.get('seen') ?? ''));
  return Number.isNaN(seenAt.getTime()) ? new Date(0) : seenAt;
}

/** Changes the questionnaire, or says what was wrong with the change. */
async function keep(
  scope: ClusterScope,
  id: string,
  change: object,
  seenAt: Date,
): Promise<Omit<Shown, 'typed'> | null> {
  const own = await findOwnQuestionnaire(scope, id);
  if (!own) return { problems: [], refusal: 'no_such_questionnaire' };
  const reading = parseQuestionnaire({ ...own.content, ...change });
  if ('problems' in reading) return { problems: reading.problems, refusal: null };
  const changed = await changeQuestionnaire(scope, id, { ...change }, seenAt);
  return changed.done ? null : { problems: [], refusal: changed.reason };
}

export const actions: Actions = {
  about: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed: Typed = {
      title: String(form.get('title') ?? ''),
      intro: String(form.get('intro') ?? ''),
      isWellbeing: form.get('isWellbeing') === 'yes',
    };
    const outcome = await locals.inCluster(
      params.cluster,
      (scope) => keep(scope, params.questionnaire, typed, seenIn(form)),
      form,
    );
    if (outcome) return fail(outcome.refusal ? 409 : 400, { ...outcome, typed } satisfies Shown as Shown);
    redirect(303, `${url.pathname}?said=saved`);
  },
  /** Moves a question up or down, or takes it out: `up.hvor-tryg`. */
  arrange: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [act, key = ''] = String(form.get('arrange') ?? '').split('.');
    const outcome = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const own = await findOwnQuestionnaire(scope, params.questionnaire);
        if (!own || (act !== 'up' && act !== 'down' && act !== 'out')) return null;
        const questions = arrangedQuestions(own.content.questions, key, act);
        return keep(scope, params.questionnaire, { questions }, seenIn(form));
      },
      form,
    );
    if (outcome)
      return fail(outcome.refusal ? 409 : 400, { ...outcome, typed: null } satisfies Shown as Shown);
    redirect(303, `${url.pathname}#${act === 'out' ? 'questions' : `q-${key}`}`);
  },
};
