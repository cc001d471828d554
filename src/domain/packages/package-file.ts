import {
  type Document,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  stringify,
  visit,
} from 'yaml';
import type { MeetingPackage } from './package.ts';
import { type PackageProblem, problemOf } from './package-problem.ts';
import { parsePackage, type Reading } from './package-schema.ts';

/** The longest file that is read, in characters. */
export const LONGEST_FILE = 100_000;
// Nobody mends more at a time, and each is looked for in the file.
const MOST_PROBLEMS = 100;

type Content = { document: Document; lines: LineCounter; value: unknown };

/**
 * Reads the one text file of a package. It is plain YAML: tags, anchors and aliases are refused, as is what `parsePackage`
 * refuses. Every problem names its field and, where there is one, its line.
 */
export function readPackageFile(text: string, knownIndicators: ReadonlySet<string>): Reading {
  if (text.length > LONGEST_FILE) return { problems: [problemOf('too_large', '')] };
  const content = contentOf(text.replace(/^\ufeff/, ''));
  if ('problems' in content) return content;
  const reading = parsePackage(content.value, knownIndicators);
  if ('package' in reading) return reading;
  const problems = reading.problems
    .slice(0, MOST_PROBLEMS)
    .map((problem) => ({ ...problem, line: lineOf(content, problem.field) }));
  return { problems: problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}

/** The package as its one text file, which `readPackageFile` reads back as it was. */
export function writtenPackage(meetingPackage: MeetingPackage): string {
  return stringify(meetingPackage, { lineWidth: 100, aliasDuplicateObjects: false });
}

function contentOf(text: string): Content | { problems: PackageProblem[] } {
  const lines = new LineCounter();
  try {
    // The library compares every field with every other, which takes half a minute on a file made to that end.
    const options = { lineCounter: lines, schema: 'core', prettyErrors: false, uniqueKeys: false } as const;
    const document = parseDocument(text, options);
    const [slip] = [...document.errors, ...document.warnings];
    if (slip) return unreadable(lines.linePos(slip.pos[0]).line, slip.code);
    const objection = objectionTo(document, lines);
    return objection ? { problems: [objection] } : { document, lines, value: document.toJS() };
  } catch (problem) {
    // Brackets within brackets without end use up the stack.
    if (problem instanceof RangeError) return unreadable(null, 'DEPTH');
    throw problem;
  }
}

/** The first field that is given twice in one place, or the first alias, since one could make a file without end. */
function objectionTo(document: Document, lines: LineCounter): PackageProblem | null {
  let found: PackageProblem | null = null;
  const object = (problem: PackageProblem, node: Node) => {
    found = { ...problem, line: lines.linePos(node.range?.[0] ?? 0).line };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, alias) => object(problemOf('not_readable', '', 'ALIAS'), alias),
    Map(_, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (isScalar(key) && seen.has(name)) return object(problemOf('twice', name), key);
        seen.add(name);
      }
      return undefined;
    },
  });
  return found;
}

function unreadable(line: number | null, code: string): { problems: PackageProblem[] } {
  return { problems: [{ ...problemOf('not_readable', '', code), line }] };
}

/** The line of a field, or of the nearest thing around it that is there. */
function lineOf({ document, lines }: Content, field: string): number | null {
  const path = field === '' ? [] : field.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  for (let length = path.length; length > 0; length -= 1) {
    const start = startOf(document, path.slice(0, length));
    if (start !== null) return lines.linePos(start).line;
  }
  return null;
}

function startOf(document: Document, path: readonly (string | number)[]): number | null {
  const last = path.at(-1);
  const around = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  // A field is where its name stands; a text in several lines begins below it.
  const pair = isMap(around) && around.items.find(({ key }) => isScalar(key) && key.value === last);
  const node = isPair(pair) ? (pair.key as Node) : (document.getIn(path, true) as Node | undefined);
  return node?.range?.[0] ?? null;
}
