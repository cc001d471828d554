import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { joinTopic } from '#domain/topics/join-topic.server.ts';
import { proposeTopic } from '#domain/topics/propose-topic.server.ts';
import { proposalIn } from '#domain/topics/topic.ts';
import { listSimilar } from '#domain/topics/topics.server.ts';
import { topicsText } from '#domain/topics/topics.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { frame, roles } = await parent();
  if (!roles.includes('member')) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/topics`, label: topicsText[locals.locale].title };
  return { frame: { ...frame, crumbs: [above] } };
};

export const actions: Actions = {
  propose: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = proposalIn(form);
    const seen = form.getAll('seen').map(String);
    const { proposed, similar } = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const proposed = await proposeTopic(scope, randomUUID(), { ...typed, seen });
        const isAsked = !proposed.done && proposed.reason === 'similar_topics';
        return { proposed, similar: isAsked ? await listSimilar(scope, typed.sentence) : [] };
      },
      form,
    );
    if (!proposed.done) return fail(409, { proposing: proposed.reason, typed, similar });
    redirect(303, `/c/${params.cluster}/topics/${proposed.made.topicId}?said=proposed`);
  },
  join: async ({ locals, params, request }) => {
    const form = await request.formData();
    const topic = String(form.get('topic') ?? '');
    const joined = await locals.inCluster(params.cluster, (scope) => joinTopic(scope, topic), form);
    if (!joined.done) return fail(409, { joining: joined.reason });
    redirect(303, `/c/${params.cluster}/topics/${topic}?said=joined`);
  },
};
