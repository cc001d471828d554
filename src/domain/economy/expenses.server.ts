import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Expense, ExpenseKind } from './expense.ts';

type Row = Omit<Expense, 'kind' | 'receipt'> & {
  kind: string;
  keptFileId: string | null;
  fileName: string;
  bytes: number;
  mediaType: string;
};

const SELECTED = sql`
  select e.expense_id, e.kind, e.what, (e.amount * 100)::int as amount_ore, e.spent_on, e.payee, e.taken_out_at is not null as is_taken_out,
    f.kept_file_id, coalesce(f.name, '') as file_name, coalesce(length(f.bytes), 0) as bytes, coalesce(f.media_type, '') as media_type
  from expense e left join kept_file f on f.kept_file_id = e.kept_file_id`;

/** The expenses of a meeting by day, those taken out last; empty for whoever may not see money. */
export async function listExpenses({ db }: ClusterScope, meetingId: string): Promise<Expense[]> {
  const { rows } = await sql<Row>`${SELECTED} where e.meeting_id = ${meetingId}
    order by e.taken_out_at is not null, e.spent_on, e.entered_at, e.expense_id`.execute(db);
  return rows.map(expenseFrom);
}

/** An expense of a meeting, or null. */
export async function findExpense(
  { db }: ClusterScope,
  meetingId: string,
  expenseId: string,
): Promise<Expense | null> {
  const { rows } =
    await sql<Row>`${SELECTED} where e.meeting_id = ${meetingId} and e.expense_id = ${expenseId}`.execute(db);
  return rows[0] ? expenseFrom(rows[0]) : null;
}

/** What the cluster has spent in a calendar year, in øre, and on how many meetings; by the day of each expense. */
export async function sumOfYear(
  { db, clusterId }: ClusterScope,
  year: number,
): Promise<{ ore: number; meetings: number }> {
  const { rows } = await sql<{ ore: number; meetings: number }>`
    select coalesce(sum(amount) * 100, 0)::bigint as ore, count(distinct meeting_id)::int as meetings from expense
    where cluster_id = ${clusterId} and taken_out_at is null and extract(year from spent_on) = ${year}`.execute(
    db,
  );
  return rows[0]!;
}

/** How many patients the cluster's practices have together today; null unless this reader knows it of each of them. */
export async function patientsKnown({ db, clusterId }: ClusterScope): Promise<number | null> {
  const { rows } = await sql<{ patients: number; practices: number; known: number }>`
    select coalesce(sum(l.patients), 0)::int as patients, count(*)::int as practices, count(l.patients)::int as known
    from cluster_practice c
    left join list_size l on l.practice_id = c.practice_id and l.valid @> current_day()
    where c.cluster_id = ${clusterId} and c.valid @> current_day()`.execute(db);
  const { patients, practices, known } = rows[0]!;
  return practices > 0 && practices === known ? patients : null;
}

function expenseFrom({ keptFileId, fileName, bytes, mediaType, kind, ...row }: Row): Expense {
  const receipt = keptFileId ? { keptFileId, name: fileName, bytes, mediaType } : null;
  return { ...row, kind: kind as ExpenseKind, receipt };
}
