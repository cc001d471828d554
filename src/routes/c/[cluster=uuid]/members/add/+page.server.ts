import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { queryOfEnrolled } from '#domain/members/enrolled.ts';
import { type Row, type RowRemark, rowsIn } from '#domain/members/enrolment.ts';
import { rowsOf, withRoom } from '#domain/members/founding.ts';
import { invitePeople } from '#domain/members/invite-people.server.ts';
import type { Doubt } from '#domain/members/list-people.ts';
import { remarksOn } from '#domain/members/member-rows.server.ts';
import { type MembersRefusal, membersText } from '#domain/members/members.text.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, locals, params }) => {
  const { frame, roles } = await parent();
  if (!roles.includes('coordinator')) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/members`, label: membersText[locals.locale].title };
  return { frame: { ...frame, isBroad: true, crumbs: [above] } };
};

/** What the page shows beside the fields; step 2 has rows. */
type Shown = {
  rows: Row[];
  remarks: RowRemark[];
  doubts: Doubt[][];
  notRead: string[];
  refusals: MembersRefusal[];
};
const NOTHING: Shown = { rows: [], remarks: [], doubts: [], notRead: [], refusals: [] };

async function shown(scope: ClusterScope, found: Row[]): Promise<Shown> {
  const { rows } = withRoom(found, null);
  return { ...NOTHING, rows, remarks: await remarksOn(scope, rows) };
}

const listIn = (form: FormData) => String(form.get('list') ?? '');

export const actions: Actions = {
  /** Reads the pasted text into rows, and stores nothing. */
  read: async ({ locals, params, request }) => {
    const form = await request.formData();
    const list = listIn(form);
    const read = rowsOf(list);
    if (typeof read === 'string') return fail(400, { step: 1, list, ...NOTHING, refusals: [read] });
    const { rows, doubts, notRead } = read;
    const seen = await locals.inCluster(params.cluster, (scope) => shown(scope, rows));
    return { step: 2, list, ...seen, doubts, notRead };
  },
  /** Looks at the rows again, as they were corrected, and stores nothing. */
  check: async ({ locals, params, request }) => {
    const form = await request.formData();
    const seen = await locals.inCluster(params.cluster, (scope) => shown(scope, rowsIn(form)));
    return { step: 2, list: listIn(form), ...seen };
  },
  send: async ({ locals, params, request }) => {
    const form = await request.formData();
    const rows = rowsIn(form);
    const outcome = await locals.inCluster(
      params.cluster,
      async (scope) => {
        const invited = await invitePeople(scope, scope.clusterId, rows);
        if (invited.done) return invited.made;
        const again: Shown = { ...(await shown(scope, rows)), refusals: [invited.reason] };
        return again;
      },
      form,
    );
    if ('rows' in outcome) return fail(409, { step: 2, list: listIn(form), ...outcome });
    redirect(303, `/c/${params.cluster}/members?${queryOfEnrolled(outcome)}`);
  },
};
