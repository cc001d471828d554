import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import type { ReceivedFile } from '#domain/partners/receive-file.server.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { ExpenseWish } from './expense.ts';
import { findExpense } from './expenses.server.ts';

/** Enters what a meeting cost, with its receipt where there is one. */
export const enterExpense = command(
  { permission: 'expense.enter', event: 'expense.entered' },
  async (
    scope: ClusterScope,
    expenseId: string,
    meetingId: string,
    { wish, receipt }: { wish: ExpenseWish; receipt: ReceivedFile | null },
  ) => {
    if (!(await findMeeting(scope, meetingId))) return refused('no_such_meeting');
    const keptFileId = await keepReceipt(scope, meetingId, receipt);
    const { clusterId } = scope;
    await scope.db
      .insertInto('expense')
      .values({
        clusterId,
        expenseId,
        meetingId,
        ...columnsOf(wish),
        keptFileId,
        enteredBy: await enterer(scope),
        enteredAt: scope.now,
      })
      .execute();
    return made({ expenseId });
  },
);

/** Changes an expense; another receipt takes the place of the one that was there. */
export const changeExpense = command(
  { permission: 'expense.enter', event: 'expense.changed' },
  async (
    scope: ClusterScope,
    expenseId: string,
    meetingId: string,
    { wish, receipt }: { wish: ExpenseWish; receipt: ReceivedFile | null },
  ) => {
    const before = await findExpense(scope, meetingId, expenseId);
    if (!before || before.isTakenOut) return refused('no_such_expense');
    const keptFileId = await keepReceipt(scope, meetingId, receipt);
    await scope.db
      .updateTable('expense')
      .set({ ...columnsOf(wish), ...(keptFileId ? { keptFileId } : {}) })
      .where('expenseId', '=', expenseId)
      .execute();
    if (keptFileId && before.receipt) await forget(scope, before.receipt.keptFileId);
    return done;
  },
);

/** Takes an expense out; it no longer counts, and can be put back. */
export const takeOutExpense = command(
  { permission: 'expense.enter', event: 'expense.taken_out' },
  (scope: ClusterScope, expenseId: string) => setTakenOut(scope, expenseId, scope.now),
);

/** Puts an expense back that was taken out. */
export const putBackExpense = command(
  { permission: 'expense.enter', event: 'expense.put_back' },
  (scope: ClusterScope, expenseId: string) => setTakenOut(scope, expenseId, null),
);

async function setTakenOut({ db }: ClusterScope, expenseId: string, takenOutAt: Date | null) {
  const { numUpdatedRows } = await db
    .updateTable('expense')
    .set({ takenOutAt })
    .where('expenseId', '=', expenseId)
    .executeTakeFirst();
  return numUpdatedRows > 0n ? done : refused('no_such_expense');
}

function columnsOf({ amountOre, ...wish }: ExpenseWish) {
  return { ...wish, amount: amountOre / 100 };
}

async function keepReceipt(
  { db, clusterId, now }: ClusterScope,
  meetingId: string,
  receipt: ReceivedFile | null,
): Promise<string | null> {
  if (!receipt) return null;
  const keptFileId = randomUUID();
  await db
    .insertInto('keptFile')
    .values({ clusterId, keptFileId, meetingId, purpose: 'receipt', ...receipt, keptAt: now })
    .execute();
  return keptFileId;
}

async function forget({ db }: ClusterScope, keptFileId: string): Promise<void> {
  await db.deleteFrom('keptFile').where('keptFileId', '=', keptFileId).execute();
}

async function enterer({ db }: ClusterScope): Promise<string> {
  const { rows } = await sql<{
    memberId: string;
  }>`select member_id from answering() order by member_id limit 1`.execute(db);
  return rows[0]!.memberId;
}
