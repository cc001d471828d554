import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { asSystem, type SystemScope } from '#platform/scope.server.ts';
import { aCluster, anIndicator, aSource } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { deliverText, examine } from './deliver-text.server.ts';
import { figuresOf, kolFile, measured, stored, twoIndicators } from './deliveries.fixtures.ts';

beforeAll(twoIndicators);

const file = (text: string) => ({ name: 'tal.csv', bytes: Buffer.from(text) });
const operating = <T>(work: (scope: SystemScope) => Promise<T>) => asSystem(owner, { now: NOW }, work);

test('the operator delivers in the name of a source, through the same gates', async () => {
  const cluster = await aCluster({ practices: 3 });
  const source = await aSource([cluster]);
  const text = kolFile(figuresOf(cluster));
  const outcome = await operating((scope) => deliverText(scope, source.sourceId, file(text)));
  expect(outcome).toMatchObject({ done: true, made: { rows: 3, figures: 3, practices: 3 } });
  if (!outcome.done) throw new Error(outcome.reason);
  expect(await measured(outcome.made.deliveryId)).toHaveLength(3);
  const again = await operating((scope) => deliverText(scope, source.sourceId, file(text)));
  expect(again).toEqual({ done: false, reason: 'delivered_before' });
  const delivery = await owner
    .selectFrom('delivery')
    .select(['state', 'delivererId', 'practiceCount'])
    .where('sourceId', '=', source.sourceId)
    .execute();
  expect(delivery).toEqual([{ state: 'confirmed', delivererId: null, practiceCount: 3 }]);
});

test('a source’s person may do it in one go too', async () => {
  const cluster = await aCluster({ practices: 2 });
  const source = await aSource([cluster]);
  const outcome = await source.as((scope) =>
    deliverText(scope, source.sourceId, file(kolFile(figuresOf(cluster))), { extractedOn: '2026-02-01' }),
  );
  expect(outcome).toMatchObject({ done: true, made: { practices: 2 } });
});

test.each<[string, string, string]>([
  ['no table', 'Kære klynge', 'one_column'],
  ['a question that is open', 'ydernr;KOL\n012345;17.885\n012346;16.500', 'questions_open'],
  [
    'no practice of these clusters',
    kolFile([
      ['999991', 4],
      ['999992', 8],
    ]),
    'nothing_to_deliver',
  ],
])('a file with %s is refused, and nothing of it is kept', async (_, text, reason) => {
  const source = await aSource([await aCluster({ practices: 2 })]);
  const before = await stored();
  const outcome = await operating((scope) => deliverText(scope, source.sourceId, file(text)));
  expect(outcome).toEqual({ done: false, reason });
  expect(await stored()).toEqual(before);
});

test('to the operator too a source that is not there is not there', async () => {
  const outcome = await operating((scope) => deliverText(scope, newId(), file(kolFile([['012345', 4]]))));
  expect(outcome).toEqual({ done: false, reason: 'not_there' });
});

test('a file can be looked at before it is delivered, and that changes nothing', async () => {
  const cluster = await aCluster({ practices: 2 });
  const source = await aSource([cluster]);
  const before = await stored();
  const text = `ydernr;KOL\n${cluster.practices.map(({ number }) => `${number};17.885`).join('\n')}`;
  const open = await operating((scope) => examine(scope, source.sourceId, file(text)));
  expect(open).toMatchObject({
    checked: { problems: [{ kind: 'no_period' }, { kind: 'ambiguous_number' }] },
  });
  const answers = { decimal: '.', period: { from: '2025-01-01', until: '2025-12-31' } } as const;
  const told = await operating((scope) => examine(scope, source.sourceId, file(text), answers));
  expect(told).toMatchObject({ checked: { check: { counts: { figures: 2 } } } });
  expect(await stored()).toEqual(before);
});

const ENGLAND = globSync('../*/data/england', { cwd: join(import.meta.dirname, '../../..') })[0];

describe.skipIf(ENGLAND === undefined)('a file of QOF exactly as it stands', () => {
  const bytes = ENGLAND
    ? readFileSync(join(import.meta.dirname, '../../..', ENGLAND, 'qofGP_1819_respiratory.csv'))
    : Buffer.alloc(0);
  const PRACTICES = ['E83027', 'E83044', 'E83600', 'E83621', 'E83637'];

  let cluster: Awaited<ReturnType<typeof aCluster>>;
  beforeAll(async () => {
    for (const key of ['ast', 'copd'])
      await anIndicator({ key: `qof-${key}`, name: { da: key.toUpperCase(), en: key.toUpperCase() } });
    cluster = await aCluster({ practices: PRACTICES.length });
    for (const [i, { practiceId }] of cluster.practices.entries())
      await owner
        .updateTable('practiceNumber')
        .set({ number: PRACTICES[i]!, valid: '[2015-01-01,)' })
        .where('practiceId', '=', practiceId)
        .execute();
  });
  const answers = { decimal: ',', splitYearFrom: 4 } as const;
  const qof = { name: 'qofGP_1819_respiratory.csv', bytes };

  test('asks how its years and its list sizes are written, and nothing else', async () => {
    const source = await aSource([cluster]);
    const examined = await operating((scope) => examine(scope, source.sourceId, qof));
    if ('refusal' in examined || !('problems' in examined.checked)) throw new Error('understood');
    const kinds = new Set(examined.checked.problems.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['split_year', 'ambiguous_number']));
  });

  test('is delivered with both answers, to the practices of the cluster alone', async () => {
    const source = await aSource([cluster]);
    const outcome = await source.as((scope) => deliverText(scope, source.sourceId, qof, answers));
    expect(outcome).toMatchObject({
      done: true,
      made: { rows: 6873, figures: 20, missing: 0, practices: 5 },
    });
    if (!outcome?.done) throw new Error('refused');
    const { rows } = await sql<{ n: number; d: number }>`
      select sum(numerator)::float8 as n, sum(denominator)::float8 as d from measurement
      where delivery_id = ${outcome.made.deliveryId} and indicator_key = 'qof-copd' and period_from = '2018-04-01'`.execute(
      owner,
    );
    expect(rows).toEqual([{ n: 75 + 164 + 13 + 86 + 50, d: 7794 + 9121 + 5878 + 8547 + 9071 }]);
  });

  test('its next year is understood without a question', async () => {
    const source = await aSource([cluster]);
    await source.as((scope) => deliverText(scope, source.sourceId, qof, answers));
    const text = bytes.toString('utf8').replaceAll('_1819', '_1920').replaceAll('_1718', '_1819');
    const outcome = await source.as((scope) =>
      deliverText(scope, source.sourceId, { name: 'qof-1920.csv', bytes: Buffer.from(text) }),
    );
    expect(outcome).toMatchObject({ done: true, made: { figures: 20 } });
  });
});
