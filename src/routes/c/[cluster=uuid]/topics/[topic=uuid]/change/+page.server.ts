import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { changeTopic } from '#domain/topics/change-topic.server.ts';
import { proposalIn } from '#domain/topics/topic.ts';
import { findTopic } from '#domain/topics/topics.server.ts';
import { topicsText } from '#domain/topics/topics.text.ts';
import { withdrawTopic } from '#domain/topics/withdraw-topic.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { frame } = await parent();
  const topic = await locals.inCluster(params.cluster, (scope) => findTopic(scope, params.topic));
  if (!topic?.isOwn) error(404, accessText[locals.locale].not_found);
  const topics = `/c/${params.cluster}/topics`;
  const crumbs = [
    { href: topics, label: topicsText[locals.locale].title },
    { href: `${topics}/${topic.topicId}`, label: topic.sentence.slice(0, 60) },
  ];
  return { topic, frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  change: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = proposalIn(form);
    const changed = await locals.inCluster(
      params.cluster,
      (scope) => changeTopic(scope, params.topic, typed),
      form,
    );
    if (!changed.done) return fail(409, { refusal: changed.reason, typed });
    redirect(303, `/c/${params.cluster}/topics/${params.topic}?said=changed`);
  },
  withdraw: async ({ locals, params, request }) => {
    const form = await request.formData();
    const withdrawn = await locals.inCluster(
      params.cluster,
      (scope) => withdrawTopic(scope, params.topic),
      form,
    );
    if (!withdrawn.done) return fail(409, { refusal: withdrawn.reason, typed: null });
    redirect(303, `/c/${params.cluster}/topics?said=withdrawn`);
  },
};
