import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { aCluster } from '#test/build.ts';
import { owner } from '#test/world.ts';
import { findDraft, keepDraft } from './keep-draft.server.ts';
import { aRound, follow } from './responses.fixtures.ts';

test('a draft is as long as any other, also when far too much was typed', async () => {
  const cluster = await aCluster({ practices: 4 });
  const { meetingId } = await aMeeting(cluster);
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId });
  await follow();
  const tryg = '3';
  const typed = [{}, { tryg }, { tryg, svaerest: 'å'.repeat(2000) }, { tryg, svaerest: 'å'.repeat(500_000) }];
  const opened: unknown[] = [];
  for (const [at, { doctor }] of cluster.practices.entries()) {
    const draft = { answers: typed[at]!, code: '' };
    await cluster.as(doctor, (scope) => keepDraft(scope, roundId, 'secret', draft));
    opened.push(await cluster.as(doctor, (scope) => findDraft(scope, roundId, 'secret')));
  }
  expect(opened).toEqual([...typed.slice(0, 3), { tryg }].map((answers) => ({ answers, code: '' })));
  const { rows } = await sql<{ bytes: number }>`
    select distinct length(sealed) as bytes from answer_draft where cluster_id = ${cluster.clusterId}::uuid`.execute(
    owner,
  );
  expect(rows).toHaveLength(1);
});
