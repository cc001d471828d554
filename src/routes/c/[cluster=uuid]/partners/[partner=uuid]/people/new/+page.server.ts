import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { addPartnerPerson } from '#domain/partners/keep-person.server.ts';
import { partnerText } from '#domain/partners/partner.text.ts';
import { personIn } from '#domain/partners/partner.ts';
import { findPartner } from '#domain/partners/partners.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame } = await parent();
  const partner = await locals.inCluster(params.cluster, (scope) => findPartner(scope, params.partner));
  if (!partner) error(404, accessText[locals.locale].not_found);
  const above = `/c/${params.cluster}/partners`;
  const crumbs = [
    { href: above, label: partnerText[locals.locale].title },
    { href: `${above}/${partner.partnerId}`, label: partner.name },
  ];
  return { frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const wish = personIn(form);
    const added = await locals.inCluster(
      params.cluster,
      (scope) => addPartnerPerson(scope, randomUUID(), params.partner, wish),
      form,
    );
    if (!added.done) return fail(409, { refusal: added.reason, wish });
    redirect(303, `/c/${params.cluster}/partners/${params.partner}?saved`);
  },
};
