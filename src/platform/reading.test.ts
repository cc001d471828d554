import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { aPerson } from '#test/build.ts';
import { NOW, owner, urls } from '#test/world.ts';
import { openDatabase } from './database.ts';

// One connection, so that whoever asks next asks through the same.
const narrow = openDatabase(urls.web, 1);
afterAll(() => narrow.destroy());

type Asking = { token: string | null };
const readingFor = ({ token }: Asking) =>
  narrow.reading({ token, clusterId: null, sourceId: null, now: NOW });

async function whoAsks(db: Parameters<ReturnType<typeof sql>['execute']>[0]): Promise<string | null> {
  const { rows } = await sql<{ personId: string | null }>`select current_person() as person_id`.execute(db);
  return rows[0]!.personId;
}

test('a read is made for who asks, and the next through the same connection for the next', async () => {
  const [anna, bo] = [await aPerson('Anna Ærø'), await aPerson('Bo Bækgaard')];
  const asked = [anna, bo, { token: null }, anna];
  const found = [];
  for (const one of asked) found.push(await whoAsks(readingFor(one)));
  expect(found).toEqual([anna.personId, bo.personId, null, anna.personId]);
  expect(await whoAsks(narrow)).toBeNull();
});

test('reads side by side keep apart for whom they are', async () => {
  const people = [await aPerson('Anna Ærø'), await aPerson('Bo Bækgaard'), await aPerson('Carl Ceder')];
  const turns = [...people, ...people.toReversed(), ...people];
  expect(await Promise.all(turns.map((one) => whoAsks(readingFor(one))))).toEqual(
    turns.map(({ personId }) => personId),
  );
});

test('a read sees what row-level security shows who asks, and nothing more', async () => {
  const [anna, bo] = [await aPerson('Anna Ærø'), await aPerson('Bo Bækgaard')];
  const names = await readingFor(anna)
    .selectFrom('person')
    .select('name')
    .where('personId', 'in', [anna.personId, bo.personId])
    .execute();
  expect(names).toEqual([{ name: 'Anna Ærø' }]);
});

test('nothing can be written by a read', async () => {
  const anna = await aPerson('Anna Ærø');
  const writing = readingFor(anna)
    .updateTable('person')
    .set({ name: 'Anne Ærø' })
    .where('personId', '=', anna.personId)
    .execute();
  await expect(writing).rejects.toMatchObject({ code: '25006' });
  const opened = sql`select set_config('transaction_read_only', 'off', true)`.execute(readingFor(anna));
  await expect(opened).rejects.toMatchObject({ code: '25001' });
  const { name } = await owner
    .selectFrom('person')
    .select('name')
    .where('personId', '=', anna.personId)
    .executeTakeFirstOrThrow();
  expect(name).toBe('Anna Ærø');
});

test('a read that fails says why, and the next is as good as ever', async () => {
  const anna = await aPerson('Anna Ærø');
  const divided = (by: number) =>
    sql<{ part: number }>`select 12 / ${by}::int as part`.execute(readingFor(anna));
  const nowhere = () => sql`select nothing from nowhere where 1 = ${1}::int`.execute(readingFor(anna));
  await expect(divided(0)).rejects.toMatchObject({ code: '22012' });
  await expect(nowhere()).rejects.toMatchObject({ code: '42P01' });
  await expect(nowhere()).rejects.toMatchObject({ code: '42P01' });
  expect((await divided(4)).rows).toEqual([{ part: 3 }]);
  expect((await divided(3)).rows).toEqual([{ part: 4 }]);
});

test('a read has no transaction to put others into, and is not read in pieces', async () => {
  const reading = readingFor({ token: null });
  expect(() => reading.transaction()).toThrow();
  const pieces = reading.selectFrom('region').select('name').stream();
  await expect(pieces.next()).rejects.toThrow('cannot be streamed');
});
