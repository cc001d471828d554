import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { endPartner, resumePartner } from '#domain/partners/end-partner.server.ts';
import { resumePartnerPerson } from '#domain/partners/keep-person.server.ts';
import { partnerText } from '#domain/partners/partner.text.ts';
import { findPartner, listEndedPeople, listMeetingsOfPartner } from '#domain/partners/partners.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const partner = await findPartner(scope, params.partner);
    if (!partner) return null;
    const meetings = await listMeetingsOfPartner(scope, params.partner);
    return { partner, meetings, endedPeople: await listEndedPeople(scope, params.partner) };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/partners`, label: partnerText[locals.locale].title };
  const justEnded = found.endedPeople.find(
    ({ partnerPersonId }) => partnerPersonId === url.searchParams.get('ended'),
  );
  return {
    ...found,
    justEnded: justEnded ?? null,
    isSaved: url.searchParams.has('saved'),
    frame: { ...frame, crumbs: [above] },
  };
};

export const actions: Actions = {
  end: async ({ locals, params, request }) => {
    const form = await request.formData();
    const ended = await locals.inCluster(params.cluster, (scope) => endPartner(scope, params.partner), form);
    if (!ended.done) return fail(409, { refusal: ended.reason });
    redirect(303, `/c/${params.cluster}/partners?ended=${params.partner}`);
  },
  resume: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const back = await locals.inCluster(
      params.cluster,
      (scope) => resumePartner(scope, params.partner),
      form,
    );
    if (!back.done) return fail(409, { refusal: back.reason });
    redirect(303, `${url.pathname}?saved`);
  },
  resumePerson: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const person = String(form.get('person') ?? '');
    const back = await locals.inCluster(params.cluster, (scope) => resumePartnerPerson(scope, person), form);
    if (!back.done) return fail(409, { refusal: back.reason });
    redirect(303, `${url.pathname}?saved`);
  },
};
