import { expect, test } from 'vitest';
import { type AttendanceLine, byPractice, cameUnannounced, countOf } from './attendance.ts';

const line = (of: Partial<AttendanceLine> = {}): AttendanceLine => ({
  memberId: 'm',
  name: 'Anna',
  kind: 'doctor',
  practiceId: 'p',
  practiceName: 'Lægehuset',
  how: null,
  answer: null,
  ...of,
});

test.each([
  ['list', 'yes', false],
  ['scan', 'online', false],
  ['list', 'no', true],
  ['scan', null, true],
  [null, null, false],
  [null, 'no', false],
] as const)('registered by %s after the answer %s, somebody came unannounced: %s', (how, answer, is) => {
  expect(cameUnannounced(line({ how, answer }))).toBe(is);
});

test('those who came are counted with their practices and visitors', () => {
  const lines = [
    line({ how: 'list', answer: 'yes' }),
    line({ how: 'scan', practiceId: 'q' }),
    line({ how: 'list', practiceId: null }),
    line(),
  ];
  expect(countOf(lines, ['Vera'])).toEqual({ people: 3, practices: 2, unannounced: 2, visitors: 1 });
});

test('where nobody was asked, nobody came unannounced', () => {
  expect(countOf([line({ how: 'list' })], [])).toMatchObject({ people: 1, unannounced: 0 });
});

test('whoever belongs to no practice stands last', () => {
  const groups = byPractice([line({ practiceId: null, practiceName: '' }), line(), line({ memberId: 'n' })]);
  expect(groups.map(({ practiceId, lines }) => [practiceId, lines.length])).toEqual([
    ['p', 2],
    [null, 1],
  ]);
});
