import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { listAsked, personsOf } from './asked-members.server.ts';
import { askGuestsForDates, askGuestsForDay } from './poll-guests.server.ts';

type Round = { meetingId: string; roundId: string };

/** Asks all members, each person once, and the guests of a meeting about its days: all of them, or those that came later. */
export async function askForDates(
  scope: ClusterScope,
  kind: 'date_poll' | 'dates_added',
  round: Round,
): Promise<void> {
  await writeToAll(scope, kind, round);
  await askGuestsForDates(scope, round);
}

/** Tells everybody which day was chosen, as one that is reserved. */
export async function tellOfDay(scope: ClusterScope, round: Round): Promise<void> {
  await writeToAll(scope, 'date_reserved', round);
  await askGuestsForDay(scope, round);
}

async function writeToAll(
  scope: ClusterScope,
  kind: 'date_poll' | 'dates_added' | 'date_reserved',
  round: Round,
): Promise<void> {
  const letter = { kind, clusterId: scope.clusterId, ...round };
  for (const personId of personsOf(await listAsked(scope, scope.clusterId)))
    await writeMeetingLetter(scope, { ...letter, to: { personId } });
}
