import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { changePartner } from '#domain/partners/keep-partner.server.ts';
import { partnerText } from '#domain/partners/partner.text.ts';
import { partnerIn } from '#domain/partners/partner.ts';
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
  const { name, kind, notes } = partner;
  return { stands: { name, kind, notes }, frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const wish = partnerIn(form);
    const changed = await locals.inCluster(
      params.cluster,
      (scope) => changePartner(scope, params.partner, wish),
      form,
    );
    if (!changed.done) return fail(409, { refusal: changed.reason, wish });
    redirect(303, `/c/${params.cluster}/partners/${params.partner}?saved`);
  },
};
