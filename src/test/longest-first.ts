import { BaseSequencer, type TestSpecification } from 'vitest/node';

// What takes about a minute and more, the longest first.
const LONGEST = [
  'e2e/pages.test.ts',
  'e2e/england.test.ts',
  'e2e/attack.test.ts',
  'e2e/submissions.test.ts',
  'src/supervisor/main.test.ts',
  'e2e/municipality.test.ts',
  'src/year.test.ts',
  'e2e/asking.test.ts',
];

const rankOf = ({ moduleId }: TestSpecification) => {
  const rank = LONGEST.findIndex((file) => moduleId.endsWith(file));
  return rank === -1 ? LONGEST.length : rank;
};

/** Begins with the files that take longest, so that in the end no core idles while another finishes one of them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
