import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aCluster } from '#test/build.ts';
import { owner } from '#test/world.ts';
import { answerAs, aRound, daysLater, follow } from './responses.fixtures.ts';

const ANSWERS = { tryg: '4', nummer: 'yes' };
const codes = ['b', 'd', 'f', 'g', 'h', 'j'].map((letter) => `kamo-tiru-peda-${letter}a${letter}a`);

/** Two rounds half a year apart; `ofFirst` and `ofSecond` are the codes that the six doctors keep. */
async function twoRounds(ofFirst: readonly string[], ofSecond = ofFirst) {
  const cluster = await aCluster({ practices: 6 });
  const { meetingId } = await aMeeting(cluster);
  const about = { clusterId: cluster.clusterId, meetingId };
  const answer = async (roundId: string, kept: readonly string[], days: number) => {
    await follow(daysLater(days));
    for (const [at, { doctor }] of cluster.practices.entries()) {
      const by = { roundId, answers: ANSWERS, code: kept[at] ?? '', now: daysLater(days) };
      await answerAs(cluster, doctor, by);
    }
    await follow(daysLater(days + 15));
  };
  const first = await aRound(about);
  await answer(first, ofFirst, 0);
  const second = await aRound({ ...about, followsId: first, opensOn: '2026-09-01', closesOn: '2026-09-15' });
  await answer(second, ofSecond, 183);
  return { first, second };
}

const tagsIn = async (roundId: string, questionKey = 'tryg') => {
  const rows = await owner
    .selectFrom('anonymousAnswer')
    .select('pairTag')
    .where('questionnaireRoundId', '=', roundId)
    .where('questionKey', '=', questionKey)
    .execute();
  return rows.map(({ pairTag }) => pairTag!.toString('hex'));
};
const sharedBy = (some: readonly string[], others: readonly string[]) =>
  some.filter((tag) => others.includes(tag)).length;

/*
 * Somebody who has the whole database looks for the one who kept a code: a tag on each answer of one person alone would
 * lay all that they answered side by side.
 */
test('it does not show who kept a code, nor how many', async () => {
  const { first } = await twoRounds([codes[0]!]);
  const tags = await tagsIn(first);
  expect(new Set(tags).size).toBe(6);
  expect(tags.every((tag) => tag.length === 64)).toBe(true);
});

test('pairs are kept of at least five, and of fewer nothing leads from one round to the next', async () => {
  const five = await twoRounds(codes.slice(0, 5));
  expect(sharedBy(await tagsIn(five.first), await tagsIn(five.second))).toBe(5);
  const four = await twoRounds(codes.slice(0, 4));
  expect(sharedBy(await tagsIn(four.first), await tagsIn(four.second))).toBe(0);
});

test('no tag stands at two questions, or at two answers to one', async () => {
  const { first, second } = await twoRounds([...codes.slice(0, 5), codes[0]!]);
  const all = await Promise.all([first, second].map((id) => tagsIn(id)));
  for (const tags of all) expect(new Set(tags).size).toBe(6);
  expect(sharedBy(all[0]!, await tagsIn(first, 'nummer'))).toBe(0);
  expect(sharedBy(all[0]!, all[1]!)).toBe(0);
});
