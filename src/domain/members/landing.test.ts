import { expect, test } from 'vitest';
import { landingOf } from './landing.ts';

const cluster = (id: string) => ({ kind: 'cluster' as const, id });
const source = (id: string) => ({ kind: 'source' as const, id });

test.each([
  ['one cluster', [cluster('a')], '/c/a'],
  ['a cluster and the source of its coordinators', [cluster('a'), source('b')], '/c/a'],
  ['one data source', [source('b')], '/source/b'],
  ['two clusters', [cluster('a'), cluster('b')], '/my'],
  ['two data sources', [source('a'), source('b')], '/my'],
  ['nowhere', [], '/my'],
])('who belongs to %s is led there, or to the list', (_, places, address) => {
  expect(landingOf(places)).toBe(address);
});
