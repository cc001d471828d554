import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Database, DB } from './database.ts';

declare const proven: unique symbol;

/** What every scope has: one transaction, one moment, one command id. Only this file can make one. */
type Proven = { db: Transaction<DB>; now: Date; commandId: string; [proven]: true };

export type Role = 'member' | 'coordinator' | 'board' | 'treasurer' | 'secretary' | 'consultant';

/** A signed-in person inside one cluster; row-level security shows that cluster and no other. */
export type ClusterScope = Proven & {
  kind: 'cluster';
  clusterId: string;
  personId: string;
  roles: readonly Role[];
  isExample: boolean;
  confirmedAt: Date;
};
/** A signed-in person across clusters: own practices, own sessions, own memberships. */
export type PersonScope = Proven & {
  kind: 'person';
  personId: string;
  isExample: boolean;
  confirmedAt: Date;
};
/** A person who delivers for a data source. */
export type SourceScope = Proven & { kind: 'source'; sourceId: string; personId: string; isExample: boolean };
/** Whoever holds a link, or nobody known. Never a practice, never a figure. */
export type LinkScope = Proven & { kind: 'link' };
/** The operator's tool and the jobs. */
export type SystemScope = Proven & { kind: 'system' };
export type Scope = ClusterScope | PersonScope | SourceScope | LinkScope | SystemScope;

/** Who asks, when, and with which command; the token is proved by the database and by nothing else. */
export type Caller = { token: string | null; now: Date; commandId?: string | undefined };

type Entered = {
  personId: string;
  clusterId: string | null;
  sourceId: string | null;
  roles: Role[];
  isExample: boolean;
  confirmedAt: Date;
};

/** Runs the work inside a cluster that the caller belongs to today; null when there is none such. */
export function withinCluster<T>(
  database: Database,
  caller: Caller,
  clusterId: string,
  work: (scope: ClusterScope) => Promise<T>,
): Promise<T | null> {
  return entered(database, caller, { clusterId }, (base, who) =>
    who?.clusterId ? work({ ...base, ...who, kind: 'cluster', clusterId: who.clusterId }) : null,
  );
}

/** Runs the work for a signed-in person; null when the token opens nothing. */
export function forPerson<T>(
  database: Database,
  caller: Caller,
  work: (scope: PersonScope) => Promise<T>,
): Promise<T | null> {
  return entered(database, caller, {}, (base, who) =>
    who ? work({ ...base, ...who, kind: 'person' }) : null,
  );
}

/** Runs the work for a data source that the caller delivers for today; null when there is none such. */
export function forSource<T>(
  database: Database,
  caller: Caller,
  sourceId: string,
  work: (scope: SourceScope) => Promise<T>,
): Promise<T | null> {
  return entered(database, caller, { sourceId }, (base, who) =>
    who?.sourceId ? work({ ...base, ...who, kind: 'source', sourceId: who.sourceId }) : null,
  );
}

/** Runs the work for somebody unknown, who may hold a link. */
export function forLink<T>(
  database: Database,
  caller: Caller,
  work: (scope: LinkScope) => Promise<T>,
): Promise<T> {
  return entered(database, { ...caller, token: null }, {}, (base) => work({ ...base, kind: 'link' }));
}

/** Runs the work as the installation itself. The database login decides what that may reach. */
export function asSystem<T>(
  database: Database,
  caller: Omit<Caller, 'token'>,
  work: (scope: SystemScope) => Promise<T>,
): Promise<T> {
  return entered(database, { ...caller, token: null }, {}, (base) => work({ ...base, kind: 'system' }));
}

function entered<T>(
  database: Database,
  caller: Caller,
  place: { clusterId?: string; sourceId?: string },
  work: (base: Proven, who: Entered | null) => Promise<T> | null,
): Promise<T> {
  return database.transaction().execute(async (db) => {
    const { rows } = await sql<Entered>`
      select * from enter(${caller.token}, ${place.clusterId ?? null}, ${place.sourceId ?? null}, ${caller.now})`.execute(
      db,
    );
    const base = { db, now: caller.now, commandId: caller.commandId ?? randomUUID() } as Proven;
    return (await work(base, rows[0] ?? null)) as T;
  });
}
