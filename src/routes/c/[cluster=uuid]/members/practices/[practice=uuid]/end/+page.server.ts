import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { endPractice } from '#domain/members/end-practice.server.ts';
import { findPractice } from '#domain/members/members.server.ts';
import { membersText } from '#domain/members/members.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { frame, roles } = await parent();
  const practice = await locals.inCluster(params.cluster, (scope) => findPractice(scope, params.practice));
  if (!practice || !roles.includes('coordinator')) error(404, accessText[locals.locale].not_found);
  const members = `/c/${params.cluster}/members`;
  const crumbs = [
    { href: members, label: membersText[locals.locale].title },
    { href: `${members}/practices/${practice.practiceId}`, label: practice.name },
  ];
  return { practice, frame: { ...frame, crumbs } };
};

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const ended = await locals.inCluster(
      params.cluster,
      (scope) => endPractice(scope, params.practice),
      form,
    );
    if (!ended.done) return fail(409, { refusal: ended.reason });
    redirect(303, `/c/${params.cluster}/members?ended`);
  },
};
