import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import type { MeetingKind, MeetingState } from '#domain/meetings/meeting.ts';
import { done, refused } from '#platform/outcome.ts';
import type { HolderScope } from '#platform/scope.server.ts';
import type { Headcount } from './venue.ts';

/** What a venue sees of a meeting: never a name. What it was told is null while it has been told nothing. */
export type VenuePage = Headcount & {
  venueToldId: string | null;
  clusterName: string;
  kind: MeetingKind;
  state: MeetingState;
  heldOn: string | null;
  startsAt: string | null;
  minutes: number;
  place: string;
  address: string;
  toldAt: Date | null;
  confirmedAt: Date | null;
  /** What it was told is still where and when the meeting is. */
  isCurrent: boolean;
};

/** The page of the venue whose link this is, or null when the meeting is no more. */
export async function findVenuePage({ db }: HolderScope): Promise<VenuePage | null> {
  const { rows } = await sql<VenuePage>`
    select venue_told_id, cluster_name, kind, state, held_on, starts_at, minutes, place, address, coalesce(people, 0) as people,
      coalesce(diets, '{}') as diets, told_at, confirmed_at, coalesce(is_current, false) as is_current from venue_page()`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** The venue says that it has what it was shown. Refused when it has been told other numbers since, or the meeting moved. */
export const confirmVenue = command(
  { permission: 'venue.confirm', event: 'venue.confirmed' },
  async ({ db }: HolderScope, venueToldId: string) => {
    const { rows } = await sql<{
      isConfirmed: boolean;
    }>`select confirm_venue(${venueToldId}) as is_confirmed`.execute(db);
    return rows[0]?.isConfirmed ? done : refused('numbers_changed');
  },
);
