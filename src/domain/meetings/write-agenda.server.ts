import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { findMember } from '#domain/members/members.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listAgenda } from './agenda.server.ts';
import {
  type AgendaItem,
  type AgendaWish,
  MOST_AGENDA_ITEMS,
  placed,
  refusalOfAgendaItem,
} from './agenda.ts';
import { refusalOfPlanning } from './meeting.ts';
import { findMeetingToChange } from './meetings.server.ts';

const rule = { permission: 'agenda.write', event: 'agenda.changed' } as const;

/** Adds an item to a meeting's agenda: at a place counted from 1, or last. Answers its id. */
export const addToAgenda = command(
  rule,
  async (scope: ClusterScope, meetingId: string, wish: AgendaWish, place: number | null) => {
    const agenda = await openAgenda(scope, meetingId);
    if (typeof agenda === 'string') return refused(agenda);
    const refusal = await refusalOf(scope, wish);
    if (refusal) return refused(refusal);
    if (agenda.length >= MOST_AGENDA_ITEMS) return refused('agenda_full');
    const agendaItemId = randomUUID();
    await insert(scope, meetingId, { ...wish, agendaItemId, notes: '' });
    await arrange(
      scope,
      meetingId,
      placed([...idsOf(agenda), agendaItemId], agendaItemId, place ?? agenda.length + 1),
    );
    return made({ agendaItemId });
  },
);

/** Changes an item of a meeting's agenda: what it is called, its kind, minutes, owner and material. Not its notes. */
export const changeAgendaItem = command(
  rule,
  async (scope: ClusterScope, meetingId: string, agendaItemId: string, wish: AgendaWish) => {
    const agenda = await openAgenda(scope, meetingId);
    if (typeof agenda === 'string') return refused(agenda);
    if (!idsOf(agenda).includes(agendaItemId)) return refused('no_such_agenda_item');
    const refusal = await refusalOf(scope, wish);
    if (refusal) return refused(refusal);
    await scope.db
      .updateTable('agendaItem')
      .set(columnsOf(wish))
      .where('agendaItemId', '=', agendaItemId)
      .execute();
    return done;
  },
);

/** Moves an item to a place counted from 1; all others keep their order, and all times follow. */
export const placeOnAgenda = command(
  rule,
  async (scope: ClusterScope, meetingId: string, agendaItemId: string, place: number) => {
    const agenda = await openAgenda(scope, meetingId);
    if (typeof agenda === 'string') return refused(agenda);
    if (!idsOf(agenda).includes(agendaItemId)) return refused('no_such_agenda_item');
    await arrange(scope, meetingId, placed(idsOf(agenda), agendaItemId, place));
    return done;
  },
);

/**
 * Takes an item off a meeting's agenda. One with decisions or actions, or which is a guest's, stays: something else
 * hangs on it.
 */
export const takeOffAgenda = command(
  rule,
  async (scope: ClusterScope, meetingId: string, agendaItemId: string) => {
    const agenda = await openAgenda(scope, meetingId);
    if (typeof agenda === 'string') return refused(agenda);
    if (!idsOf(agenda).includes(agendaItemId)) return refused('no_such_agenda_item');
    const tie = await tieOf(scope, agendaItemId);
    if (tie) return refused(tie);
    await scope.db.deleteFrom('agendaItem').where('agendaItemId', '=', agendaItemId).execute();
    await arrange(
      scope,
      meetingId,
      idsOf(agenda).filter((id) => id !== agendaItemId),
    );
    return done;
  },
);

/** Puts an item back where it was, with its notes: the undo of taking it off. */
export const putBackOnAgenda = command(
  rule,
  async (scope: ClusterScope, meetingId: string, item: AgendaItem, place: number) => {
    const agenda = await openAgenda(scope, meetingId);
    if (typeof agenda === 'string') return refused(agenda);
    if (idsOf(agenda).includes(item.agendaItemId)) return refused('on_the_agenda_already');
    const refusal = await refusalOf(scope, item);
    if (refusal) return refused(refusal);
    await insert(scope, meetingId, item);
    await arrange(scope, meetingId, placed([...idsOf(agenda), item.agendaItemId], item.agendaItemId, place));
    return done;
  },
);

// The meeting is held on to until the transaction is done: two who reorder at once come after one another.
async function openAgenda(scope: ClusterScope, meetingId: string) {
  const meeting = await findMeetingToChange(scope, meetingId);
  if (!meeting) return 'no_such_meeting';
  return refusalOfPlanning(meeting) ?? listAgenda(scope, meetingId);
}

async function refusalOf(scope: ClusterScope, wish: AgendaWish) {
  const refusal = refusalOfAgendaItem(wish);
  if (refusal) return refusal;
  return wish.ownerId && !(await findMember(scope, wish.ownerId)) ? 'no_such_member' : null;
}

async function tieOf({ db }: ClusterScope, agendaItemId: string) {
  const { rows } = await sql<{ isResolved: boolean; isAGuests: boolean }>`
    select exists (select from resolution where agenda_item_id = ${agendaItemId}) as is_resolved,
      exists (select from guest where agenda_item_id = ${agendaItemId}) as is_a_guests`.execute(db);
  if (rows[0]?.isResolved) return 'has_resolutions';
  return rows[0]?.isAGuests ? 'is_a_guests' : null;
}

async function insert(
  { db, clusterId }: ClusterScope,
  meetingId: string,
  { agendaItemId, notes, ...wish }: AgendaWish & { agendaItemId: string; notes: string },
): Promise<void> {
  const row = { ...columnsOf(wish), agendaItemId, notes, clusterId, meetingId, position: 0 };
  await db.insertInto('agendaItem').values(row).execute();
}

function columnsOf({ title, kind, minutes, owner, ownerId, material }: AgendaWish) {
  return { title, kind, minutes, owner: ownerId ? '' : owner, ownerId, material };
}

const idsOf = (agenda: readonly { agendaItemId: string }[]) => agenda.map(({ agendaItemId }) => agendaItemId);

async function arrange({ db }: ClusterScope, meetingId: string, ids: readonly string[]): Promise<void> {
  await sql`
    update agenda_item a set position = o.at from unnest(${[...ids]}::uuid[]) with ordinality as o (id, at)
    where a.agenda_item_id = o.id and a.meeting_id = ${meetingId}`.execute(db);
}
