import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { endMembership } from '#domain/members/end-membership.server.ts';
import { findMember } from '#domain/members/members.server.ts';
import { membersText } from '#domain/members/members.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { frame, roles } = await parent();
  const member = await locals.inCluster(params.cluster, (scope) => findMember(scope, params.member));
  if (!member || !roles.includes('coordinator')) error(404, accessText[locals.locale].not_found);
  const members = `/c/${params.cluster}/members`;
  const crumbs = [
    { href: members, label: membersText[locals.locale].title },
    { href: `${members}/${member.memberId}`, label: member.name },
  ];
  return { member, frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const ended = await locals.inCluster(
      params.cluster,
      (scope) => endMembership(scope, params.member),
      form,
    );
    if (!ended.done) return fail(409, { refusal: ended.reason });
    redirect(303, `/c/${params.cluster}/members?ended`);
  },
};
