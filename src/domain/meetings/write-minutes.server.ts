import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listAgenda } from './agenda.server.ts';
import { LONGEST } from './agenda.ts';
import { refusalOfPlanning } from './meeting.ts';
import { findMeeting } from './meetings.server.ts';
import { onlyMinuteTakers, whileMinutesAreWritten } from './minute-taker.server.ts';
import { fateOf, tidied } from './minutes.ts';

/** What was typed into an item, and what the page showed there when the typing began. */
export type TypedNotes = { agendaItemId: string; was: string; typed: string };

/** An item that somebody else wrote into meanwhile, with what stands there now. */
export type NotesConflict = { agendaItemId: string; typed: string; now: string };

/**
 * Writes notes into the items of a meeting. What nobody else has touched meanwhile is stored; where somebody has, both
 * texts are answered as a conflict and nothing of that item is stored. Too long a text refuses all.
 */
export const writeMinutes = command(
  { permission: 'minutes.take', event: 'minutes.written' },
  async (scope: ClusterScope, meetingId: string, written: readonly TypedNotes[]) => {
    await whileMinutesAreWritten(scope, meetingId);
    const meeting = await findMeeting(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfPlanning(meeting);
    if (refusal) return refused(refusal);
    await onlyMinuteTakers(scope, meetingId);
    if (written.some(({ typed }) => tidied(typed).length > LONGEST.notes)) return refused('notes_too_long');
    const now = new Map((await listAgenda(scope, meetingId)).map((item) => [item.agendaItemId, item.notes]));
    if (!written.every(({ agendaItemId }) => now.has(agendaItemId))) return refused('no_such_agenda_item');
    const conflicts: NotesConflict[] = [];
    let stored = 0;
    for (const { agendaItemId, ...texts } of written) {
      const text = { was: tidied(texts.was), typed: tidied(texts.typed), now: now.get(agendaItemId)! };
      const fate = fateOf(text);
      if (fate === 'conflict') conflicts.push({ agendaItemId, typed: text.typed, now: text.now });
      if (fate !== 'store') continue;
      await store(scope, agendaItemId, text.typed);
      stored += 1;
    }
    return made({ stored, conflicts });
  },
);

async function store({ db }: ClusterScope, agendaItemId: string, notes: string): Promise<void> {
  await sql`select write_notes(${agendaItemId}::uuid, ${notes})`.execute(db);
}
