import { randomUUID } from 'node:crypto';
import { closeVote } from '#domain/topics/close-vote.server.ts';
import { halfYearsFrom } from '#domain/topics/half-year.ts';
import { openVote } from '#domain/topics/open-vote.server.ts';
import { placeDots } from '#domain/topics/place-dots.server.ts';
import { planTopic } from '#domain/topics/plan-topic.server.ts';
import { proposeTopic } from '#domain/topics/propose-topic.server.ts';
import { listTopics } from '#domain/topics/topics.server.ts';
import type { Database } from '#platform/database.ts';
import type { ExampleDoctor } from './example-people.ts';
import { accomplished, enterAs } from './stage.ts';

/** Whose cluster it is: its doctors, the first of whom leads it. */
export type Cast = { clusterId: string; doctors: readonly ExampleDoctor[]; founder: string };

/** What members have proposed. The first and the third became meetings. */
export const IDEAS: readonly [sentence: string, measure: string][] = [
  ['Vi fornyer opioider på hver vores måde og kender ikke hinandens.', 'Andel langtidsbrugere'],
  ['Får for mange med KOL stadig inhalationssteroid?', 'Andel i ICS'],
  ['Hvad vil vi egentlig med klyngen de næste to år?', ''],
  ['Akutsygeplejerskerne kunne tage mere, hvis vi vidste, hvad de kan.', 'Antal henvendelser'],
  ['Fluconazol i telefonen: hvornår poder vi?', 'Gentagne kure'],
  ['Sygemeldinger: samme sag, fem forskellige svar fra jobcentret.', ''],
  ['Ældre, der falder: hvem ser medicinlisten igennem?', 'Medicingennemgange over 75 år'],
];
const DOTS = 3;
// Which idea got two of somebody's dots, and which the third.
const BALLOTS: readonly (readonly [two: number, one: number])[] = [
  [0, 1],
  [0, 3],
  [1, 0],
  [2, 3],
  [0, 2],
  [1, 0],
  [2, 6],
  [1, 4],
  [0, 3],
  [3, 5],
  [0, 1],
  [2, 0],
];

/** The idea board of a cluster: what was proposed, the vote that followed, and what was taken up first. */
export async function proposeAndVote(
  web: Database,
  cast: Cast,
  days: { proposed: Date; voted: Date; decided: Date },
): Promise<void> {
  for (const [at, [sentence, measure]] of IDEAS.entries()) {
    const who = await enterAs(web, cast.doctors[(at * 3) % cast.doctors.length]!.personId, days.proposed);
    const proposal = { sentence, measure, seen: [] };
    accomplished(await who.inCluster(cast.clusterId, (scope) => proposeTopic(scope, randomUUID(), proposal)));
  }
  await vote(web, cast, days);
  await decide(web, cast, days.decided);
}

async function vote(web: Database, cast: Cast, days: { voted: Date; decided: Date }): Promise<void> {
  const lead = await enterAs(web, cast.founder, days.voted);
  const open = await lead.inCluster(cast.clusterId, (scope) => listTopics(scope));
  const topicIds = open.filter(({ state }) => state === 'proposed').map(({ topicId }) => topicId);
  if (topicIds.length < IDEAS.length) return;
  const topicVoteId = randomUUID();
  const closesOn = days.decided.toISOString().slice(0, 10);
  await lead.inCluster(cast.clusterId, async (scope) => {
    accomplished(await openVote(scope, topicVoteId, { dots: DOTS, topicIds, closesOn }));
  });
  const order = IDEAS.map(([sentence]) => open.find((topic) => topic.sentence === sentence)!.topicId);
  for (const [at, [two, one]] of BALLOTS.entries()) {
    const who = await enterAs(web, cast.doctors[at]!.personId, days.voted);
    const dots = { [order[two]!]: '2', [order[one]!]: '1' };
    accomplished(
      await who.inCluster(cast.clusterId, (scope) =>
        placeDots(scope, topicVoteId, { dots, helps: at % 4 === 0 ? [order[two]!] : [] }),
      ),
    );
  }
  const closing = await enterAs(web, cast.founder, days.voted);
  await closing.inCluster(cast.clusterId, async (scope) => {
    accomplished(await closeVote(scope, topicVoteId));
  });
}

async function decide(web: Database, cast: Cast, now: Date): Promise<void> {
  const lead = await enterAs(web, cast.founder, now);
  const today = now.toISOString().slice(0, 10);
  const [first, second, third, fourth] = halfYearsFrom(today);
  const plan = [first, third, second, fourth];
  await lead.inCluster(cast.clusterId, async (scope) => {
    const topics = await listTopics(scope);
    for (const [at, halfYear] of plan.entries()) {
      const topic = topics.find(({ sentence, state }) => sentence === IDEAS[at]![0] && state === 'proposed');
      if (topic && halfYear)
        accomplished(
          await planTopic({ ...scope, commandId: randomUUID() }, topic.topicId, {
            halfYear,
            answer: 'Den fik flest prikker. Vi tager den i tur.',
          }),
        );
    }
  });
}
