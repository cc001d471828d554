import { randomUUID } from 'node:crypto';
import { fail, redirect } from '@sveltejs/kit';
import { listMunicipalities } from '#domain/clusters/municipalities.server.ts';
import { queryOfEnrolled } from '#domain/members/enrolled.ts';
import type { Row, RowRemark } from '#domain/members/enrolment.ts';
import { foundCluster } from '#domain/members/found-cluster.server.ts';
import {
  type Founding,
  type FoundingRefusal,
  foundingIn,
  ownRowOf,
  refusalsOfBeginning,
  rowsOf,
  withRoom,
} from '#domain/members/founding.ts';
import type { Doubt } from '#domain/members/list-people.ts';
import { remarksOn } from '#domain/members/member-rows.server.ts';
import { findOneself } from '#domain/members/sessions.server.ts';
import type { PersonScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.asPerson(async (scope) => ({
    municipalities: await listMunicipalities(scope),
    frame: { isBroad: true, isExample: scope.isExample },
  }));

/** What the page shows beside the fields; step 2 has rows. */
type Shown = {
  rows: Row[];
  own: number | null;
  remarks: RowRemark[];
  doubts: Doubt[][];
  notRead: string[];
  refusals: FoundingRefusal[];
};
const NOTHING: Shown = { rows: [], own: null, remarks: [], doubts: [], notRead: [], refusals: [] };

function typedIn(form: FormData) {
  const typed = (field: string) => String(form.get(field) ?? '');
  return { name: typed('name'), municipality: typed('municipality'), list: typed('list') };
}

async function shown(scope: PersonScope, founding: Pick<Founding, 'rows' | 'own'>): Promise<Shown> {
  const room = withRoom(founding.rows, founding.own);
  return { ...NOTHING, ...room, remarks: await remarksOn(scope, room.rows) };
}

export const actions: Actions = {
  /** Reads the pasted text into rows, and stores nothing. */
  read: async ({ locals, request }) => {
    const form = await request.formData();
    const typed = typedIn(form);
    const read = rowsOf(typed.list);
    return locals.asPerson(async (scope) => {
      const founding = foundingIn(form, await listMunicipalities(scope));
      const refusals = refusalsOfBeginning(founding, read);
      if (typeof read === 'string' || refusals.length > 0)
        return fail(400, { step: 1, typed, ...NOTHING, refusals });
      const own = ownRowOf(read.rows, await findOneself(scope));
      const { doubts, notRead } = read;
      return { step: 2, typed, ...(await shown(scope, { rows: read.rows, own })), doubts, notRead };
    });
  },
  /** Looks at the rows again, as they were corrected, and stores nothing. */
  check: async ({ locals, request }) => {
    const form = await request.formData();
    return locals.asPerson(async (scope) => {
      const founding = foundingIn(form, await listMunicipalities(scope));
      return { step: 2, typed: typedIn(form), ...(await shown(scope, founding)) };
    });
  },
  create: async ({ locals, request }) => {
    const form = await request.formData();
    const outcome = await locals.asPerson(async (scope) => {
      const founding = foundingIn(form, await listMunicipalities(scope));
      const founded = await foundCluster(scope, randomUUID(), founding);
      if (founded.done) return founded.made;
      const again: Shown = { ...(await shown(scope, founding)), refusals: [founded.reason] };
      return again;
    }, form);
    if ('rows' in outcome) return fail(409, { step: 2, typed: typedIn(form), ...outcome });
    const { clusterId, practices, ...came } = outcome;
    // The founder's own practice came with the cluster, and its number with it.
    const query = queryOfEnrolled({ ...came, practices: practices + 1, numbers: 0 });
    redirect(303, `/c/${clusterId}/members?${query}`);
  },
};
