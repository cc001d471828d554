import { sql } from 'kysely';
import { listMigrations } from '#platform/migrations.ts';
import type { LinkScope, SystemScope } from '#platform/scope.server.ts';

export type Health = { database: boolean; migrations: boolean; worker: boolean };

/** A worker that has been silent for so long is taken to be gone. It speaks every twenty seconds. */
const SILENCE_MS = 90_000;

/** Whether the database answers, has just the migrations of this release, and has heard from the worker. */
export async function findHealth({ db, now }: LinkScope): Promise<Health> {
  const { rows } = await sql<{
    migrationNames: string[];
    workerAt: Date | null;
  }>`select * from health()`.execute(db);
  const { migrationNames, workerAt } = rows[0]!;
  const wanted = (await listMigrations()).map(({ name }) => name);
  return {
    database: true,
    migrations: wanted.join() === migrationNames.join(),
    worker: workerAt !== null && Math.abs(now.getTime() - workerAt.getTime()) <= SILENCE_MS,
  };
}

/** The worker says that it is there. */
export async function showSignOfLife({ db, now }: SystemScope): Promise<void> {
  await db
    .insertInto('workerSign')
    .values({ at: now })
    .onConflict((earlier) => earlier.column('onlyOne').doUpdateSet({ at: now }))
    .execute();
}
