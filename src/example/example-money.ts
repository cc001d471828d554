import { randomUUID } from 'node:crypto';
import { enterExpense } from '#domain/economy/enter-expense.server.ts';
import type { ExpenseWish } from '#domain/economy/expense.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { accomplished } from './stage.ts';

/** What a meeting cost, as it was entered the day after it. */
export async function enterCosts(scope: ClusterScope, meetingId: string, spentOn: string): Promise<void> {
  const costs: ExpenseWish[] = [
    {
      kind: 'food',
      what: 'Sandwich og kaffe til alle',
      amountOre: 324_000,
      spentOn,
      payee: 'Caféen på Havnen',
    },
    { kind: 'speaker', what: 'Oplæg, en time', amountOre: 250_000, spentOn, payee: 'Smerteklinikken' },
  ];
  for (const wish of costs) {
    const entering = { ...scope, commandId: randomUUID() };
    accomplished(await enterExpense(entering, randomUUID(), meetingId, { wish, receipt: null }));
  }
}
