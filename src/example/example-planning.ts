import { randomUUID } from 'node:crypto';
import { dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import { changePackage } from '#domain/packages/change-package.server.ts';
import { copyPackage } from '#domain/packages/copy-package.server.ts';
import { findOwnPackage, listOwnTitles } from '#domain/packages/packages.server.ts';
import { castVotes } from '#domain/polls/cast-votes.server.ts';
import type { Answer } from '#domain/polls/date-poll.ts';
import { openPoll } from '#domain/polls/open-poll.server.ts';
import { findPoll } from '#domain/polls/polls.server.ts';
import { openVote } from '#domain/topics/open-vote.server.ts';
import { listTopics } from '#domain/topics/topics.server.ts';
import type { Database } from '#platform/database.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { orderFigures, workdayFrom } from './example-assembly.ts';
import { meetingOf } from './example-meetings.ts';
import { countForThemselves } from './example-own-counts.ts';
import { listGuest } from './example-partners.ts';
import { keepOwnQuestionnaire } from './example-questionnaires.ts';
import { type Cast, IDEAS } from './example-topics.ts';
import { accomplished, enterAs } from './stage.ts';

const next = (scope: ClusterScope): ClusterScope => ({ ...scope, commandId: randomUUID() });

const DAYS_AHEAD = [42, 45, 50];
// What the first doctors have answered to the three days; the others have not yet.
const ANSWERS: readonly (readonly [Answer, Answer, Answer])[] = [
  ['yes', 'if_needed', 'yes'],
  ['no', 'yes', 'yes'],
  ['yes', 'yes', 'no'],
  ['if_needed', 'no', 'yes'],
  ['yes', 'no', 'yes'],
];

/** The meeting that is being planned as somebody comes in: its day is still asked about, and its guest on the list. */
export async function planNext(
  web: Database,
  cast: Cast,
  { now, sourceId }: { now: Date; sourceId: string },
): Promise<void> {
  const lead = await enterAs(web, cast.founder, now);
  const meetingId = await lead.inCluster(cast.clusterId, async (scope) => {
    const planned = await meetingOf(scope, {
      packageKey: 'kol',
      title: 'KOL: den rette inhalation',
      topic: IDEAS[1]![0],
    });
    if (planned) await askForDays(scope, planned, dayOf(now));
    return planned;
  });
  if (!meetingId) return;
  await lead.inCluster(cast.clusterId, (scope) => prepare(scope, dayOf(now)));
  await orderFigures(web, cast, { meetingId, sourceId, now });
  await countForThemselves(web, cast, { meetingId, now });
  for (const [at, answers] of ANSWERS.entries()) await answerDays(web, cast, { meetingId, at, answers, now });
}

/** What lies further ahead: a package and a questionnaire of the cluster's own, and a vote on what is left to choose from. */
async function prepare(scope: ClusterScope, today: string): Promise<void> {
  if ((await listOwnTitles(scope)).size > 0) return;
  await keepOwnPackage(scope);
  await keepOwnQuestionnaire(scope);
  const proposed = (await listTopics(scope)).filter(({ state }) => state === 'proposed');
  // One is left out, so that somebody can still change what they proposed.
  const topicIds = proposed.slice(1).map(({ topicId }) => topicId);
  const vote = { dots: 3, topicIds, closesOn: daysAfter(today, 14) };
  accomplished(await openVote(next(scope), randomUUID(), vote));
}

// A copy under the name of what it was copied from could not be told from it.
const OWN_TITLE = { da: 'Akutsygeplejen i Vestfjord', en: 'The acute nurses of Vestfjord' };

async function keepOwnPackage(scope: ClusterScope): Promise<void> {
  const { ownPackageId } = accomplished(await copyPackage(next(scope), 'akutfunktion'))!;
  const { changedAt } = (await findOwnPackage(scope, ownPackageId))!;
  accomplished(await changePackage(next(scope), ownPackageId, { title: OWN_TITLE }, changedAt));
}

async function askForDays(scope: ClusterScope, meetingId: string, today: string): Promise<void> {
  await listGuest(scope, meetingId, 'lungs');
  const options = DAYS_AHEAD.map((days) => ({
    heldOn: workdayFrom(daysAfter(today, days)),
    startsAt: '16:30',
  }));
  const poll = { options, closesOn: daysAfter(today, 14), mustMemberIds: [] };
  accomplished(await openPoll(next(scope), meetingId, poll));
}

async function answerDays(
  web: Database,
  { clusterId, doctors }: Cast,
  given: { meetingId: string; at: number; answers: readonly Answer[]; now: Date },
): Promise<void> {
  const { meetingId, at, answers, now } = given;
  const { personId, memberId } = doctors[(at * 4 + 1) % doctors.length]!;
  const doctor = await enterAs(web, personId, now);
  await doctor.inCluster(clusterId, async (scope) => {
    const { options } = (await findPoll(scope, meetingId))!;
    const votes = options.map(({ dateOptionId }, which) => ({
      dateOptionId,
      memberId,
      answer: answers[which]!,
    }));
    accomplished(await castVotes(next(scope), meetingId, votes));
  });
}
