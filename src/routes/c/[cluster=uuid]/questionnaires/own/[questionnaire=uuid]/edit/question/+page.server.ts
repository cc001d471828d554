import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { changeQuestionnaire } from '#domain/questionnaires/change-questionnaire.server.ts';
import {
  draftIn,
  draftOf,
  type QuestionDraft,
  questionFrom,
  waitsForSeveral,
} from '#domain/questionnaires/question-draft.ts';
import { keyFor, withQuestion } from '#domain/questionnaires/question-order.ts';
import type { QuestionProblem } from '#domain/questionnaires/question-problem.ts';
import { parseQuestionnaire } from '#domain/questionnaires/questionnaire.ts';
import { findOwnQuestionnaire } from '#domain/questionnaires/questionnaires.server.ts';
import { type QuestionnaireRefusal, questionnairesText } from '#domain/questionnaires/questionnaires.text.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  const key = url.searchParams.get('key');
  const own = await locals.inCluster(params.cluster, (scope) =>
    findOwnQuestionnaire(scope, params.questionnaire),
  );
  const leads = roles.some((role) => role === 'coordinator' || role === 'board');
  const questions = own?.content.questions ?? [];
  const question = questions.find((one) => one.key === key);
  if (!own || own.endedAt || !leads || (key !== null && !question))
    error(404, accessText[locals.locale].not_found);
  const list = `/c/${params.cluster}/questionnaires`;
  const here = `${list}/own/${params.questionnaire}`;
  const text = questionnairesText[locals.locale];
  const crumbs = [
    { href: list, label: text.title },
    { href: here, label: own.content.title },
    { href: `${here}/edit`, label: text.editing.title },
  ];
  return {
    draft: draftOf(question),
    isNew: !question,
    before: question ? questions.slice(0, questions.indexOf(question)) : questions,
    isWellbeing: own.content.isWellbeing,
    seenAt: own.changedAt.toISOString(),
    frame: { ...frame, crumbs },
  };
};

type Shown = {
  draft: QuestionDraft;
  /** What is wrong with the question itself; `field` is the name of its control. */
  problems: readonly QuestionProblem[];
  refusal: QuestionnaireRefusal | 'several' | null;
};

/** Writes the question into the questionnaire, or says what is wrong. A new question has no key. */
async function keep(
  scope: ClusterScope,
  id: string,
  { draft, key, seenAt }: { draft: QuestionDraft; key: string | null; seenAt: Date },
): Promise<Shown | null> {
  const own = await findOwnQuestionnaire(scope, id);
  if (!own) return { draft, problems: [], refusal: 'no_such_questionnaire' };
  if (waitsForSeveral(draft)) return { draft, problems: [], refusal: 'several' };
  const { questions } = own.content;
  const named = key ?? keyFor(draft.fields.question, questions);
  const changed = withQuestion(questions, questionFrom(draft, named));
  const reading = parseQuestionnaire({ ...own.content, questions: changed });
  if ('problems' in reading) {
    const place = questions.findIndex((question) => question.key === key);
    const own = `questions.${place < 0 ? questions.length : place}.`;
    const problems = reading.problems.map((one) => ({ ...one, field: one.field.replace(own, '') }));
    return { draft, problems, refusal: null };
  }
  const kept = await changeQuestionnaire(scope, id, { questions: changed }, seenAt);
  return kept.done ? null : { draft, problems: [], refusal: kept.reason };
}

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const seen = new Date(String(form.get('seen') ?? ''));
    const seenAt = Number.isNaN(seen.getTime()) ? new Date(0) : seen;
    const typed = { draft: draftIn(form), key: url.searchParams.get('key'), seenAt };
    const outcome = await locals.inCluster(
      params.cluster,
      (scope) => keep(scope, params.questionnaire, typed),
      form,
    );
    if (outcome) return fail(outcome.problems.length > 0 ? 400 : 409, outcome);
    redirect(303, `/c/${params.cluster}/questionnaires/own/${params.questionnaire}/edit?said=saved`);
  },
};
