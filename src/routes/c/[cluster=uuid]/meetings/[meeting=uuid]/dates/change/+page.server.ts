import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { addDates } from '#domain/polls/add-dates.server.ts';
import { datesPageText } from '#domain/polls/dates-page.text.ts';
import { findOverview } from '#domain/polls/overview.server.ts';
import { closingOf, occasionsOf, typedPollIn } from '#domain/polls/poll-form.ts';
import type { PlanningRefusal } from '#domain/polls/poll-refusal.text.ts';
import { setClosing } from '#domain/polls/set-closing.server.ts';
import { setMusts } from '#domain/polls/set-musts.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, frame } = await parent();
  const overview = arranges
    ? await locals.inCluster(params.cluster, (scope) => findOverview(scope, params.meeting))
    : null;
  if (!overview) error(404, accessText[locals.locale].not_found);
  const above = url.pathname.replace(/\/change$/, '');
  const crumbs = [...(frame.crumbs ?? []), { href: above, label: datesPageText[locals.locale].title }];
  return { overview, today: dayOf(locals.now), frame: { ...frame, crumbs } };
};

type Did = 'add' | 'closing' | 'musts';
type Outcome = { done: true } | { done: false; reason: PlanningRefusal };

export const actions: Actions = {
  add: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed = typedPollIn(form);
    const options = occasionsOf(typed, dayOf(locals.now));
    const closesOn = closingOf(typed, options, dayOf(locals.now));
    const added: Outcome = await locals.inCluster(
      params.cluster,
      (scope) => addDates(scope, params.meeting, { options, closesOn }),
      form,
    );
    if (!added.done) return fail(409, { did: 'add' as Did, refusal: added.reason, typed });
    redirect(303, `${url.pathname.replace(/\/change$/, '')}?added`);
  },
  closing: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed = typedPollIn(form);
    const closesOn = closingOf(typed, [], dayOf(locals.now));
    const set: Outcome = await locals.inCluster(
      params.cluster,
      (scope) => setClosing(scope, params.meeting, closesOn),
      form,
    );
    if (!set.done) return fail(409, { did: 'closing' as Did, refusal: set.reason, typed });
    redirect(303, `${url.pathname.replace(/\/change$/, '')}?saved`);
  },
  musts: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed = typedPollIn(form);
    const set: Outcome = await locals.inCluster(
      params.cluster,
      (scope) => setMusts(scope, params.meeting, typed.musts),
      form,
    );
    if (!set.done) return fail(409, { did: 'musts' as Did, refusal: set.reason, typed });
    redirect(303, `${url.pathname.replace(/\/change$/, '')}?saved`);
  },
};
