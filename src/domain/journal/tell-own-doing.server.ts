import type { SystemScope } from '#platform/scope.server.ts';
import type { OwnAct } from './own-act.ts';

/** Something that was done by itself. Facts are short strings: ids, days and counts. */
export type OwnDoingTold = {
  clusterId: string;
  meetingId: string | null;
  act: OwnAct;
  facts?: Record<string, string>;
};

/** Tells a cluster what was done for it by itself, in the transaction that does it. */
export async function tellOwnDoing({ db, now }: SystemScope, told: OwnDoingTold): Promise<void> {
  const { clusterId, meetingId, act, facts = {} } = told;
  await db
    .insertInto('ownDoing')
    .values({ clusterId, meetingId, act, facts: JSON.stringify(facts), at: now })
    .execute();
}
