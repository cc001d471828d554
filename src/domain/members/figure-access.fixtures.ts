import { sql } from 'kysely';
import { type ACluster, aCluster, aMember, type Somebody } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { newKey } from './practice-key.ts';

export const LATER = new Date(NOW.getTime() + 86_400_000);

/** A new working key of the practice, as the practice holds it; an earlier one stops working. */
export async function aKey(practiceId: string): Promise<string> {
  const key = newKey(crypto.getRandomValues(new Uint8Array(10)));
  await owner
    .updateTable('practiceKey')
    .set({ endedAt: NOW })
    .where('practiceId', '=', practiceId)
    .where('endedAt', 'is', null)
    .execute();
  await owner
    .insertInto('practiceKey')
    .values({
      practiceKeyId: newId(),
      practiceId,
      keyHash: sql<Buffer>`hash_of(${key})`,
      madeAt: NOW,
    })
    .execute();
  return key;
}

/**
 * A cluster of two practices. The first is the coordinator's. The second, the clinic, has a key, a doctor who can
 * see its figures, and one waiting person of each kind.
 */
export async function aClinic() {
  const cluster = await aCluster({ practices: 2 });
  const { practiceId, doctor } = cluster.practices[1]!;
  const waits = (kind: string, name: string) => aMember(cluster, { practiceId, kind, name });
  const waiting = {
    doctor: await waits('doctor', 'Bo Bjerre'),
    trainee: await waits('trainee', 'Tea Toft'),
    staff: await waits('staff', 'Siv Sand'),
  };
  return { cluster, practiceId, doctor, waiting, key: await aKey(practiceId) };
}

/** Whether the person can open the figures of that practice now. */
export async function sees(cluster: ACluster, who: Somebody, practiceId: string, now = NOW) {
  const query = sql<{ practiceId: string }>`select practice_id from own_practices()`;
  const own = await cluster.as(who, ({ db }) => query.execute(db), { now });
  return own?.rows.some((row) => row.practiceId === practiceId) ?? false;
}

/** Everything that the commands of a practice could have stored, for tests of what was left alone. */
export async function everythingStored() {
  const { rows } = await sql<{ stored: string }>`
    select json_build_object(
      'access', (select json_agg(a order by member_id) from figure_access a),
      'practices', (select json_agg(p order by practice_id) from practice p),
      'answers', (select json_agg(s order by practice_id, source_id, answered_at) from source_answer s),
      'spreads', (select json_agg(json_build_array(spread_id, taken_down_at) order by spread_id) from spread),
      'journal', (select json_agg(j order by journal_id) from journal j),
      'letters', (select json_agg(l order by letter_id) from letter l))::text as stored`.execute(owner);
  return rows[0]!.stored;
}

/** The letters that tell of somebody who can see the figures from now on: to whom, and of whom. */
export async function told({ clusterId }: ACluster) {
  const letters = await owner
    .selectFrom('letter')
    .select(['personId', 'facts'])
    .where('kind', '=', 'colleague_opened')
    .where('clusterId', '=', clusterId)
    .execute();
  return letters.map(({ personId, facts }) => ({ personId, ...(facts as { colleague: string }) }));
}

/** What the person did, as the journal has it, oldest first. */
export async function journalOf({ personId }: Somebody) {
  const lines = await owner
    .selectFrom('journal')
    .select(['event', 'subject'])
    .where('personId', '=', personId)
    .orderBy('at')
    .execute();
  return lines.map(({ event, subject }) => `${event} ${subject}`);
}

/** Ends a membership on the day before the test plays, as a coordinator may. */
export async function endMembership({ memberId }: Somebody): Promise<void> {
  await owner
    .updateTable('member')
    .set({ valid: '[2020-01-01,2026-03-01)' })
    .where('memberId', '=', memberId)
    .execute();
}
