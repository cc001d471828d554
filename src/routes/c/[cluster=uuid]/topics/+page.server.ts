import { fail, redirect } from '@sveltejs/kit';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import { typedBallotIn } from '#domain/topics/ballot.ts';
import { closeVote } from '#domain/topics/close-vote.server.ts';
import { planOf } from '#domain/topics/half-year.ts';
import { measurabilityOf } from '#domain/topics/measurable.ts';
import { moveTurn } from '#domain/topics/move-turn.server.ts';
import { placeDots } from '#domain/topics/place-dots.server.ts';
import { saidIn } from '#domain/topics/said.ts';
import { listTopics } from '#domain/topics/topics.server.ts';
import { findBallot, findRunningVote, listClosedVotes, listOpenVotes } from '#domain/topics/votes.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.inCluster(params.cluster, async (scope) => {
    const topics = await listTopics(scope);
    const indicators = await listIndicators(scope);
    const [vote = null] = await listOpenVotes(scope);
    const proposals = topics.filter(({ state }) => state === 'proposed');
    const planned = topics.filter(({ state }) => state === 'planned');
    return {
      proposals: proposals.map((topic) => ({ ...topic, measurability: measurabilityOf(topic, indicators) })),
      plan: planOf(planned, dayAt(scope.now)),
      earlier: topics.filter(({ state }) => state === 'met' || state === 'dropped' || state === 'merged'),
      underway: await listUnderway(scope),
      hasPlan: planned.length > 0,
      vote,
      ballot: vote ? await findBallot(scope, vote.topicVoteId) : new Map<string, number>(),
      running: await findRunningVote(scope),
      closed: await listClosedVotes(scope, 6),
      said: saidIn(url),
    };
  });

/** The meetings that topics have been made into, by the topic; of several the latest. */
async function listUnderway(
  scope: ClusterScope,
): Promise<Record<string, { meetingId: string; title: string }>> {
  const meetings = (await listMeetings(scope)).filter(({ state }) => state !== 'cancelled');
  return Object.fromEntries(
    meetings.flatMap(({ meetingId, title, topicId }) => (topicId ? [[topicId, { meetingId, title }]] : [])),
  );
}

export const actions: Actions = {
  place: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed = typedBallotIn(form);
    const vote = String(form.get('vote') ?? '');
    const placed = await locals.inCluster(params.cluster, (scope) => placeDots(scope, vote, typed), form);
    if (!placed.done) return fail(409, { placing: placed.reason, typed });
    redirect(303, `${url.pathname}?said=placed`);
  },
  close: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const vote = String(form.get('vote') ?? '');
    const closed = await locals.inCluster(params.cluster, (scope) => closeVote(scope, vote), form);
    if (!closed.done) return fail(409, { refusal: closed.reason });
    redirect(303, `${url.pathname}?said=closed`);
  },
  move: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const topic = String(form.get('topic') ?? '');
    const direction = form.get('direction') === 'earlier' ? 'earlier' : 'later';
    const moved = await locals.inCluster(params.cluster, (scope) => moveTurn(scope, topic, direction), form);
    if (!moved.done) return fail(409, { refusal: moved.reason });
    redirect(303, `${url.pathname}?said=moved#plan`);
  },
};
