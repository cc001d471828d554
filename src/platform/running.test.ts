import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { birthOf, programOf } from './running.ts';

test('a running process has one birth, and none when it has ended', async () => {
  const child = spawn('sleep', ['60']);
  await once(child, 'spawn');
  const birth = birthOf(child.pid ?? 0);
  expect(birth).not.toBeNull();
  expect(birthOf(child.pid ?? 0)).toBe(birth);
  expect(birth).not.toBe(birthOf(process.pid));
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(birthOf(child.pid ?? 0)).toBeNull();
});

test.runIf(process.platform === 'linux')('a process that ended unnoticed no longer runs', async () => {
  // The shell becomes a program that never asks about its child.
  const parent = spawn('sh', ['-c', 'sleep 0.1 & echo $!; exec sleep 60'], { stdio: 'pipe' });
  const [said] = await once(parent.stdout, 'data');
  await expect.poll(() => birthOf(Number(said))).toBeNull();
  parent.kill('SIGKILL');
});

test('no number is no process', () => {
  expect([birthOf(0), birthOf(-1), birthOf(Number.NaN), birthOf(2 ** 31 - 1)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test.runIf(process.platform === 'linux')('a program is known by its name', () => {
  expect(programOf(process.pid)).toMatch(/node|vitest|MainThread/);
  expect(programOf(2 ** 31 - 1)).toBeNull();
});
