import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Database, DB } from './database.ts';
import type { Context } from './reading.ts';

declare const proven: unique symbol;

/** What every scope has: one transaction, one moment, one command id. Only this file can make one. */
type Proven = { db: Transaction<DB>; now: Date; commandId: string; [proven]: true };

export type Role = 'member' | 'coordinator' | 'board' | 'treasurer' | 'secretary' | 'consultant';

/** A signed-in person inside one cluster; row-level security shows that cluster and no other. */
export type ClusterScope = Proven & {
  kind: 'cluster';
  clusterId: string;
  clusterName: string;
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
/** A member of a cluster who holds a link of their own: answers without a sign-in, and reaches no figure. */
export type MemberLinkScope = Proven &
  OpenedLink & { kind: 'member_link'; memberId: string; personId: string };
/** Whoever holds another link: a guest of one meeting, its venue, the room, a calendar, the end of a mail, a questionnaire. */
export type HolderScope = Proven &
  OpenedLink & { kind: 'guest' | 'venue' | 'room' | 'feed' | 'mute' | 'respondent' };
/** Somebody who answers for themselves and their clinic, signed in or by link. */
export type AnsweringScope = ClusterScope | MemberLinkScope;
/** The operator's tool and the jobs. */
export type SystemScope = Proven & { kind: 'system' };
export type Scope =
  | ClusterScope
  | PersonScope
  | SourceScope
  | LinkScope
  | MemberLinkScope
  | HolderScope
  | SystemScope;

/** What a link opens today, as the database told it. */
export type OpenedLink = {
  purpose: 'member' | HolderScope['kind'];
  clusterId: string;
  clusterName: string;
  isExample: boolean;
  memberId: string | null;
  personId: string | null;
  name: string | null;
  locale: string | null;
  meetingId: string | null;
  guestId: string | null;
  respondentId: string | null;
  about: string;
  expiresAt: Date;
};

/** Who asks, when, and with which command; the token is proved by the database and by nothing else. */
export type Caller = { token: string | null; now: Date; commandId?: string | undefined };

/** Whom a token belongs to, and what it opens today of the cluster and the source that were named. */
export type Visitor = {
  personId: string;
  name: string;
  clusterId: string | null;
  clusterName: string | null;
  sourceId: string | null;
  roles: Role[];
  isExample: boolean;
  confirmedAt: Date;
};
type Place = { clusterId?: string | undefined; sourceId?: string | undefined };

/** Runs the work inside a cluster that the caller belongs to today; null when there is none such. */
export function withinCluster<T>(
  database: Database,
  caller: Caller,
  clusterId: string,
  work: (scope: ClusterScope) => Promise<T>,
): Promise<T | null> {
  return entered(database, caller, { clusterId }, (base, who) => {
    const scope = who && clusterScope(base, who);
    return scope && work(scope);
  });
}

/** Runs the work for a signed-in person; null when the token opens nothing. */
export function forPerson<T>(
  database: Database,
  caller: Caller,
  work: (scope: PersonScope) => Promise<T>,
): Promise<T | null> {
  return entered(database, caller, {}, (base, who) => who && work(personScope(base, who)));
}

/** Runs the work for a data source that the caller delivers for today; null when there is none such. */
export function forSource<T>(
  database: Database,
  caller: Caller,
  sourceId: string,
  work: (scope: SourceScope) => Promise<T>,
): Promise<T | null> {
  return entered(database, caller, { sourceId }, (base, who) => {
    const scope = who && sourceScope(base, who);
    return scope && work(scope);
  });
}

/** Runs the work for somebody unknown, who may hold a link. */
export function forLink<T>(
  database: Database,
  caller: Caller,
  work: (scope: LinkScope) => Promise<T>,
): Promise<T> {
  return entered(database, { ...caller, token: null }, {}, (base) => work({ ...base, kind: 'link' }));
}

/** Runs the work for whoever holds this link to a page of a purpose; null when it opens no such thing today. */
export function throughLink<P extends OpenedLink['purpose'], T>(
  database: Database,
  { link, ...caller }: Omit<Caller, 'token'> & { link: string },
  purpose: P,
  work: (scope: P extends 'member' ? MemberLinkScope : HolderScope) => Promise<T>,
): Promise<T | null> {
  return database.transaction().execute(async (db) => {
    const { rows } = await sql<OpenedLink>`select * from enter_by_link(${link}, ${caller.now})`.execute(db);
    const [opened] = rows;
    if (!opened || opened.purpose !== purpose) return null;
    const kind = purpose === 'member' ? 'member_link' : purpose;
    const scope = { ...provenOn(db, { ...caller, token: null }), ...opened, kind };
    return work(scope as unknown as Parameters<typeof work>[0]);
  });
}

/** Runs the work as the installation itself. The database login decides what that may reach. */
export function asSystem<T>(
  database: Database,
  caller: Omit<Caller, 'token'>,
  work: (scope: SystemScope) => Promise<T>,
): Promise<T> {
  return entered(database, { ...caller, token: null }, {}, (base) => work({ ...base, kind: 'system' }));
}

/** Whom the caller's token belongs to, and what it opens of the named places; null when it opens nothing. */
export async function findVisitor(database: Database, caller: Caller, place: Place): Promise<Visitor | null> {
  const reading = database.reading(contextOf(caller, place));
  const { rows } = await sql<Visitor>`select * from visitor()`.execute(reading);
  return rows[0] ?? null;
}

/*
 * Scopes for a page that is looked at, of a visitor who was found for it: no transaction is held, and nothing can
 * be written. Who it is and which roles they have is as it was found; which rows they see is proved by the
 * database anew with every read.
 */

/** For looking at the cluster that the visitor was found in; null when they were found in none. */
export function lookWithinCluster(database: Database, caller: Caller, who: Visitor): ClusterScope | null {
  return clusterScope(looking(database, caller, { clusterId: who.clusterId ?? undefined }), who);
}

/** For looking at what is the visitor's own. */
export function lookAsPerson(database: Database, caller: Caller, who: Visitor): PersonScope {
  return personScope(looking(database, caller, {}), who);
}

/** For looking at the source that the visitor was found to deliver for; null when they were found at none. */
export function lookAsSource(database: Database, caller: Caller, who: Visitor): SourceScope | null {
  return sourceScope(looking(database, caller, { sourceId: who.sourceId ?? undefined }), who);
}

function looking(database: Database, caller: Caller, place: Place): Proven {
  return provenOn(database.reading(contextOf(caller, place)), caller);
}

function entered<T>(
  database: Database,
  caller: Caller,
  place: Place,
  work: (base: Proven, who: Visitor | null) => Promise<T> | null,
): Promise<T> {
  return database.transaction().execute(async (db) => {
    const { token, clusterId, sourceId, now } = contextOf(caller, place);
    const { rows } =
      await sql<Visitor>`select * from enter(${token}, ${clusterId}, ${sourceId}, ${now})`.execute(db);
    return (await work(provenOn(db, caller), rows[0] ?? null)) as T;
  });
}

function contextOf({ token, now }: Caller, { clusterId, sourceId }: Place): Context {
  return { token, now, clusterId: clusterId ?? null, sourceId: sourceId ?? null };
}

function provenOn(db: Transaction<DB>, { now, commandId }: Caller): Proven {
  return { db, now, commandId: commandId ?? randomUUID() } as Proven;
}

function clusterScope(base: Proven, { clusterId, clusterName, ...who }: Visitor): ClusterScope | null {
  if (!clusterId || !clusterName) return null;
  const { personId, roles, isExample, confirmedAt } = who;
  return { ...base, kind: 'cluster', clusterId, clusterName, personId, roles, isExample, confirmedAt };
}

function personScope(base: Proven, { personId, isExample, confirmedAt }: Visitor): PersonScope {
  return { ...base, kind: 'person', personId, isExample, confirmedAt };
}

function sourceScope(base: Proven, { sourceId, personId, isExample }: Visitor): SourceScope | null {
  return sourceId ? { ...base, kind: 'source', sourceId, personId, isExample } : null;
}
