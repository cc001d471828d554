import { expect, test } from 'vitest';
import { type Log, logOf } from '#platform/log.ts';
import { keep, keepTrying, type Part } from './keeper.ts';

/** A part that ends when the test says so, the log it is kept with, and what happened to it. */
function aPart(outcomes: ('begins' | 'fails')[] = []) {
  const events: string[] = [];
  let end = (): void => undefined;
  const begin = async (): Promise<Part> => {
    if (outcomes.shift() === 'fails') throw new Error('no');
    events.push('begun');
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const stop = async () => {
      events.push('stopped');
      end();
    };
    return { ended, stop };
  };
  return { begin, events, end: () => end() };
}

function aLog(): { log: Log; told: string[]; signal: AbortSignal } {
  const told: string[] = [];
  const paper = { write: (line: string) => told.push(JSON.parse(line).event) };
  const log = logOf({ part: 'supervisor', level: 'debug', out: paper, err: paper });
  return { log, told, signal: new AbortController().signal };
}

test('a part that ends is begun again, and the log says so', async () => {
  const part = aPart();
  const keeping = aLog();
  const kept = await keep('web', part.begin, keeping);
  part.end();
  await expect.poll(() => part.events).toEqual(['begun', 'begun']);
  await expect.poll(() => keeping.told).toEqual(['part.ended', 'part.restarted']);
  await kept.stop();
  expect(part.events).toEqual(['begun', 'begun', 'stopped']);
});

test('one that fails to begin again is tried until it does', async () => {
  const part = aPart(['begins', 'fails', 'fails', 'begins']);
  const keeping = aLog();
  const kept = await keep('web', part.begin, keeping);
  part.end();
  await expect.poll(() => keeping.told, { timeout: 10_000 }).toContain('part.restarted');
  expect(keeping.told).toEqual(['part.ended', 'part.failed', 'part.failed', 'part.restarted']);
  await kept.stop();
});

test('the first beginning is the caller’s to fail', async () => {
  await expect(keep('web', aPart(['fails']).begin, aLog())).rejects.toThrow('no');
});

test('where the caller goes on, the first beginning is tried again too', async () => {
  const part = aPart(['fails', 'begins']);
  const kept = keepTrying('worker', part.begin, aLog());
  await expect.poll(() => part.events).toEqual(['begun']);
  await kept.stop();
  expect(part.events).toEqual(['begun', 'stopped']);
});

test('a part that is stopped stays stopped, also while it waits to be begun again', async () => {
  const part = aPart();
  const kept = await keep('web', part.begin, aLog());
  part.end();
  await kept.stop();
  expect(part.events.filter((event) => event === 'begun')).toHaveLength(1);
});

test('a part that begins while it is being stopped is stopped', async () => {
  let isBegun = (_part: Part): void => undefined;
  const stops: string[] = [];
  const kept = keepTrying('worker', () => new Promise((resolve) => (isBegun = resolve)), aLog());
  const stopping = kept.stop();
  isBegun({ ended: new Promise(() => undefined), stop: async () => void stops.push('stopped') });
  await stopping;
  expect(stops).toEqual(['stopped']);
});
