import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { arranges } from '#domain/partners/arranging.ts';
import { addPartner } from '#domain/partners/keep-partner.server.ts';
import { partnerText } from '#domain/partners/partner.text.ts';
import { partnerIn, personIn } from '#domain/partners/partner.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame, roles } = await parent();
  if (!arranges(roles)) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/partners`, label: partnerText[locals.locale].title };
  return { frame: { ...frame, crumbs: [above] } };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const [wish, person] = [partnerIn(form), personIn(form)];
    const first = { ...person, id: randomUUID() };
    const added = await locals.inCluster(
      params.cluster,
      (scope) => addPartner(scope, randomUUID(), wish, first),
      form,
    );
    if (!added.done) return fail(409, { refusal: added.reason, wish, person });
    redirect(303, `/c/${params.cluster}/partners/${added.made.partnerId}?saved`);
  },
};
