import { randomUUID } from 'node:crypto';
import { dayOf, daysAfter, dayWritten, monthsAfter } from '#domain/meetings/calendar-day.ts';
import { askToCount } from '#domain/own-counts/ask-to-count.server.ts';
import { DAYS_TO_COUNT } from '#domain/own-counts/count-ask.ts';
import { keepOwnCount } from '#domain/own-counts/keep-own-count.server.ts';
import { listAskedCounts } from '#domain/own-counts/own-counts.server.ts';
import type { Database } from '#platform/database.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Cast } from './example-topics.ts';
import { accomplished, enterAs } from './stage.ts';

const ASKED = 'kol1';
// So many practices have counted by now; one of them keeps its figure to itself.
const COUNTED = 8;
const KEPT_BACK = 5;

const next = (scope: ClusterScope): ClusterScope => ({ ...scope, commandId: randomUUID() });

/**
 * The practices are asked to count for the meeting that is planned: some have, and the others, whom one tries the
 * example as among them, counted a year ago.
 */
export async function countForThemselves(
  web: Database,
  { clusterId, founder, doctors }: Cast,
  { meetingId, now }: { meetingId: string; now: Date },
): Promise<void> {
  const lead = await enterAs(web, founder, now);
  const dueOn = daysAfter(dayOf(now), DAYS_TO_COUNT);
  await lead.inCluster(clusterId, async (scope) =>
    accomplished(await askToCount(next(scope), meetingId, { indicators: [ASKED], dueOn })),
  );
  const seen = new Set<string>();
  for (const { personId } of doctors.toReversed()) {
    const doctor = await enterAs(web, personId, now);
    await doctor.inCluster(clusterId, async (scope) => {
      for (const asked of await listAskedCounts(scope)) {
        if (seen.has(asked.practiceId)) continue;
        seen.add(asked.practiceId);
        await count(scope, asked, seen.size);
      }
    });
  }
}

type Asked = Awaited<ReturnType<typeof listAskedCounts>>[number];

async function count(scope: ClusterScope, { practiceId, period }: Asked, place: number): Promise<void> {
  const yearsAgo = place > COUNTED ? 1 : 0;
  const shifted = (day: string) => dayWritten(monthsAfter(day, -12 * yearsAgo));
  const denominator = 34 + ((place * 17) % 41);
  const numerator = Math.round(denominator * (0.48 + ((place * 7) % 11) / 40));
  const typed = {
    practice: practiceId,
    from: shifted(period.from),
    until: shifted(period.until),
    numerator: String(numerator),
    denominator: String(denominator),
    answer: place === KEPT_BACK ? 'no' : 'yes',
  };
  accomplished(await keepOwnCount(next(scope), ASKED, typed));
}
