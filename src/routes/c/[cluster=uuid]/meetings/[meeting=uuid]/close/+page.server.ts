import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import type { ChangeRefusal } from '#domain/meetings/change-refusal.text.ts';
import { closeMeeting, listGaps, stateNoAgreement } from '#domain/meetings/close-meeting.server.ts';
import type { ClosingGap } from '#domain/meetings/closing.ts';
import { refusalOfPlanning } from '#domain/meetings/meeting.ts';
import { isPageOn } from '#domain/meetings/meeting-pages.ts';
import { textIn } from '#domain/meetings/typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { leads, meeting } = await parent();
  if (!leads) error(404, accessText[locals.locale].not_found);
  const gaps = await locals.inCluster(params.cluster, (scope) => listGaps(scope, meeting));
  return { gaps, refusal: refusalOfPlanning(meeting), hasAgreements: isPageOn('agreements') };
};

type Refused = { refusal: ChangeRefusal | ClosingGap['gap']; reason: string };

export const actions: Actions = {
  close: async ({ locals, params, request }) => {
    const form = await request.formData();
    const closed = await locals.inCluster(
      params.cluster,
      (scope) => closeMeeting(scope, params.meeting),
      form,
    );
    if (!closed.done) return fail(409, { refusal: closed.reason, reason: '' } as Refused);
    redirect(303, `/c/${params.cluster}/meetings/${params.meeting}?closed`);
  },
  reason: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const reason = textIn(form, 'reason');
    const stated = await locals.inCluster(
      params.cluster,
      (scope) => stateNoAgreement(scope, params.meeting, reason),
      form,
    );
    if (!stated.done) return fail(409, { refusal: stated.reason, reason } as Refused);
    redirect(303, url.pathname);
  },
};
