import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { changeMembership } from '#domain/members/change-membership.server.ts';
import { giveRole } from '#domain/members/give-role.server.ts';
import { findMember, listHoldings, listPractices } from '#domain/members/members.server.ts';
import { membersText } from '#domain/members/members.text.ts';
import { kindIn, roleIn } from '#domain/members/membership.ts';
import { rolesOf } from '#domain/members/role-holding.ts';
import { takeRole } from '#domain/members/take-role.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { frame, roles } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const member = roles.includes('coordinator') ? await findMember(scope, params.member) : null;
    const practices = await listPractices(scope);
    return member && { member, practices, holdings: rolesOf(member, await listHoldings(scope)) };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/members`, label: membersText[locals.locale].title };
  return { ...found, frame: { ...frame, crumbs: [above] } };
};

export const actions: Actions = {
  change: async ({ locals, params, request }) => {
    const form = await request.formData();
    const kind = kindIn(form.get('kind')) ?? 'doctor';
    const practiceId = String(form.get('practice') ?? '') || null;
    const changed = await locals.inCluster(
      params.cluster,
      (scope) => changeMembership(scope, params.member, { kind, practiceId }),
      form,
    );
    if (!changed.done) return fail(409, { refusal: changed.reason, typed: { kind, practiceId } });
    redirect(303, `/c/${params.cluster}/members/${changed.made.memberId}`);
  },
  give: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const role = roleIn(form.get('role'));
    if (!role) error(404, accessText[locals.locale].not_found);
    const given = await locals.inCluster(
      params.cluster,
      (scope) => giveRole(scope, params.member, role),
      form,
    );
    if (!given.done) return fail(409, { refusal: given.reason, typed: null });
    redirect(303, url.pathname);
  },
  take: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const holding = String(form.get('holding') ?? '');
    const taken = await locals.inCluster(params.cluster, (scope) => takeRole(scope, holding), form);
    if (!taken.done) return fail(409, { refusal: taken.reason, typed: null });
    redirect(303, url.pathname);
  },
};
