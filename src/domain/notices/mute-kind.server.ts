import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { HolderScope, PersonScope } from '#platform/scope.server.ts';
import { type MeetingLetterKind, mayBeMuted } from './meeting-letter.ts';

/** Ends mails of the kind that the link was made for. A second time changes nothing. */
export const muteByLink = command(
  { permission: 'letter.mute', event: 'letter.muted' },
  async ({ about, db }: HolderScope, _subject: string) => {
    if (!mayBeMuted(about)) return refused('cannot_be_muted');
    await sql`select mute_by_link()`.execute(db);
    return done;
  },
);

/** Lets mails of the link's kind come again. */
export const unmuteByLink = command(
  { permission: 'letter.mute', event: 'letter.unmuted' },
  async ({ db }: HolderScope, _subject: string) => {
    await sql`select unmute_by_link()`.execute(db);
    return done;
  },
);

/** Ends mails of a kind for whoever is signed in. */
export const muteKind = command(
  { permission: 'person.change', event: 'letter.muted' },
  async ({ db, now, personId }: PersonScope, kind: string) => {
    if (!mayBeMuted(kind)) return refused('cannot_be_muted');
    await db
      .insertInto('muted')
      .values({ personId, kind, mutedAt: now })
      .onConflict((earlier) => earlier.doNothing())
      .execute();
    return done;
  },
);

/** Lets mails of a kind come again to whoever is signed in. */
export const unmuteKind = command(
  { permission: 'person.change', event: 'letter.unmuted' },
  async ({ db, personId }: PersonScope, kind: string) => {
    await db.deleteFrom('muted').where('personId', '=', personId).where('kind', '=', kind).execute();
    return done;
  },
);

/** The kinds of mail that whoever is signed in wants no more of. */
export async function listMuted({ db }: PersonScope): Promise<MeetingLetterKind[]> {
  const rows = await db.selectFrom('muted').select('kind').orderBy('kind').execute();
  return rows.map(({ kind }) => kind).filter(mayBeMuted);
}
