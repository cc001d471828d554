import { expect, test } from 'vitest';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { keepDraft } from '#domain/responses/keep-draft.server.ts';
import { aRound, follow } from '#domain/responses/responses.fixtures.ts';
import { aCluster } from '#test/build.ts';
import { NOW, urls } from '#test/world.ts';
import { startWeb } from './web.ts';

const KEY = '0f8fad5b-d9cb-469f-a165-70867728950e';
const OTHER = '1f8fad5b-d9cb-469f-a165-70867728950e';

test('a key that an address brings is kept only where it opens what was begun, and leaves the address', async () => {
  const cluster = await aCluster({ practices: 1 });
  const { meetingId } = await aMeeting(cluster);
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId });
  await follow();
  const web = await startWeb(urls.web, NOW);
  const at = `/c/${cluster.clusterId}/answer/${roundId}`;
  const open = async (key: string) => {
    const answer = await fetch(`${web.origin}${at}?key=${key}`, {
      headers: { cookie: `klyngerum=${cluster.coordinator.token}` },
      redirect: 'manual',
    });
    return [
      answer.status,
      answer.headers.get('location'),
      /draft-key=([^;]+)/.exec(String(answer.headers.get('set-cookie')))?.[1] ?? null,
    ];
  };
  try {
    expect(await open(KEY)).toEqual([303, at, null]);
    await cluster.as(cluster.coordinator, (scope) =>
      keepDraft(scope, roundId, KEY, { answers: { tryg: '3' }, code: '' }),
    );
    expect(await open(OTHER)).toEqual([303, at, null]);
    expect(await open(KEY)).toEqual([303, at, KEY]);
  } finally {
    await web.stop();
  }
}, 120_000);
