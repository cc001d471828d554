import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { type Deciding, decideTopic } from '#domain/topics/decide-topic.server.ts';
import { halfYearsFrom } from '#domain/topics/half-year.ts';
import { mergeTopic } from '#domain/topics/merge-topic.server.ts';
import { planTopic } from '#domain/topics/plan-topic.server.ts';
import { isAlive, lineIn } from '#domain/topics/topic.ts';
import { listTopics } from '#domain/topics/topics.server.ts';
import { topicsText } from '#domain/topics/topics.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { frame, roles } = await parent();
  const topics = await locals.inCluster(params.cluster, listTopics);
  const topic = topics.find(({ topicId }) => topicId === params.topic);
  const leads = roles.some((role) => role === 'coordinator' || role === 'board');
  if (!topic || !leads) error(404, accessText[locals.locale].not_found);
  const above = `/c/${params.cluster}/topics`;
  const crumbs = [
    { href: above, label: topicsText[locals.locale].title },
    { href: `${above}/${topic.topicId}`, label: topic.sentence.slice(0, 60) },
  ];
  return {
    topic,
    others: topics.filter((other) => other !== topic && isAlive(other.state)),
    halfYears: halfYearsFrom(dayAt(locals.now)),
    frame: { ...frame, crumbs },
  };
};

export const actions: Actions = {
  plan: async ({ locals, params, request }) => {
    const form = await request.formData();
    const wish = { halfYear: lineIn(form, 'halfYear'), answer: lineIn(form, 'answer') };
    const planned = await locals.inCluster(
      params.cluster,
      (scope) => planTopic(scope, params.topic, wish),
      form,
    );
    const decision = 'plan' as const;
    if (!planned.done)
      return fail(409, { refusal: planned.reason, decision, answer: wish.answer, choice: wish.halfYear });
    redirect(303, `/c/${params.cluster}/topics/${params.topic}?said=planned`);
  },
  decide: async ({ locals, params, request }) => {
    const form = await request.formData();
    const deciding = decidingIn(form);
    if (!deciding) error(404, accessText[locals.locale].not_found);
    const { decision } = deciding;
    const decided = await locals.inCluster(
      params.cluster,
      (scope) => decideTopic(scope, params.topic, deciding),
      form,
    );
    if (!decided.done)
      return fail(409, { refusal: decided.reason, decision, answer: lineIn(form, 'answer'), choice: '' });
    redirect(303, `/c/${params.cluster}/topics/${params.topic}?said=decided`);
  },
  merge: async ({ locals, params, request }) => {
    const form = await request.formData();
    const choice = lineIn(form, 'into');
    const merged = await locals.inCluster(
      params.cluster,
      (scope) => mergeTopic(scope, params.topic, choice),
      form,
    );
    const decision = 'merge' as const;
    if (!merged.done) return fail(409, { refusal: merged.reason, decision, answer: '', choice });
    redirect(303, `/c/${params.cluster}/topics/${choice}?said=merged`);
  },
};

function decidingIn(form: FormData): Deciding | null {
  const decision = form.get('decision');
  if (decision === 'take_up') return { decision };
  return decision === 'drop' || decision === 'meet' ? { decision, answer: lineIn(form, 'answer') } : null;
}
