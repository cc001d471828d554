import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listMembers, listPractices } from '#domain/members/members.server.ts';
import { membersText } from '#domain/members/members.text.ts';
import { mayHoldRoles } from '#domain/members/role-holding.ts';
import { handOver } from '#domain/overview/hand-over.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame, roles } = await parent();
  if (!roles.includes('coordinator')) error(404, accessText[locals.locale].not_found);
  const members = await locals.inCluster(params.cluster, async (scope) => {
    const practices = new Map((await listPractices(scope)).map(({ practiceId, name }) => [practiceId, name]));
    return (await listMembers(scope))
      .filter(({ kind, isSelf }) => mayHoldRoles(kind) && !isSelf)
      .map(({ memberId, name, practiceId }) => ({
        memberId,
        name,
        practice: practices.get(practiceId ?? '') ?? '',
      }));
  });
  const above = { href: `/c/${params.cluster}/members`, label: membersText[locals.locale].title };
  return { members, frame: { ...frame, crumbs: [above] } };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const memberId = String(form.get('member') ?? '');
    const handed = await locals.inCluster(params.cluster, (scope) => handOver(scope, memberId), form);
    if (!handed.done) return fail(409, { refusal: handed.reason, member: memberId });
    redirect(303, `/c/${params.cluster}`);
  },
};
