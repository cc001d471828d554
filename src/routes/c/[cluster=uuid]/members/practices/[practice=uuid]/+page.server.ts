import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { giveClinicRole } from '#domain/members/give-role.server.ts';
import { findPractice, listHoldings, listMembers } from '#domain/members/members.server.ts';
import { membersText } from '#domain/members/members.text.ts';
import { byPractice } from '#domain/members/membership-list.ts';
import { takeRole } from '#domain/members/take-role.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { frame, roles } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const practice = roles.includes('coordinator') ? await findPractice(scope, params.practice) : null;
    if (!practice) return null;
    const holdings = await listHoldings(scope);
    const all = { practices: [practice], members: await listMembers(scope), holdings };
    const { practices } = byPractice(all, true);
    const clinic = holdings.find(({ practiceId }) => practiceId === params.practice);
    return { practice: practices[0]!, clinicHolding: clinic?.roleHoldingId ?? null };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/members`, label: membersText[locals.locale].title };
  return { ...found, frame: { ...frame, crumbs: [above] } };
};

export const actions: Actions = {
  give: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const given = await locals.inCluster(
      params.cluster,
      (scope) => giveClinicRole(scope, params.practice),
      form,
    );
    if (!given.done) return fail(409, { refusal: given.reason });
    redirect(303, url.pathname);
  },
  take: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const holding = String(form.get('holding') ?? '');
    const taken = await locals.inCluster(params.cluster, (scope) => takeRole(scope, holding), form);
    if (!taken.done) return fail(409, { refusal: taken.reason });
    redirect(303, url.pathname);
  },
};
