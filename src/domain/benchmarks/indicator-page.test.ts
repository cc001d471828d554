import { beforeAll, expect, test } from 'vitest';
import { findVisitor, lookWithinCluster } from '#platform/scope.server.ts';
import {
  type ACluster,
  type ASource,
  aCluster,
  aDelivery,
  aMember,
  anIndicator,
  aSource,
} from '#test/build.ts';
import { NOW, owner, web } from '#test/world.ts';
import { figuresOf, published } from './benchmarks.fixtures.ts';
import { findIndicatorPage, type IndicatorPage, type Wish } from './indicator-page.server.ts';
import { keyOf } from './period-key.ts';

const YEARS = [2023, 2024, 2025].map((year) => ({ from: `${year}-01-01`, until: `${year}-12-31` }));
const NEWEST = { of: null, areAllDrawn: false };
const levels = [{ level: 'nation', value: 30, area: null, year: 2025, note: null, isExample: true }] as const;
const band = { p10: 10, p25: 20, p50: 30, p75: 40, p90: 50, tauSquared: 0.01 };

beforeAll(async () => {
  const source = { da: 'Opdigtet', en: 'Invented' };
  await anIndicator({ levels: levels.map((level) => ({ ...level, source, band })) });
});

async function threeYears() {
  const cluster = await aCluster({ practices: 12 });
  const source = await aSource([cluster]);
  for (const [turn, period] of YEARS.entries()) {
    const numerators = cluster.practices.map((_, index) => 10 + 3 * index + turn);
    await aDelivery(source, figuresOf(cluster, numerators), { period });
    await published(cluster, source, { period });
  }
  return { cluster, source };
}

/** The page as a reader gets it who only looks. */
async function pageFor(
  cluster: ACluster,
  who: { token: string },
  wish: Wish = NEWEST,
  indicatorKey = 'prove',
): Promise<IndicatorPage | null> {
  const caller = { token: who.token, now: NOW };
  const visitor = (await findVisitor(web, caller, { clusterId: cluster.clusterId }))!;
  return findIndicatorPage(lookWithinCluster(web, caller, visitor)!, indicatorKey, wish);
}

const yearsOf = (spreads: readonly { period: { from: string } }[] | undefined) =>
  spreads?.map(({ period }) => Number(period.from.slice(0, 4)));

const drawnYearsOf = (page: IndicatorPage | null) => yearsOf(page?.drawn.map(({ spread }) => spread));

test('the page lists every period, and draws the newest unless another is asked for', async () => {
  const { cluster, source } = await threeYears();
  const newest = await pageFor(cluster, cluster.coordinator);
  expect(newest).toMatchObject({ indicator: { key: 'prove' }, hasAccess: true });
  expect(yearsOf(newest?.listed)).toEqual([2025, 2024, 2023]);
  expect(drawnYearsOf(newest)).toEqual([2025]);
  expect(newest?.drawn[0]?.spread).toMatchObject({
    source: { sourceId: source.sourceId, name: 'Kvalitetsenheden' },
    contributors: 12,
    practices: 12,
    extractedOn: '2026-02-01',
    picture: { dots: cluster.practices.map((_, index) => 12 + 3 * index), median: 29, quartiles: [20, 37] },
  });

  const earlier = keyOf({ period: YEARS[0]!, source });
  const asked = await pageFor(cluster, cluster.coordinator, { of: earlier, areAllDrawn: false });
  expect([asked?.chosen, drawnYearsOf(asked)]).toEqual([earlier, [2023]]);
});

test.each(['', '2099-99-99.x.y', `2025-01-01.2025-12-31.00000000-0000-0000-0000-000000000000`])(
  'where the spread asked for is none (%s), the newest is looked at',
  async (of) => {
    const { cluster } = await threeYears();
    const page = await pageFor(cluster, cluster.coordinator, { of, areAllDrawn: false });
    expect([page?.chosen, drawnYearsOf(page)]).toEqual([keyOf(page!.listed[0]!), [2025]]);
  },
);

test('beside the own place every period is drawn', async () => {
  const { cluster, source } = await threeYears();
  const of = keyOf({ period: YEARS[1]!, source });
  const page = await pageFor(cluster, cluster.coordinator, { of, areAllDrawn: true });
  expect([page?.chosen, drawnYearsOf(page)]).toEqual([of, [2025, 2024, 2023]]);
});

async function aLevel(source: ASource, level: 'nation' | 'region', areaCode: string, p50: number) {
  const { from: periodFrom, until: periodUntil } = YEARS[2]!;
  await owner
    .insertInto('reference')
    .values({
      ...{ indicatorKey: 'prove', periodFrom, periodUntil, level, areaCode, sourceId: source.sourceId },
      ...{ origin: 'computed', practices: 120, numerator: 1, denominator: 2, overdispersion: 1, madeAt: NOW },
      ...{ p10: 1, p25: 2, p50, p75: 98, p90: 99, tauSquared: 0.02 },
    })
    .execute();
}

test('a spread lies beside its own region, else beside the nation, else beside the example of the indicator', async () => {
  const { cluster, source } = await threeYears();
  const besideNow = async () => (await pageFor(cluster, cluster.coordinator))?.drawn[0]?.reference;
  expect(await besideNow()).toEqual({ ...band, level: 'nation', isExample: true, practices: null });
  await aLevel(source, 'region', '1081', 44);
  expect(await besideNow()).toMatchObject({ isExample: true });
  await aLevel(source, 'nation', '', 55);
  expect(await besideNow()).toMatchObject({ level: 'nation', p50: 55, practices: 120, isExample: false });
  await aLevel(source, 'region', '1083', 66);
  expect(await besideNow()).toMatchObject({ level: 'region', p50: 66, tauSquared: 0.02, isExample: false });
});

test('a spread stays, with the name of its source, when the source no longer serves the cluster', async () => {
  const { cluster, source } = await threeYears();
  await owner.deleteFrom('sourceAnswer').where('sourceId', '=', source.sourceId).execute();
  await owner.deleteFrom('sourceCluster').where('sourceId', '=', source.sourceId).execute();
  const page = await pageFor(cluster, cluster.practices[4]!.doctor);
  expect(page?.drawn[0]?.spread.source.name).toBe('Kvalitetsenheden');
});

test('who has not opened the figures of a practice here has no access, whatever they opened elsewhere', async () => {
  const { cluster } = await threeYears();
  const elsewhere = await aCluster({ practices: 1 });
  const { practiceId } = cluster.practices[5]!;
  const unopened = await aMember(cluster, { practiceId, name: 'Ulla Uåbnet' });
  await owner
    .updateTable('member')
    .set({ personId: unopened.personId })
    .where('memberId', '=', elsewhere.coordinator.memberId)
    .execute();
  expect((await pageFor(cluster, unopened))?.hasAccess).toBe(false);
  expect((await pageFor(elsewhere, unopened))?.hasAccess).toBe(true);
});

test('another cluster has no spread of this one, and a secretary sees none', async () => {
  const { cluster } = await threeYears();
  const strangers = await aCluster();
  const secretary = await aMember(cluster, { kind: 'secretary', name: 'Solveig Sekretær' });
  const nothing = { listed: [], drawn: [], chosen: null };
  expect(await pageFor(strangers, strangers.coordinator)).toMatchObject(nothing);
  expect(await pageFor(cluster, secretary)).toMatchObject({ ...nothing, hasAccess: false });
  expect(await findVisitor(web, { token: secretary.token, now: NOW }, strangers)).toMatchObject({
    clusterId: null,
    roles: [],
  });
});

test('an indicator that nobody knows has no page', async () => {
  const cluster = await aCluster();
  expect(await pageFor(cluster, cluster.coordinator, NEWEST, 'ukendt')).toBeNull();
});
