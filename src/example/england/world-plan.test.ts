import { expect, test } from 'vitest';
import { isExampleNumber } from '#domain/clusters/example-number.ts';
import { planWorld, type Register, type Structure } from './world-plan.ts';

const structure = (practice: string, ccg: string, pcn: string): Structure => ({
  practice,
  ccg,
  pcn,
  regionCode: ccg.startsWith('N') ? 'Y1' : 'Y2',
  regionName: ccg.startsWith('N') ? 'North' : 'South',
});
const STRUCTURES = [
  structure('A00001', 'N1', 'U01'),
  structure('A00002', 'N1', 'U02'),
  structure('A00003', 'N1', 'U'),
  structure('A00004', 'S1', 'U03'),
  structure('A00005', 'S9', 'U03'),
];
const REGISTERS: Register[] = [
  { practice: 'A00001', ccg: 'N1' },
  { practice: 'A00002', ccg: 'N2' },
  { practice: 'A00004', ccg: 'S1' },
  { practice: 'A00006', ccg: 'S1' },
];
const plan = (by: 'ccg' | 'pcn', registers = REGISTERS, realWords = new Set<string>()) =>
  planWorld({ structures: STRUCTURES, registers, realWords }, by);
const codesOf = ({ clusters }: ReturnType<typeof plan>) =>
  Object.fromEntries(clusters.map(({ code, practices }) => [code, practices.map(({ number }) => number)]));

test('with the registers, a practice belongs to the CCG of their year, also where the structures miss it', () => {
  expect(codesOf(plan('ccg'))).toEqual({
    N1: ['A00001', 'A00003'],
    N2: ['A00002'],
    S1: ['A00004', 'A00006'],
  });
  expect(plan('ccg').leftOut).toBe(1);
});

test('without them, to the CCG of the structures', () => {
  expect(codesOf(plan('ccg', []))).toEqual({
    N1: ['A00001', 'A00002', 'A00003'],
    S1: ['A00004'],
    S9: ['A00005'],
  });
});

test('a practice that is unallocated belongs to no network, and so to no cluster', () => {
  expect(codesOf(plan('pcn'))).toEqual({ U01: ['A00001'], U02: ['A00002'], U03: ['A00004', 'A00005'] });
  expect(plan('pcn').leftOut).toBe(2);
});

test('every cluster lies in an area, and every area in a region', () => {
  const { areas, clusters, regions } = plan('ccg');
  expect(regions).toEqual([
    { code: 'Y1', name: 'North' },
    { code: 'Y2', name: 'South' },
  ]);
  expect(Object.fromEntries(areas.map(({ code, regionCode }) => [code, regionCode]))).toEqual({
    N1: 'Y1',
    N2: 'Y1',
    S1: 'Y2',
  });
  expect(clusters.every(({ areaCode }) => areas.some(({ code }) => code === areaCode))).toBe(true);
});

test('numbers are real codes, which no Danish practice can have; names are invented and never real', () => {
  const [first] = plan('ccg').clusters;
  expect(first?.practices.every(({ number }) => isExampleNumber(number))).toBe(true);
  const word = first!.practices[0]!.name.match(
    /^(?:\w+ )?(\w+) (?:Surgery|Medical|Health|Practice|Group)/,
  )![1]!;
  const again = plan('ccg', REGISTERS, new Set([word.toLowerCase()]));
  expect(again.clusters[0]?.practices[0]?.name).not.toContain(word);
});

test('the same files make the same country', () => {
  expect(plan('pcn')).toEqual(plan('pcn'));
});
