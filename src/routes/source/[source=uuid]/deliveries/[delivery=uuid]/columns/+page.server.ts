import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { columnFormIn } from '#domain/deliveries/column-form.ts';
import { discardDelivery } from '#domain/deliveries/discard-delivery.server.ts';
import { findOpenDraft, readColumnPage } from '#domain/deliveries/draft-page.server.ts';
import { mapColumns } from '#domain/deliveries/map-columns.server.ts';
import { forgetFile } from '#domain/deliveries/upload.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame } = await parent();
  const found = await locals.asSource(params.source, async (scope) => {
    const draft = await findOpenDraft(scope, params.delivery);
    if (!draft || draft === 'closed') return draft;
    const { delivery, mapping, sheet } = draft;
    const indicators = (await listIndicators(scope)).map(({ key, name }) => ({ key, name }));
    const page = sheet && (await readColumnPage(scope, sheet, mapping));
    return { delivery, indicators, page, mapping, rows: sheet?.rows.length ?? 0 };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  if (found === 'closed') redirect(303, `/source/${params.source}/deliveries/${params.delivery}`);
  return { ...found, frame: { ...frame, isBroad: true } };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const form = await request.formData();
    const at = `/source/${params.source}/deliveries/${params.delivery}`;
    const saved = await locals.asSource(
      params.source,
      async (scope) => {
        const draft = await findOpenDraft(scope, params.delivery);
        if (!draft || draft === 'closed' || !draft.sheet) return null;
        const { mapping, unreadPeriod } = columnFormIn(form, draft.mapping, draft.sheet);
        const outcome = await mapColumns(scope, params.delivery, mapping);
        const page = await readColumnPage(scope, draft.sheet, mapping);
        return { outcome, unreadPeriod, isOpen: page.problems > 0 };
      },
      form,
    );
    if (!saved) redirect(303, at);
    if (saved.isOpen || !saved.outcome.done) return fail(409, { unreadPeriod: saved.unreadPeriod });
    redirect(303, `${at}/check`);
  },
  discard: async ({ locals, params, request }) => {
    const form = await request.formData();
    await locals.asSource(params.source, (scope) => discardDelivery(scope, params.delivery), form);
    await forgetFile(params.delivery);
    redirect(303, `/source/${params.source}`);
  },
};
