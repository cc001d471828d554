import {
  type Document,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  stringify,
} from 'yaml';
import type { MeetingPackage } from './package.ts';
import { type PackageProblem, problemOf } from './package-problem.ts';
import { parsePackage, type Reading } from './package-schema.ts';

/** The longest file that is read, in characters. */
export const LONGEST_FILE = 100_000;

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
  const problems = reading.problems.map((problem) => ({ ...problem, line: lineOf(content, problem.field) }));
  return { problems: problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0)) };
}

/** The package as its one text file, which `readPackageFile` reads back as it was. */
export function writtenPackage(meetingPackage: MeetingPackage): string {
  return stringify(meetingPackage, { lineWidth: 100, aliasDuplicateObjects: false });
}

function contentOf(text: string): Content | { problems: PackageProblem[] } {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false });
    const [slip] = [...document.errors, ...document.warnings];
    if (slip) return unreadable(lines.linePos(slip.pos[0]).line, slip.code);
    // Without an alias nothing can refer to itself or grow beyond the file.
    return { document, lines, value: document.toJS({ maxAliasCount: 0 }) };
  } catch {
    return unreadable(null, '');
  }
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
