import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { made, type Outcome, refused } from '#platform/outcome.ts';
import { type QrCode, qrOf } from '#platform/qr.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { aLinkToken, printOf } from './link-token.server.ts';

/**
 * Makes a link to a member's own page that is handed over on paper, ending the one before it. Only for somebody whom
 * a letter about this meeting could not reach, or who was reminded and has not answered, and the journal says who made
 * it: whoever holds the link answers in that member's name. The token is the caller's to show; nothing keeps it.
 */
export const handOverLink = command(
  { permission: 'link.hand_over', event: 'link.handed_over' },
  async ({ db }: ClusterScope, memberId: string, meetingId: string, token: string) => {
    const { rows } = await sql<{ made: boolean }>`
      select hand_over_link(${meetingId}::uuid, ${memberId}::uuid, ${token}) as made`.execute(db);
    return rows[0]?.made ? made({ print: printOf(token) }) : refused('reached_by_mail');
  },
);

/** The members who may be handed a link on paper about a meeting, for those who arrange it. */
export async function listOnPaper({ db, clusterId }: ClusterScope, meetingId: string): Promise<string[]> {
  const { rows } = await sql<{ memberId: string }>`
    select member_id from member where cluster_id = ${clusterId} and may_be_handed(${meetingId}, member_id)
    order by member_id`.execute(db);
  return rows.map(({ memberId }) => memberId);
}

/** The name of a member who may be handed a link on paper about a meeting; null for anybody else. */
export async function findOnPaper(
  { db, clusterId }: ClusterScope,
  meetingId: string,
  memberId: string,
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select p.name from member m join person p using (person_id)
    where m.cluster_id = ${clusterId} and m.member_id = ${memberId} and may_be_handed(${meetingId}, m.member_id)`.execute(
    db,
  );
  return rows[0]?.name ?? null;
}

/** A link on paper: its address, the code that a camera reads, and whose it is. */
export type Paper = { url: string; code: QrCode; name: string };

/** Makes the link for the paper, and shows it this once. Sent twice, the second is told that it was made. */
export async function makePaper(
  scope: ClusterScope,
  memberId: string,
  meetingId: string,
  origin: string,
): Promise<Outcome<'reached_by_mail' | 'made_already' | 'confirm_again', Paper>> {
  const token = aLinkToken();
  const outcome = await handOverLink(scope, memberId, meetingId, token);
  if (!outcome.done) return outcome;
  if (outcome.made.print !== printOf(token)) return refused('made_already');
  const { name } = await scope.db
    .selectFrom('member as m')
    .innerJoin('person as p', 'p.personId', 'm.personId')
    .select('p.name')
    .where('m.memberId', '=', memberId)
    .executeTakeFirstOrThrow();
  const url = `${origin}/m/${token}`;
  return made({ url, code: qrOf(url), name });
}
