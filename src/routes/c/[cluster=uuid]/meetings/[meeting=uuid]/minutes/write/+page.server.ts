import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { nextCommand } from '#domain/access/next-command.server.ts';
import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { dayOf, dayWritten } from '#domain/meetings/calendar-day.ts';
import { refusalOfPlanning } from '#domain/meetings/meeting.ts';
import { type MinutesRefusal, minutesText } from '#domain/meetings/minutes.text.ts';
import { findResolution, listActionsBefore, listResolutions } from '#domain/meetings/resolutions.server.ts';
import { resolve, settleAction, takeOutResolution } from '#domain/meetings/resolve.server.ts';
import { lineIn } from '#domain/meetings/typed.ts';
import { type NotesConflict, writeMinutes } from '#domain/meetings/write-minutes.server.ts';
import {
  type TypedResolution,
  typedOf,
  type WrittenPage,
  wishOfTyped,
  writtenIn,
} from '#domain/meetings/written-minutes.ts';
import { listMembers } from '#domain/members/members.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, meeting, writesMinutes } = await parent();
  if (!writesMinutes || refusalOfPlanning(meeting)) error(404, accessText[locals.locale].not_found);
  const at = `/c/${params.cluster}/meetings/${params.meeting}/minutes`;
  const stored = /^\d{1,3}$/.exec(url.searchParams.get('stored') ?? '')?.[0];
  return locals.inCluster(params.cluster, async (scope) => ({
    agenda: await listAgenda(scope, params.meeting),
    resolutions: await listResolutions(scope, params.meeting),
    actions: await listActionsBefore(scope, params.meeting),
    members: (await listMembers(scope)).map(({ memberId, name }) => ({ memberId, name })),
    stored: stored === undefined ? null : Number(stored),
    frame: {
      ...frame,
      crumbs: [...(frame.crumbs ?? []), { href: at, label: minutesText[locals.locale].title }],
    },
  }));
};

/** What came of one save: what was stored, what met another's words, what was refused and where, what was taken out. */
type Saved = {
  stored: number;
  conflicts: NotesConflict[];
  refusals: { of: string; refusal: MinutesRefusal }[];
  takenOut: { of: string; typed: TypedResolution } | null;
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const written = writtenIn(form);
    const saved = await locals.inCluster(
      params.cluster,
      (scope) => saveAll(scope, params.meeting, form, written),
      form,
    );
    const isDone = saved.conflicts.length === 0 && saved.refusals.length === 0 && !saved.takenOut;
    const here = lineIn(form, 'save');
    if (isDone) redirect(303, `${url.pathname}?stored=${saved.stored}${here ? `#a-${here}` : ''}`);
    return fail(409, { ...saved, written });
  },
};

async function saveAll(
  scope: ClusterScope,
  meetingId: string,
  form: FormData,
  { notes, resolutions }: WrittenPage,
) {
  const saved: Saved = { stored: 0, conflicts: [], refusals: [], takenOut: null };
  const texts = Object.entries(notes).map(([agendaItemId, text]) => ({ agendaItemId, ...text }));
  const outcome = await writeMinutes(nextCommand(scope, 'notes'), meetingId, texts);
  // Refused notes are not half of a save: what was resolved waits with them.
  if (!outcome.done) return { ...saved, refusals: [{ of: '', refusal: outcome.reason as MinutesRefusal }] };
  Object.assign(saved, outcome.made);
  for (const [of, typed] of Object.entries(resolutions)) {
    const resolved = await resolve(
      nextCommand(scope, `resolve ${of}`),
      meetingId,
      wishOfTyped(of, typed, dayOf(scope.now)),
    );
    if (!resolved.done) saved.refusals.push({ of, refusal: resolved.reason });
  }
  await pressed(scope, form, saved);
  return saved;
}

/** Besides saving, a button may say of an action that it is done or open, or take something out. */
async function pressed(scope: ClusterScope, form: FormData, saved: Saved): Promise<void> {
  const [done, open, out] = ['done', 'open', 'take-out'].map((field) => lineIn(form, field));
  if (done || open) {
    const settled = await settleAction(nextCommand(scope, 'settle'), done || open || '', Boolean(done));
    if (!settled.done) saved.refusals.push({ of: '', refusal: settled.reason });
  }
  if (!out) return;
  const was = await findResolution(scope, out);
  const taken = await takeOutResolution(nextCommand(scope, 'take-out'), out);
  if (!taken.done) saved.refusals.push({ of: '', refusal: taken.reason });
  else if (was) saved.takenOut = { of: was.agendaItemId ?? '', typed: typedOf(was, dayWritten(was.dueOn)) };
}
