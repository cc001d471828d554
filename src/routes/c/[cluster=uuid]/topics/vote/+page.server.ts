import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { parseDate } from '#domain/deliveries/calendar-date.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { dayAfter } from '#domain/topics/ballot.ts';
import { openVote } from '#domain/topics/open-vote.server.ts';
import { lineIn } from '#domain/topics/topic.ts';
import { listTopics } from '#domain/topics/topics.server.ts';
import { topicsText } from '#domain/topics/topics.text.ts';
import { findRunningVote } from '#domain/topics/votes.server.ts';
import type { Actions, PageServerLoad } from './$types';

const DAYS_TO_VOTE = 14;

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { frame, roles } = await parent();
  const leads = roles.some((role) => role === 'coordinator' || role === 'board');
  if (!leads) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/topics`, label: topicsText[locals.locale].title };
  return locals.inCluster(params.cluster, async (scope) => ({
    proposals: (await listTopics(scope)).filter(({ state }) => state === 'proposed'),
    isRunning: (await findRunningVote(scope)) !== null,
    closesOn: dayAfter(dayAt(scope.now), DAYS_TO_VOTE),
    frame: { ...frame, crumbs: [above] },
  }));
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = { dots: lineIn(form, 'dots'), closesOn: lineIn(form, 'closesOn') };
    const topicIds = form.getAll('topic').map(String);
    const dots = /^\d{1,3}$/.test(typed.dots) ? Number(typed.dots) : Number.NaN;
    const wish = { dots, topicIds, closesOn: parseDate(typed.closesOn) };
    const opened = await locals.inCluster(
      params.cluster,
      (scope) => openVote(scope, randomUUID(), wish),
      form,
    );
    if (!opened.done) return fail(409, { refusal: opened.reason, typed, topicIds });
    redirect(303, `/c/${params.cluster}/topics?said=opened`);
  },
};
