import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import { halfYearsFrom } from '#domain/topics/half-year.ts';
import { joinTopic } from '#domain/topics/join-topic.server.ts';
import { leaveTopic } from '#domain/topics/leave-topic.server.ts';
import { measurabilityOf } from '#domain/topics/measurable.ts';
import { saidIn } from '#domain/topics/said.ts';
import { isAlive } from '#domain/topics/topic.ts';
import { listTopics } from '#domain/topics/topics.server.ts';
import { topicsText } from '#domain/topics/topics.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
  const { frame } = await parent();
  const above = { href: `/c/${params.cluster}/topics`, label: topicsText[locals.locale].title };
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const topics = await listTopics(scope);
    const topic = topics.find(({ topicId }) => topicId === params.topic);
    if (!topic) return null;
    return {
      topic,
      measurability: measurabilityOf(topic, await listIndicators(scope)),
      halfYears: halfYearsFrom(dayAt(scope.now)),
      meetings: (await listMeetings(scope)).filter(
        ({ state, topicId }) => topicId === params.topic && state !== 'cancelled',
      ),
      others: topics.filter((other) => other !== topic && isAlive(other.state)),
    };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  return { ...found, said: saidIn(url), frame: { ...frame, crumbs: [above] } };
};

export const actions: Actions = {
  join: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const joined = await locals.inCluster(params.cluster, (scope) => joinTopic(scope, params.topic), form);
    if (!joined.done) return fail(409, { refusal: joined.reason });
    redirect(303, `${url.pathname}?said=joined`);
  },
  leave: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const left = await locals.inCluster(params.cluster, (scope) => leaveTopic(scope, params.topic), form);
    if (!left.done) return fail(409, { refusal: left.reason });
    redirect(303, `${url.pathname}?said=left`);
  },
};
