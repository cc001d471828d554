import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const architecture = readFileSync('ARCHITECTURE.md', 'utf8');
const [, told = ''] = /- \*\*`jobs`\*\*:([\s\S]*?)\n- \*\*/.exec(architecture) ?? [];
const tasks = readFileSync('src/jobs/tasks.ts', 'utf8');

test('ARCHITECTURE.md names every job of the queue and every sweep, and no other', () => {
  const queued = [...tasks.matchAll(/'([a-z-]+)': \(payload\)/g)].map(([, name]) => name!);
  const swept = [...tasks.matchAll(/name: '(\w+)'/g)].map(([, name]) => name!);
  const named = [...told.matchAll(/`([a-z_-]+)`/g)].map(([, name]) => name!);
  expect(queued.length + swept.length).toBeGreaterThan(10);
  expect(named.toSorted()).toEqual([...queued, ...swept].toSorted());
});

test('every file beside the tasks is one of theirs', () => {
  const files = readdirSync('src/jobs').filter((file) => !/^tasks\.|\.test\.ts$/.test(file));
  expect(files.filter((file) => !tasks.includes(`./${file}`))).toEqual([]);
});
