import { fail, redirect } from '@sveltejs/kit';
import { makePracticeKeys } from '#domain/deliveries/make-practice-keys.server.ts';
import { listServed, listServedPractices } from '#domain/deliveries/sources.server.ts';
import type { Actions, PageServerLoad } from './$types';

// Letters stand in the answer to the form that made them, and nowhere else.
export const load: PageServerLoad = ({ request, params }) => {
  if (request.method !== 'POST') redirect(303, `/source/${params.source}/practices`);
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const chosen = [...new Set(form.getAll('practice').map(String))];
    const made = await locals.asSource(
      params.source,
      async (scope) => {
        const keys = await makePracticeKeys(scope, chosen);
        if (!keys.done) return keys;
        const practices = new Map((await listServedPractices(scope)).map((one) => [one.practiceId, one]));
        const clusters = new Map((await listServed(scope)).map(({ clusterId, name }) => [clusterId, name]));
        const letters = keys.made.map(({ practiceId, key }) => {
          const { name, number, clusterId } = practices.get(practiceId)!;
          return { practiceId, key, name, number, cluster: clusters.get(clusterId) ?? '' };
        });
        return { done: true as const, letters };
      },
      form,
    );
    // Nothing was chosen: back to where it is done, with the cluster that was shown.
    if (!made.done && made.reason === 'none_chosen') redirect(303, backTo(params.source, form));
    if (!made.done) return fail(409, { refusal: made.reason });
    return { letters: made.letters, host: url.host, madeAt: locals.now };
  },
};

function backTo(source: string, form: FormData): string {
  const query = new URLSearchParams({ cluster: String(form.get('cluster') ?? ''), refused: 'none_chosen' });
  return `/source/${source}/practices?${query}#errors`;
}
