import { sql } from 'kysely';
import { followAgreements } from '#domain/agreements/follow-agreements.server.ts';
import type { MeetingLetter } from '#domain/notices/letters.server.ts';
import { isMeetingLetter } from '#domain/notices/meeting-letter.ts';
import { prepareMeetingLetter } from '#domain/notices/prepare-meeting-letter.server.ts';
import { followOrders } from '#domain/orders/follow-orders.server.ts';
import { tellOfTheWeek } from '#domain/overview/tell-of-the-week.server.ts';
import { openDatabase } from '#platform/database.ts';
import { asSystem } from '#platform/scope.server.ts';
import type { Copy } from './attacked-world.ts';

// The day on which the agreement is measured again is a Wednesday; those who plan are told of their week on Mondays.
const DAYS = ['2026-10-12T06:00:00Z', '2026-10-14T06:00:00Z'].map((day) => new Date(day));
const DESK = { publicUrl: 'https://klynge.example', sender: 'klynge@klynge.example' };

/** Closes the meeting, lets its figures be measured again, and answers every letter that comes of it, as it would go. */
export async function lettersAfter(copy: Copy, meetingId: string): Promise<string[]> {
  await sql`update meeting set state = 'closed', held_on = '2026-02-20', closed_at = now() where meeting_id = ${meetingId}`.execute(
    copy.owner,
  );
  const worker = openDatabase(copy.urls.worker, 1);
  for (const now of DAYS)
    await asSystem(worker, { now }, async (scope) => {
      await followOrders(scope);
      await followAgreements(scope);
      await tellOfTheWeek(scope);
    });
  const letters = await asSystem(worker, { now: DAYS[1]! }, async (scope) => {
    const { rows } = await sql<MeetingLetter>`
      select letter_id, kind, person_id, email, cluster_id, meeting_id, guest_id, figure_order_id, reply_to_id, facts,
        message_id, written_at, attempts from letter where sent_at is null order by written_at, letter_id`.execute(
      scope.db,
    );
    const sheets: string[] = [];
    for (const letter of rows.filter(({ kind }) => isMeetingLetter(kind)))
      sheets.push(`${letter.kind} ${JSON.stringify(await prepareMeetingLetter(scope, letter, DESK))}`);
    return sheets;
  });
  await worker.destroy();
  return letters;
}
