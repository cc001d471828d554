/** How many tests passed and failed. */
export type Count = { passed: number; failed: number };

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/**
 * Counts the tests in Vitest's JSON report. A file that could not even be read counts as one failed test,
 * and so does a run that was not content though every test passed, or that left no report.
 */
export function countIn(report: string, isContent: boolean): Count {
  if (report === '') return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(report) as Report;
  const unread = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  );
  const failed = numFailedTests + unread.length;
  return { passed: numPassedTests, failed: failed === 0 && !isContent ? 1 : failed };
}

/** The last line of `npm test`. */
export function toldCount({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed`;
}
