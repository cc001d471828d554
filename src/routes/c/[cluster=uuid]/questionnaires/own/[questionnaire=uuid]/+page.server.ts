import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { endQuestionnaire, resumeQuestionnaire } from '#domain/questionnaires/end-questionnaire.server.ts';
import { findOwnQuestionnaire } from '#domain/questionnaires/questionnaires.server.ts';
import { questionnairesText } from '#domain/questionnaires/questionnaires.text.ts';
import { listMeetingsToAskAt } from '#domain/responses/occasions.server.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['made', 'imported', 'saved', 'resumed'] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  const { meetings, own } = await locals.inCluster(params.cluster, async (scope) => ({
    own: await findOwnQuestionnaire(scope, params.questionnaire),
    meetings: await listMeetingsToAskAt(scope),
  }));
  if (!own) error(404, accessText[locals.locale].not_found);
  const isMirrored = own.content.questions.some(({ partnerQuestion }) => partnerQuestion !== '');
  const above = {
    href: `/c/${params.cluster}/questionnaires`,
    label: questionnairesText[locals.locale].title,
  };
  return {
    meetings,
    questionnaire: own.content,
    madeFrom: own.madeFrom,
    isEnded: own.endedAt !== null,
    party:
      isMirrored && url.searchParams.get('party') === 'partner' ? ('partner' as const) : ('member' as const),
    said: SAID.find((word) => word === url.searchParams.get('said')) ?? null,
    leads: roles.some((role) => role === 'coordinator' || role === 'board'),
    frame: { ...frame, crumbs: [above] },
  };
};

export const actions: Actions = {
  end: async ({ locals, params, request }) => {
    const form = await request.formData();
    const own = params.questionnaire;
    const ended = await locals.inCluster(params.cluster, (scope) => endQuestionnaire(scope, own), form);
    if (!ended.done) return fail(409, { refusal: ended.reason });
    redirect(303, `/c/${params.cluster}/questionnaires?ended=${own}`);
  },
  resume: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const own = params.questionnaire;
    const resumed = await locals.inCluster(params.cluster, (scope) => resumeQuestionnaire(scope, own), form);
    if (!resumed.done) return fail(409, { refusal: resumed.reason });
    redirect(303, `${url.pathname}?said=resumed`);
  },
};
