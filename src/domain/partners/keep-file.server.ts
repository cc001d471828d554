import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope, HolderScope } from '#platform/scope.server.ts';
import { findGuestPage } from './guest-page.server.ts';
import { MOST_FILES } from './kept-file.ts';
import { listOwnFiles } from './kept-files.server.ts';
import type { ReceivedFile } from './receive-file.server.ts';

/** Keeps the slides that a guest sends. The same file sent twice is kept once. */
export const keepSlides = command(
  { permission: 'guest.answer', event: 'file.kept' },
  async (scope: HolderScope, keptFileId: string, file: ReceivedFile) => {
    const page = await findGuestPage(scope);
    if (!page || page.state === 'cancelled') return refused('meeting_gone');
    const twin = await findTwin(scope, file);
    if (twin) return made({ keptFileId: twin.keptFileId });
    if ((await listOwnFiles(scope)).length >= MOST_FILES) return refused('too_many_files');
    const { guestId, meetingId } = page;
    const { clusterId } = scope;
    await scope.db
      .insertInto('keptFile')
      .values({
        clusterId,
        keptFileId,
        meetingId,
        guestId,
        purpose: 'slides',
        ...file,
        keptAt: scope.now,
      })
      .execute();
    return made({ keptFileId });
  },
);

function findTwin({ db }: HolderScope, { name, bytes }: ReceivedFile) {
  return db
    .selectFrom('keptFile')
    .select('keptFileId')
    .where('name', '=', name)
    .where(sql<boolean>`sha256(bytes) = ${createHash('sha256').update(bytes).digest()}`)
    .executeTakeFirst();
}

/** Those who arrange take out any of the slides. */
export const takeOutSlides = command(
  { permission: 'guest.invite', event: 'file.taken_out' },
  (scope: ClusterScope, keptFileId: string) => takenOut(scope, keptFileId),
);
/** A guest takes a file of their own out again. */
export const takeBackSlides = command(
  { permission: 'guest.answer', event: 'file.taken_out' },
  (scope: HolderScope, keptFileId: string) => takenOut(scope, keptFileId),
);

// Which of them are whose to take out is the database's to know.
async function takenOut({ db }: ClusterScope | HolderScope, keptFileId: string) {
  const { numDeletedRows } = await db
    .deleteFrom('keptFile')
    .where('keptFileId', '=', keptFileId)
    .where('purpose', '=', 'slides')
    .executeTakeFirst();
  return numDeletedRows > 0n ? done : refused('no_such_file');
}
