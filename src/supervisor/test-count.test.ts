import { expect, test } from 'vitest';
import { countIn, toldCount } from './test-count.ts';

const aFile = (status: string, ...assertions: string[]) => ({
  status,
  assertionResults: assertions.map((each) => ({ status: each })),
});

const aReport = (passed: number, failed: number, ...testResults: unknown[]) =>
  JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults });

test.each([
  ['all good', aReport(2, 0, aFile('passed', 'passed', 'passed')), true, '2 passed, 0 failed'],
  ['one failed', aReport(1, 1, aFile('failed', 'passed', 'failed')), false, '1 passed, 1 failed'],
  [
    'a file that could not be read',
    aReport(1, 0, aFile('passed', 'passed'), aFile('failed')),
    false,
    '1 passed, 1 failed',
  ],
  ['an error beside the tests', aReport(1, 0, aFile('passed', 'passed')), false, '1 passed, 1 failed'],
  ['no report', '', false, '0 passed, 1 failed'],
])('%s', (_title, report, isContent, told) => {
  expect(toldCount(countIn(report, isContent))).toBe(told);
});
