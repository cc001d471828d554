import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { changePartnerPerson, endPartnerPerson } from '#domain/partners/keep-person.server.ts';
import { partnerText } from '#domain/partners/partner.text.ts';
import { personIn } from '#domain/partners/partner.ts';
import { findPartner, findPartnerPerson } from '#domain/partners/partners.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const partner = await findPartner(scope, params.partner);
    const person = await findPartnerPerson(scope, params.person);
    return partner && person?.partnerId === partner.partnerId ? { partner, person } : null;
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  const above = `/c/${params.cluster}/partners`;
  const crumbs = [
    { href: above, label: partnerText[locals.locale].title },
    { href: `${above}/${params.partner}`, label: found.partner.name },
  ];
  const { name, title, email, phone, isEnded } = found.person;
  return { stands: { name, title, email, phone }, isEnded, frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  change: async ({ locals, params, request }) => {
    const form = await request.formData();
    const wish = personIn(form);
    const changed = await locals.inCluster(
      params.cluster,
      (scope) => changePartnerPerson(scope, params.person, wish),
      form,
    );
    if (!changed.done) return fail(409, { refusal: changed.reason, wish });
    redirect(303, `/c/${params.cluster}/partners/${params.partner}?saved`);
  },
  end: async ({ locals, params, request }) => {
    const form = await request.formData();
    const ended = await locals.inCluster(
      params.cluster,
      (scope) => endPartnerPerson(scope, params.person),
      form,
    );
    if (!ended.done) return fail(409, { refusal: ended.reason, wish: null });
    redirect(303, `/c/${params.cluster}/partners/${params.partner}?ended=${params.person}`);
  },
};
