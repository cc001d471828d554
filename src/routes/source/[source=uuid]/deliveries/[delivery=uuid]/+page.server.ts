import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listCorrections } from '#domain/deliveries/corrections.server.ts';
import { findDelivery, listParts } from '#domain/deliveries/deliveries.server.ts';
import { withdrawDelivery } from '#domain/deliveries/withdraw-delivery.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await locals.asSource(params.source, async (scope) => {
    const delivery = await findDelivery(scope, params.delivery);
    if (!delivery || (delivery.state === 'draft' && !delivery.isOwn)) return null;
    const indicators = await listIndicators(scope);
    return {
      delivery,
      parts: await listParts(scope, params.delivery),
      corrections: await listCorrections(scope, params.delivery),
      names: Object.fromEntries(indicators.map(({ key, name }) => [key, name])),
    };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  if (found.delivery.state === 'draft')
    redirect(303, `/source/${params.source}/deliveries/${params.delivery}/check`);
  return found;
};

export const actions: Actions = {
  withdraw: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const outcome = await locals.asSource(
      params.source,
      (scope) => withdrawDelivery(scope, params.delivery),
      form,
    );
    if (!outcome.done) return fail(409, { refusal: outcome.reason });
    redirect(303, url.pathname);
  },
};
