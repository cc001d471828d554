import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, type Outcome, refused } from '#platform/outcome.ts';
import { type QrCode, qrOf } from '#platform/qr.ts';
import type { ClusterScope, HolderScope } from '#platform/scope.server.ts';

// Drawn anew by every process. It makes a repeated command answer the code that the first one made, and no other.
const secret = randomBytes(32);

// As many as nobody guesses, and few enough to be typed from the wall.
const BYTES = 16;

/** What hangs on the wall: the address of the room, and the same as a code for a camera. */
export type RoomCode = { address: string; code: QrCode };

/**
 * Opens the room of a meeting: makes a code that whoever is there can scan until two hours after it. It is
 * answered this once, on the origin that the page was asked from, and kept nowhere in clear; a page that is sent twice
 * answers the same one.
 */
export async function openRoom(
  scope: ClusterScope,
  meetingId: string,
  origin: string,
): Promise<Outcome<'no_such_room' | 'confirm_again', RoomCode>> {
  const opened = await open(scope, meetingId);
  if (!opened.done) return opened;
  const address = `${origin}/r/${tokenOf(scope, meetingId)}`;
  return made({ address, code: qrOf(address) });
}

const open = command(
  { permission: 'attendance.register', event: 'room.opened' },
  async (scope: ClusterScope, meetingId: string) => {
    const { rows } = await sql<{ opened: boolean }>`
      select open_room(${meetingId}::uuid, ${tokenOf(scope, meetingId)}) as opened`.execute(scope.db);
    return rows[0]?.opened ? made({ opened: true }) : refused('no_such_room');
  },
);

/** Ends every code of a meeting's room. Answers how many there were. */
export const closeRoom = command(
  { permission: 'attendance.register', event: 'room.opened' },
  async (scope: ClusterScope, meetingId: string) => {
    const { rows } = await sql<{ ended: number }>`select close_room(${meetingId}::uuid) as ended`.execute(
      scope.db,
    );
    return made({ ended: rows[0]?.ended ?? 0 });
  },
);

function tokenOf({ commandId, personId }: ClusterScope, meetingId: string): string {
  return createHmac('sha256', secret)
    .update(`${personId} ${commandId} ${meetingId}`)
    .digest()
    .subarray(0, BYTES)
    .toString('base64url');
}

/** The meeting that is being held where the code hangs. `isOpen` on its day until two hours after it, or until it is closed. */
export type Room = {
  meetingId: string;
  title: string;
  heldOn: string;
  startsAt: string;
  minutes: number;
  place: string;
  isOpen: boolean;
};

/** A name to choose in the room. Who has come is not told there. */
export type RoomName = { memberId: string; name: string; practiceName: string };

/** The room that a link opens, and the names to choose between, by practice; null for a link that opens no room. */
export async function findRoom({ db }: HolderScope): Promise<{ room: Room; names: RoomName[] } | null> {
  const rooms = await sql<Room>`
    select meeting_id, title, held_on, starts_at, minutes, place, is_open from room()`.execute(db);
  const names = await sql<RoomName>`select member_id, name, practice_name from room_names()`.execute(db);
  const [room] = rooms.rows;
  return room ? { room, names: names.rows } : null;
}

/** Registers the member of a name on the list as being there. Answers the name; twice comes to the same. */
export const sayHere = command(
  { permission: 'attendance.tell', event: 'attendance.registered' },
  async (scope: HolderScope, memberId: string) => {
    const { rows } = await sql<{ name: string | null }>`select say_here(${memberId}::uuid) as name`.execute(
      scope.db,
    );
    const name = rows[0]?.name;
    return name ? made({ name }) : refused('no_such_member');
  },
);

/** Takes back a name that was chosen by mistake, within a quarter of an hour. */
export const sayNotHere = command(
  { permission: 'attendance.tell', event: 'attendance.taken_out' },
  async (scope: HolderScope, memberId: string) => {
    const { rows } = await sql<{ gone: boolean }>`select say_not_here(${memberId}::uuid) as gone`.execute(
      scope.db,
    );
    return rows[0]?.gone ? made({ gone: true }) : refused('too_late_to_undo');
  },
);
