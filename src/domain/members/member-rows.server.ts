import { sql } from 'kysely';
import { isExampleNumber } from '#domain/clusters/example-number.ts';
import type { ClusterScope, PersonScope } from '#platform/scope.server.ts';
import { gapsOf, problemsOf, type Row, type RowRemark } from './enrolment.ts';
import { hasAnotherNumber, isAnothersNumber, listKnownPractices } from './known-practices.server.ts';

/** Holds the rows of a member list against what is known: nothing is stored, and who has an address is not told. */
export async function remarksOn(scope: ClusterScope | PersonScope, rows: Row[]): Promise<RowRemark[]> {
  const counted = rows.filter((row) => !row.isLeftOut);
  const elsewhere = await listNumbersElsewhere(scope, counted);
  const unusable = await listUnusableAddresses(scope, counted);
  const addresses = await listKnownAddresses(scope);
  const known = scope.kind === 'cluster' ? await listKnownPractices(scope, scope.clusterId) : [];
  const gaps = gapsOf(rows);
  return problemsOf(rows).map((problems, at) => {
    const row = rows[at]!;
    const isKnown = addresses.has(row.email);
    if (row.isLeftOut) return { problems: [], gaps: [], isKnown };
    const listed = { name: row.practice, number: row.number || null };
    const found = [...problems];
    if (elsewhere.has(row.number)) found.push('practice_elsewhere');
    else if (hasAnotherNumber(listed, known)) found.push('number_differs');
    else if (isAnothersNumber(listed, known)) found.push('number_taken');
    if (scope.isExample && row.number && !isExampleNumber(row.number)) found.push('number_not_example');
    if (unusable.has(row.email)) found.push('email_unusable');
    return { problems: found, gaps: gaps[at]!, isKnown };
  });
}

async function listNumbersElsewhere({ db, ...scope }: ClusterScope | PersonScope, rows: Row[]) {
  const numbers = rows.map(({ number }) => number).filter(Boolean);
  // An invented cluster takes invented numbers alone, and many may use the same ones.
  if (numbers.length === 0 || scope.isExample) return new Set<string>();
  const found = await sql<{ number: string }>`select number from numbers_elsewhere(${numbers})`.execute(db);
  return new Set(found.rows.map(({ number }) => number));
}

async function listUnusableAddresses({ db }: ClusterScope | PersonScope, rows: Row[]) {
  const emails = rows.map(({ email }) => email).filter(Boolean);
  if (emails.length === 0) return new Set<string>();
  const found = await sql<{ address: string }>`select address from addresses_elsewhere(${emails})`.execute(
    db,
  );
  return new Set(found.rows.map(({ address }) => address));
}

async function listKnownAddresses(scope: ClusterScope | PersonScope): Promise<Set<string>> {
  if (scope.kind !== 'cluster') return new Set();
  const found = await scope.db
    .selectFrom('member as m')
    .innerJoin('personAddress as a', 'a.personId', 'm.personId')
    .select('a.email')
    .where('m.clusterId', '=', scope.clusterId)
    .where(sql<boolean>`m.valid @> current_day()`)
    .execute();
  return new Set(found.map(({ email }) => email));
}
