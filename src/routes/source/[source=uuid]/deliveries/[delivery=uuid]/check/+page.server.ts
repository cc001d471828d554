import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { confirmDelivery } from '#domain/deliveries/confirm-delivery.server.ts';
import { confirmNumber } from '#domain/deliveries/confirm-number.server.ts';
import { discardDelivery } from '#domain/deliveries/discard-delivery.server.ts';
import { findOpenDraft, readCheckPage } from '#domain/deliveries/draft-page.server.ts';
import { mapColumns } from '#domain/deliveries/map-columns.server.ts';
import { listServed } from '#domain/deliveries/sources.server.ts';
import { forgetFile, sheetOfDraft } from '#domain/deliveries/upload.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame } = await parent();
  const found = await locals.asSource(params.source, async (scope) => {
    const draft = await findOpenDraft(scope, params.delivery);
    if (!draft || draft === 'closed') return draft;
    const { delivery, mapping, sheet } = draft;
    return {
      delivery,
      areZerosReal: mapping.areZerosReal,
      isGone: !sheet,
      page: sheet && (await readCheckPage(scope, sheet, mapping)),
      indicators: await listIndicators(scope),
      clusters: await listServed(scope),
    };
  });
  const at = `/source/${params.source}/deliveries/${params.delivery}`;
  if (!found) error(404, accessText[locals.locale].not_found);
  if (found === 'closed') redirect(303, at);
  if (!found.page && !found.isGone) redirect(303, `${at}/columns`);
  return { ...found, frame: { ...frame, isBroad: true } };
};

export const actions: Actions = {
  confirm: async ({ locals, params, request }) => {
    const form = await request.formData();
    const at = `/source/${params.source}/deliveries/${params.delivery}`;
    const sheet = await sheetOfDraft(params.delivery);
    const confirmed = await locals.asSource(
      params.source,
      (scope) => confirmDelivery(scope, params.delivery, sheet, String(form.get('mark'))),
      form,
    );
    // What another window confirmed meanwhile has its receipt, which the address below shows.
    if (!confirmed.done && confirmed.reason === 'not_open') redirect(303, at);
    if (!confirmed.done) return fail(409, { refusal: confirmed.reason });
    await forgetFile(params.delivery);
    redirect(303, at);
  },
  zeros: async ({ locals, params, request }) => {
    const form = await request.formData();
    const areZerosReal = form.get('zeros') === 'real';
    await locals.asSource(
      params.source,
      async (scope) => {
        const draft = await findOpenDraft(scope, params.delivery);
        if (!draft || draft === 'closed') return;
        await mapColumns(scope, params.delivery, { ...draft.mapping, areZerosReal });
      },
      form,
    );
    redirect(303, `/source/${params.source}/deliveries/${params.delivery}/check`);
  },
  number: async ({ locals, params, request }) => {
    const form = await request.formData();
    const number = String(form.get('number'));
    const outcome = await locals.asSource(params.source, (scope) => confirmNumber(scope, number), form);
    if (!outcome.done) return fail(409, { refusal: outcome.reason });
    redirect(303, `/source/${params.source}/deliveries/${params.delivery}/check`);
  },
  discard: async ({ locals, params, request }) => {
    const form = await request.formData();
    await locals.asSource(params.source, (scope) => discardDelivery(scope, params.delivery), form);
    await forgetFile(params.delivery);
    redirect(303, `/source/${params.source}`);
  },
};
