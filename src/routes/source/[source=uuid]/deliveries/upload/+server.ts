import { error, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { parseDate } from '#domain/deliveries/calendar-date.ts';
import { type FileRefusal, queryOf } from '#domain/deliveries/file-refusal.ts';
import { beginDelivery, begunOrForgotten, receiveUpload } from '#domain/deliveries/upload.server.ts';
import type { RequestHandler } from './$types';

/** Who comes here by address, perhaps after signing in, is led to the form. */
export const GET: RequestHandler = ({ params }) => redirect(303, `/source/${params.source}/deliveries/new`);

/** Takes a file in pieces and leads on to its columns, or back to the form with the refusal. */
export const POST: RequestHandler = async ({ locals, params, request, url }) => {
  if (request.headers.get('origin') !== url.origin) error(403, accessText[locals.locale].not_permitted);
  const at = `/source/${params.source}/deliveries`;
  function back(refusal: FileRefusal, form: FormData): never {
    redirect(303, `${at}/new?${queryOf(refusal)}${extractIn(form)}#errors`);
  }
  // Who may not deliver is turned away before a single byte is read.
  await locals.asSource(params.source, async () => undefined);
  const receipt = await receiveUpload(request, locals.now);
  if ('refusal' in receipt) back(receipt.refusal, receipt.form);
  const { received, form } = receipt;
  const beginning = locals.asSource(params.source, (scope) => beginDelivery(scope, received), form);
  const begun = await begunOrForgotten(received, beginning);
  if ('refusal' in begun) back(begun.refusal, form);
  redirect(303, `${at}/${begun.deliveryId}/${begun.isSettled ? 'check' : 'columns'}`);
};

// Only a day goes back by address, in one form; whatever else stood in the field might be anything.
function extractIn(form: FormData): string {
  const day = parseDate(String(form.get('extracted') ?? ''));
  return day ? `&extracted=${day}` : '';
}
