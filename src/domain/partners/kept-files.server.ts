import { sql } from 'kysely';
import type { ClusterScope, HolderScope } from '#platform/scope.server.ts';
import type { KeptFile, MediaType } from './kept-file.ts';

/** Slides of a meeting, with the name of the guest who sent them; empty when the guest is on the list no longer. */
export type Slides = KeptFile & { guestName: string };

/** The slides that guests have sent for a meeting, the first first; everybody of the cluster may read them. */
export async function listSlides({ db }: ClusterScope, meetingId: string): Promise<Slides[]> {
  const { rows } = await sql<Slides>`
    select f.kept_file_id, f.guest_id, f.name, f.media_type, length(f.bytes) as bytes, coalesce(g.name, '') as guest_name
    from kept_file f left join meeting_guests(${meetingId}) g using (guest_id)
    where f.meeting_id = ${meetingId} and f.purpose = 'slides' order by f.kept_at, f.kept_file_id`.execute(
    db,
  );
  return rows;
}

/** The files that the guest of the link has sent. */
export async function listOwnFiles({ db }: HolderScope): Promise<Omit<KeptFile, 'mediaType' | 'guestId'>[]> {
  const { rows } = await sql<{ keptFileId: string; name: string; bytes: number }>`
    select kept_file_id, name, size as bytes from guest_files()`.execute(db);
  return rows;
}

/** A file to be handed out: of a meeting of the cluster, or the guest's own; null where there is none for this reader. */
export async function openFile(
  { db }: ClusterScope | HolderScope,
  meetingId: string,
  keptFileId: string,
): Promise<{ name: string; mediaType: MediaType; bytes: Buffer } | null> {
  const found = await db
    .selectFrom('keptFile')
    .select(['name', 'mediaType', 'bytes'])
    .where('keptFileId', '=', keptFileId)
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  return found ? { ...found, mediaType: found.mediaType as MediaType } : null;
}
