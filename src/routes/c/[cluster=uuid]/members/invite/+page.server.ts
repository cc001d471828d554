import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { isAnEmail, type Row, type RowProblem } from '#domain/members/enrolment.ts';
import { invitePeople } from '#domain/members/invite-people.server.ts';
import { remarksOn } from '#domain/members/member-rows.server.ts';
import { findPractice, listPractices } from '#domain/members/members.server.ts';
import { type MembersRefusal, membersText } from '#domain/members/members.text.ts';
import { hasPractice, kindIn } from '#domain/members/membership.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params, url }) => {
  const { frame, roles } = await parent();
  if (!roles.includes('coordinator')) error(404, accessText[locals.locale].not_found);
  const practices = await locals.inCluster(params.cluster, listPractices);
  const above = { href: `/c/${params.cluster}/members`, label: membersText[locals.locale].title };
  return { practices, chosen: url.searchParams.get('practice'), frame: { ...frame, crumbs: [above] } };
};

type Typed = { name: string; email: string; practiceId: string; kind: string };
type Refused = { problems: RowProblem[]; refusals: MembersRefusal[] };

async function rowOf(scope: ClusterScope, typed: Typed): Promise<Row> {
  const kind = kindIn(typed.kind) ?? 'doctor';
  const practice = hasPractice(kind) ? await findPractice(scope, typed.practiceId) : null;
  const place = { practice: practice?.name ?? '', number: practice?.numbers[0]?.number ?? '' };
  return { name: typed.name, email: typed.email, kind, ...place, isLeftOut: false };
}

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const form = await request.formData();
    const text = (field: string) => String(form.get(field) ?? '').trim();
    const typed: Typed = {
      name: text('name'),
      email: text('email').toLowerCase(),
      practiceId: text('practice'),
      kind: text('kind'),
    };
    const outcome = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const row = await rowOf(scope, typed);
        const [remark] = await remarksOn(scope, [row]);
        const problems = remark!.problems;
        if (!row.name) problems.push('name_missing');
        if (!isAnEmail(row.email)) problems.push('email_malformed');
        if (hasPractice(row.kind) && !row.practice) problems.push('practice_missing');
        if (problems.length > 0) return { problems: [...new Set(problems)], refusals: [] } satisfies Refused;
        const invited = await invitePeople(scope, scope.clusterId, [row]);
        if (invited.done) return invited.made;
        return { problems: [], refusals: [invited.reason] } satisfies Refused;
      },
      form,
    );
    if ('refusals' in outcome) return fail(400, { typed, ...outcome });
    redirect(303, `/c/${params.cluster}/members?practices=0&people=${outcome.people}`);
  },
};
