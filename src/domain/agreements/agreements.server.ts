import type { AgreementChoice, MeetingPackage } from '#domain/packages/package.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Agreement, AgreementState } from './agreement.ts';

/** An agreement with the meeting that made it. */
export type AgreementLine = Agreement & { meetingTitle: string; heldOn: string; settledAt: Date | null };

/** The agreements of the cluster, or of one meeting: those to be measured soonest first, the settled ones last. */
export async function listAgreements({ db }: ClusterScope, meetingId?: string): Promise<AgreementLine[]> {
  const all = lines(db)
    .orderBy((e) => e('a.state', '<>', 'open'))
    .orderBy('a.measuredAgainOn')
    .orderBy('a.agreementId');
  const rows = await (meetingId ? all.where('a.meetingId', '=', meetingId) : all).execute();
  return rows.map(lineOf);
}

/** The agreements that the package of a meeting offers to choose between; none without a package. */
export async function listChoices(
  { db }: ClusterScope,
  meetingId: string,
): Promise<readonly AgreementChoice[]> {
  const row = await db
    .selectFrom('meeting')
    .select('package')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  return (row?.package as unknown as MeetingPackage | null)?.agreements ?? [];
}

/** The agreement of this id, or null. */
export async function findAgreement(
  { db }: ClusterScope,
  agreementId: string,
): Promise<AgreementLine | null> {
  const row = await lines(db).where('a.agreementId', '=', agreementId).executeTakeFirst();
  return row ? lineOf(row) : null;
}

function lines(db: ClusterScope['db']) {
  return db
    .selectFrom('agreement as a')
    .innerJoin('meeting as m', 'm.meetingId', 'a.meetingId')
    .select([
      'a.agreementId',
      'a.meetingId',
      'a.what',
      'a.who',
      'a.byOn',
      'a.measure',
      'a.indicatorKey',
      'a.measuredAgainOn',
      'a.secondMeasureOn',
      'a.state',
      'a.outcome',
      'a.settledAt',
      'm.title as meetingTitle',
      'm.heldOn',
    ]);
}

type Row = Omit<AgreementLine, 'state' | 'heldOn'> & { state: string; heldOn: string | null };

function lineOf(row: Row): AgreementLine {
  return { ...row, state: row.state as AgreementState, heldOn: row.heldOn ?? row.byOn };
}
