import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { sourceKindIn } from '#domain/members/cluster-source.ts';
import { listClusterSources } from '#domain/members/cluster-sources.server.ts';
import { dismissSource } from '#domain/members/dismiss-source.server.ts';
import { introduceSource } from '#domain/members/introduce-source.server.ts';
import { inviteSource } from '#domain/members/invite-source.server.ts';
import { membersText } from '#domain/members/members.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
  const { frame, roles } = await parent();
  if (!roles.includes('coordinator')) error(404, accessText[locals.locale].not_found);
  const sources = await locals.inCluster(params.cluster, listClusterSources);
  const said = ['asked', 'dismissed'].find((word) => url.searchParams.has(word)) ?? null;
  const above = { href: `/c/${params.cluster}/members`, label: membersText[locals.locale].title };
  return {
    sources,
    said: said as 'asked' | 'dismissed' | null,
    operatorAddress: locals.operatorAddress,
    frame: { ...frame, crumbs: [above] },
  };
};

const NOTHING_TYPED = { name: '', kind: '', personName: '', email: '' };

export const actions: Actions = {
  ask: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const source = String(form.get('source') ?? '');
    const asked = await locals.inCluster(params.cluster, (scope) => inviteSource(scope, source), form);
    if (!asked.done) return fail(409, { refusal: asked.reason, typed: NOTHING_TYPED });
    redirect(303, `${url.pathname}?asked`);
  },
  introduce: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const text = (field: string) =>
      String(form.get(field) ?? '')
        .replace(/\s+/g, ' ')
        .trim();
    const typed = {
      name: text('name'),
      kind: text('kind'),
      personName: text('personName'),
      email: text('email').toLowerCase(),
    };
    const introduced = await locals.inCluster(
      params.cluster,
      (scope) => introduceSource(scope, randomUUID(), { ...typed, kind: sourceKindIn(typed.kind) }),
      form,
    );
    if (!introduced.done) return fail(409, { refusal: introduced.reason, typed });
    redirect(303, `${url.pathname}?asked`);
  },
  dismiss: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const source = String(form.get('source') ?? '');
    const dismissed = await locals.inCluster(params.cluster, (scope) => dismissSource(scope, source), form);
    if (!dismissed.done) return fail(409, { refusal: dismissed.reason, typed: NOTHING_TYPED });
    redirect(303, `${url.pathname}?dismissed`);
  },
};
