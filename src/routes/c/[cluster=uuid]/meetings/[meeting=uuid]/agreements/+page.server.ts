import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { type AgreementRefusal, firstDays, typedIn, wishOf } from '#domain/agreements/agreement.ts';
import { listAgreements, listChoices } from '#domain/agreements/agreements.server.ts';
import { makeAgreement, takeOutAgreement } from '#domain/agreements/make-agreement.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { listMeasuringRounds } from '#domain/responses/shown-rounds.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { meeting, arranges } = await parent();
  const heldOn = meeting.heldOn ?? dayOf(locals.now);
  const said = ['saved', 'takenOut'].find((word) => url.searchParams.has(word)) ?? null;
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    agreements: await listAgreements(scope, params.meeting),
    indicators: (await listIndicators(scope)).map(({ key, name, theme }) => ({ key, name, theme })),
    choices: await listChoices(scope, params.meeting),
    rounds: await listMeasuringRounds(scope, params.meeting),
  }));
  const mayWrite = arranges && meeting.state !== 'closed' && meeting.state !== 'cancelled';
  const picked = Number(url.searchParams.get('choice') ?? -1);
  return {
    ...found,
    mayWrite,
    isOver: meeting.heldOn !== null && meeting.heldOn <= dayOf(locals.now),
    days: firstDays(heldOn),
    picked: found.choices[picked] ?? null,
    said: said as 'saved' | 'takenOut' | null,
  };
};

export const actions: Actions = {
  make: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed = typedIn(form);
    const meeting = await locals.inCluster(params.cluster, (scope) => findMeeting(scope, params.meeting));
    const wish = wishOf(typed, meeting?.heldOn ?? dayOf(locals.now));
    if (Array.isArray(wish)) return fail(409, { refusals: wish, typed });
    const outcome = await locals.inCluster(
      params.cluster,
      (scope) => makeAgreement(scope, randomUUID(), params.meeting, wish),
      form,
    );
    if (!outcome.done) return fail(409, { refusals: [outcome.reason as AgreementRefusal], typed });
    redirect(303, `${url.pathname}?saved`);
  },
  takeOut: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const agreementId = String(form.get('agreement') ?? '');
    const outcome = await locals.inCluster(
      params.cluster,
      (scope) => takeOutAgreement(scope, agreementId),
      form,
    );
    if (!outcome.done) return fail(409, { refusals: [outcome.reason as AgreementRefusal], typed: null });
    redirect(303, `${url.pathname}?takenOut`);
  },
};
