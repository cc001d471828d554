import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { parseDate } from '#domain/deliveries/calendar-date.ts';
import { dayAt } from '#domain/deliveries/delivery.ts';
import { type FileRefusal, queryOf, refusalIn } from '#domain/deliveries/file-refusal.ts';
import { readFirstStep, toldOf } from '#domain/deliveries/first-step.server.ts';
import { pastedAgain } from '#domain/deliveries/pasted-text.ts';
import { beginDelivery, begunOrForgotten, receiveUpload } from '#domain/deliveries/upload.server.ts';
import type { Actions, PageServerLoad } from './$types';

// Who comes here by address, perhaps after signing in, is led to the form; the page stands only in an answer.
export const load: PageServerLoad = ({ locals, params, request }) => {
  if (request.method !== 'POST') redirect(303, `/source/${params.source}/deliveries/new`);
  return locals.asSource(params.source, (scope) => readFirstStep(scope, null));
};

export const actions: Actions = {
  /** Takes a file in pieces and leads on to its columns, or back to the form with the refusal. */
  default: async ({ locals, params, request, url }) => {
    if (request.headers.get('origin') !== url.origin) error(403, accessText[locals.locale].not_permitted);
    const at = `/source/${params.source}/deliveries`;
    // Who may not deliver is turned away before a single byte is read.
    await locals.asSource(params.source, async () => undefined);

    // A pasted text goes back in the answer itself and is put nowhere; anything else is told by address.
    const back = async (refusal: FileRefusal, form: FormData) => {
      const text = textIn(form, 'text');
      if (!text.trim()) redirect(303, `${at}/new?${queryOf(lasting(refusal, url))}${extractIn(form)}#errors`);
      const pasted = pastedAgain(text, refusal.reason, dayAt(locals.now));
      const refused = await locals.asSource(params.source, (scope) => toldOf(scope, refusal));
      return fail(409, { refused, pasted, extracted: dayIn(form) ? textIn(form, 'extracted') : '' });
    };

    const receipt = await receiveUpload(request, locals.now);
    if ('refusal' in receipt) return back(receipt.refusal, receipt.form);
    const { received, form } = receipt;
    const beginning = locals.asSource(params.source, (scope) => beginDelivery(scope, received), form);
    const begun = await begunOrForgotten(received, beginning);
    if ('refusal' in begun) return back(begun.refusal, form);
    redirect(303, `${at}/${begun.deliveryId}/${begun.isSettled ? 'check' : 'columns'}`);
  },
};

// Nothing was chosen after a file with CPR numbers was let go of: why it was stays to be read.
function lasting(refusal: FileRefusal, url: URL): FileRefusal {
  const earlier = refusal.reason === 'no_file' ? refusalIn(url.searchParams) : null;
  return earlier ?? refusal;
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

const dayIn = (form: FormData) => parseDate(textIn(form, 'extracted'));

// Only a day goes back, by address in one form; whatever else stood in the field might be anything.
function extractIn(form: FormData): string {
  const day = dayIn(form);
  return day ? `&extracted=${day}` : '';
}
