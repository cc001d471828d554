import { expect, test } from 'vitest';
import { sectionAt } from './frame.ts';

const sections = ['/c/1', '/c/1/members', '/c/1/deliveries'].map((href) => ({ href, label: href }));

test.for([
  ['/c/1', '/c/1', 'the overview is its own section'],
  ['/c/1/members', '/c/1/members', 'a section wins over the overview above it'],
  ['/c/1/deliveries/7/columns', '/c/1/deliveries', 'a step of a delivery belongs to the deliveries'],
  ['/c/1/meetings', '/c/1', 'a page without a section of its own belongs to the overview'],
  ['/c/12', null, 'another cluster whose address begins alike is not this one'],
  ['/', null, 'the front page belongs to no section'],
] as const)('%s lies in %s: %s', ([path, section]) => {
  expect(sectionAt(path, sections)).toBe(section);
});
