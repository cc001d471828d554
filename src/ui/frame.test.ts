import { expect, test } from 'vitest';
import { type Section, sectionAt } from './frame.ts';

const sections: Section[] = ['/c/1', '/c/1/members', '/c/1/deliveries'].map((href) => ({
  href,
  label: href,
}));
sections.push({ href: '/c/1/topics', label: 'topics', covers: ['/c/1/year'] });

test.for([
  ['/c/1', '/c/1', 'the overview is its own section'],
  ['/c/1/members', '/c/1/members', 'a section wins over the overview above it'],
  ['/c/1/deliveries/7/columns', '/c/1/deliveries', 'a step of a delivery belongs to the deliveries'],
  ['/c/1/meetings', '/c/1', 'a page without a section of its own belongs to the overview'],
  ['/c/1/year', '/c/1/topics', 'a page that a section covers belongs to it'],
  ['/c/1/yearly', '/c/1', 'an address that begins alike is not covered'],
  ['/c/12', null, 'another cluster whose address begins alike is not this one'],
  ['/', null, 'the front page belongs to no section'],
] as const)('%s lies in %s: %s', ([path, section]) => {
  expect(sectionAt(path, sections)).toBe(section);
});
