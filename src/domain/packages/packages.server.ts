import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import {
  leadDaysOf,
  type MeetingPackage,
  type PackageChoice,
  type PackageDeadline,
  type PackageSummary,
} from './package.ts';

type Reader = Pick<Scope, 'db'>;

/**
 * A package as it is now, or null: one that came along, by key, or one of the cluster's own, by id, also when it has
 * ended. A meeting keeps its own copy.
 */
export async function findPackage({ db }: Reader, choice: PackageChoice): Promise<MeetingPackage | null> {
  const query =
    'packageKey' in choice
      ? db.selectFrom('package').select('definition').where('packageKey', '=', choice.packageKey)
      : db.selectFrom('ownPackage').select('definition').where('ownPackageId', '=', choice.ownPackageId);
  const row = await query.executeTakeFirst();
  return row ? (row.definition as unknown as MeetingPackage) : null;
}

type Row = Omit<PackageSummary, 'leadDays'> & { deadlines: PackageDeadline[] };

/** The packages that can be chosen, in short: the cluster's own by title, then those that came along by title. */
export async function listPackages({ db }: Reader): Promise<PackageSummary[]> {
  const shown: RawBuilder<unknown> = sql`definition->'title' as title, definition->'summary' as summary,
    definition->>'meetingKind' as meeting_kind, (definition->>'minutes')::int as minutes,
    definition->'indicators' as indicators, definition->'guests' as guests, definition->'deadlines' as deadlines`;
  const { rows } = await sql<Row>`
    select package_key, own_package_id, ${shown} from own_package where ended_at is null
    union all select package_key, null, ${shown} from package`.execute(db);
  return rows.map(({ deadlines, ...row }) => ({ ...row, leadDays: leadDaysOf(deadlines) })).sort(byTitle);
}

const collator = new Intl.Collator('da');

function byTitle(one: PackageSummary, other: PackageSummary): number {
  const isOwn = ({ ownPackageId }: PackageSummary) => Number(ownPackageId === null);
  return isOwn(one) - isOwn(other) || collator.compare(one.title.da, other.title.da);
}

/** One of the cluster's own packages, with when it was changed and whether it has ended. */
export type OwnPackage = {
  ownPackageId: string;
  definition: MeetingPackage;
  madeFrom: string;
  changedAt: Date;
  endedAt: Date | null;
};

/** One of the cluster's own packages, also one that has ended, or null. */
export async function findOwnPackage({ db }: Reader, ownPackageId: string): Promise<OwnPackage | null> {
  const row = await db
    .selectFrom('ownPackage')
    .select(['ownPackageId', 'definition', 'madeFrom', 'changedAt', 'endedAt'])
    .where('ownPackageId', '=', ownPackageId)
    .executeTakeFirst();
  return row ? { ...row, definition: row.definition as unknown as MeetingPackage } : null;
}

/** The Danish titles of the cluster's own packages that have not ended. */
export async function listOwnTitles({ db }: Reader): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ title: string }>`
    select definition->'title'->>'da' as title from own_package where ended_at is null`.execute(db);
  return new Set(rows.map(({ title }) => title));
}
