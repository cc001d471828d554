import { sql, type Transaction } from 'kysely';
import type { DB } from '#platform/database.ts';
import { NOW, web, worker } from '#test/world.ts';

/** Runs SQL as web for whoever holds the token, in a cluster and for a source, and takes everything back. */
export async function asWeb<T>(
  who: { token: string } | { link: string },
  place: { clusterId?: string | undefined; sourceId?: string | undefined },
  work: (db: Transaction<DB>) => Promise<T>,
): Promise<T> {
  const transaction = await web.startTransaction().execute();
  const { clusterId = null, sourceId = null } = place;
  const entered =
    'link' in who
      ? sql`select * from enter_by_link(${who.link}, ${NOW})`
      : sql`select * from enter(${who.token}, ${clusterId}, ${sourceId}, ${NOW})`;
  try {
    await entered.execute(transaction);
    return await work(transaction);
  } finally {
    await transaction.rollback().execute();
  }
}

/** Runs SQL as the worker, and takes everything back. */
export async function asWorker<T>(work: (db: Transaction<DB>) => Promise<T>): Promise<T> {
  const transaction = await worker.startTransaction().execute();
  try {
    return await work(transaction);
  } finally {
    await transaction.rollback().execute();
  }
}

/** How many rows a statement changed or found; `denied` when the database refuses it. */
export async function triedOf(
  db: Transaction<DB>,
  statement: ReturnType<typeof sql>,
): Promise<number | 'denied'> {
  try {
    const { rows, numAffectedRows } = await statement.execute(db);
    return numAffectedRows === undefined || rows.length > 0 ? rows.length : Number(numAffectedRows);
  } catch (problem) {
    const { code } = problem as { code?: string };
    if (code === '42501' || code === '23P01' || code === '23503') return 'denied';
    throw problem;
  }
}
