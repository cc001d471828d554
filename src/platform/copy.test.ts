import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { owner } from '#test/world.ts';
import { type Cell, copyRows } from './copy.ts';

async function copied(rows: readonly Cell[][], type = 'text') {
  return owner.transaction().execute(async (db) => {
    await sql`create temp table staged (a ${sql.raw(type)}, b ${sql.raw(type)}) on commit drop`.execute(db);
    await copyRows(db, 'staged (a, b)', rows);
    const { rows: found } = await sql<{ a: Cell; b: Cell }>`select a, b from staged`.execute(db);
    return found.map(({ a, b }) => [a, b]);
  });
}

test('rows arrive as they are, whatever stands in them', async () => {
  const rows = [
    ['a\tb', 'c\nd'],
    ['\\N', '\\'],
    [null, 'æøå €'],
    ['', '\r\n'],
    ['1.5', '0.1'],
  ];
  expect(await copied(rows)).toEqual(rows);
});

test('numbers keep their last digit', async () => {
  const numbers = [
    [1 / 3, 1e21],
    [5e-324, 0.1 + 0.2],
  ];
  expect(await copied(numbers, 'float8')).toEqual(numbers);
});

test('many rows arrive in their order', async () => {
  const rows = Array.from({ length: 25_001 }, (_, i) => [String(i), 'x'.repeat(i % 50)]);
  expect(await copied(rows)).toEqual(rows);
});

test('an error names its code and no cell, and the connection is as good as before', async () => {
  const problem = await copied([['900101', 'secret']], 'integer').catch((caught: unknown) => caught);
  expect(problem).toMatchObject({ code: '22P02' });
  expect(JSON.stringify(problem, Object.getOwnPropertyNames(problem))).not.toContain('secret');
  expect(await copied([['1', '2']])).toEqual([['1', '2']]);
});
