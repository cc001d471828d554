import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { parseDate } from '#domain/deliveries/calendar-date.ts';
import { listNumbers } from '#domain/deliveries/delivering.server.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { queryOf, refusalIn } from '#domain/deliveries/file-refusal.ts';
import { readFirstStep } from '#domain/deliveries/first-step.server.ts';
import { beginDelivery, begunOrForgotten, receiveText } from '#domain/deliveries/upload.server.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { offeredFile } from '#domain/tryout/example-file.ts';
import type { SourceScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  locals.asSource(params.source, async (scope) => ({
    ...(await readFirstStep(scope, refusalIn(url.searchParams))),
    // The day that was typed before a refusal, in Danish order.
    extracted: (parseDate(url.searchParams.get('extracted') ?? '') ?? '').split('-').reverse().join('-'),
  }));

export const actions: Actions = {
  example: async ({ locals, params, request }) => {
    const form = await request.formData();
    const file = await locals.asSource(params.source, exampleFor);
    if (!file) error(404, accessText[locals.locale].not_found);
    const receipt = await receiveText(file, form, locals.now);
    if ('refusal' in receipt) return fail(409, { refused: { refusal: receipt.refusal, deliveredAt: null } });
    const { received } = receipt;
    const beginning = locals.asSource(params.source, (scope) => beginDelivery(scope, received), form);
    const begun = await begunOrForgotten(received, beginning);
    const at = `/source/${params.source}/deliveries`;
    if ('refusal' in begun) redirect(303, `${at}/new?${queryOf(begun.refusal)}#errors`);
    redirect(303, `${at}/${begun.deliveryId}/${begun.isSettled ? 'check' : 'columns'}`);
  },
};

// Only of an example world; there the practices that the source serves.
async function exampleFor(scope: SourceScope) {
  const numbers = await listNumbers(scope, scope.sourceId, dayAt(scope.now));
  const served = new Set(numbers.map(({ number }) => number));
  return scope.isExample ? offeredFile(served, await listIndicators(scope)) : null;
}
