import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { type AgreementRefusal, settledIn } from '#domain/agreements/agreement.ts';
import { findAgreement } from '#domain/agreements/agreements.server.ts';
import { agreementsText } from '#domain/agreements/agreements.text.ts';
import { reopenAgreement, settleAgreement } from '#domain/agreements/make-agreement.server.ts';
import { listMeasuringRounds } from '#domain/responses/shown-rounds.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  const { agreement, rounds } = await locals.inCluster(params.cluster, async (scope) => {
    const found = await findAgreement(scope, params.agreement);
    return { agreement: found, rounds: found ? await listMeasuringRounds(scope, found.meetingId) : [] };
  });
  if (!agreement) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/agreements`, label: agreementsText[locals.locale].title };
  const arranges = roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary');
  return {
    agreement,
    rounds,
    leads: roles.some((role) => role === 'coordinator' || role === 'board'),
    arranges,
    isSaved: url.searchParams.has('saved'),
    frame: { ...frame, crumbs: [above] },
  };
};

export const actions: Actions = {
  settle: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed = {
      state: String(form.get('state') ?? ''),
      outcome: String(form.get('outcome') ?? '').trim(),
    };
    const state = settledIn(typed.state);
    if (!state) redirect(303, url.pathname);
    const settled = await locals.inCluster(
      params.cluster,
      (scope) => settleAgreement(scope, params.agreement, { state, outcome: typed.outcome }),
      form,
    );
    if (!settled.done) return fail(409, { refusal: settled.reason as AgreementRefusal, typed });
    redirect(303, `${url.pathname}?saved`);
  },
  reopen: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    await locals.inCluster(params.cluster, (scope) => reopenAgreement(scope, params.agreement), form);
    redirect(303, url.pathname);
  },
};
