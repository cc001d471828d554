import type { ColumnRole } from './column-form.ts';
import { columnFormats } from './column-format.ts';
import type { ColumnProposal } from './draft.ts';
import { isMeasure, type Mapping, positionsOf } from './mapping.ts';
import { missingReason } from './missing.ts';
import type { DecimalSign } from './number-format.ts';
import type { Problem } from './problem.ts';
import type { Sheet } from './sheet.ts';

/** A column as the page shows it. `keys` are parted by blanks; the reason is null once the proposal was changed. */
export type ColumnView = {
  position: number;
  name: string;
  sample: string[];
  role: ColumnRole;
  keys: string;
  periodLabel: string;
  per: string;
  reason: ColumnProposal['reason'] | null;
  confidence: ColumnProposal['confidence'] | null;
};

/** A number that can be read in two ways, where it stands, how the file's other columns write, and the answer. */
export type DecimalQuestion = {
  cell: string;
  column: number;
  suggested: DecimalSign | null;
  answer: DecimalSign | null;
};

/**
 * What the page asks before the columns: about the whole file, about names of indicators nobody knows, about
 * values that may be fractions; what can only be mended in a column, or in the file; and how much is open in all.
 */
export type ColumnPage = {
  columns: ColumnView[];
  decimal: DecimalQuestion | null;
  splitYear: { label: string; answer: number | null } | null;
  asksIndicator: boolean;
  asksPeriod: boolean;
  names: { name: string; line: number | null; answer: string | null; isAnswered: boolean }[];
  scales: { position: number; name: string; cell: string }[];
  mends: Problem[];
  problems: number;
};

/** What says the indicator where a column does not: each row, an answer about the whole file, or nothing. */
export type SaidBeside = 'row' | 'answer' | null;

/**
 * What a column of figures says when it names no indicator of its own: that it is shared by all, that each row says
 * it, that the answer about the whole file holds, or that one is still to be chosen. Null: it has one, and none of
 * these could be meant.
 */
export function withoutIndicator(
  { role, keys }: Pick<ColumnView, 'role' | 'keys'>,
  said: SaidBeside,
): 'shared' | 'of_row' | 'as_answered' | 'choose' | null {
  if (role === 'denominator') return 'shared';
  if (said === 'row') return 'of_row';
  if (said === 'answer') return 'as_answered';
  return keys === '' ? 'choose' : null;
}

const SAMPLED = 3;
const LONGEST = 40;
const ASKED = new Set<Problem['kind']>([
  'ambiguous_number',
  'split_year',
  'no_indicator',
  'no_period',
  'unknown_indicator',
  'value_scale',
]);

/** Lays out the page of columns for a sheet as it is mapped now, with the reasons that the proposal gave. */
export function columnPageOf(
  sheet: Sheet,
  mapping: Mapping,
  proposal: { mapping: Mapping; columns: readonly ColumnProposal[] },
  problems: readonly Problem[],
): ColumnPage {
  const has = (kind: Problem['kind']) => problems.some((problem) => problem.kind === kind);
  return {
    columns: mapping.columns.map((_, position) => columnViewOf(sheet, mapping, proposal, position)),
    decimal: decimalQuestion(sheet, mapping, proposal.columns),
    splitYear: splitYearQuestion(sheet, mapping, problems),
    asksIndicator: has('no_indicator') || mapping.fixedIndicatorKey !== null,
    asksPeriod: has('no_period') || mapping.fixedPeriod !== null,
    names: namesAsked(mapping, problems),
    scales: problems.flatMap(({ kind, column }) =>
      kind === 'value_scale'
        ? [
            {
              position: column! - 1,
              name: sheet.header[column! - 1]!,
              cell: sampleOf(sheet, column! - 1)[0] ?? '',
            },
          ]
        : [],
    ),
    mends: problems.filter(({ kind }) => !ASKED.has(kind)),
    problems: problems.length,
  };
}

function columnViewOf(
  sheet: Sheet,
  mapping: Mapping,
  proposal: { mapping: Mapping; columns: readonly ColumnProposal[] },
  position: number,
): ColumnView {
  const column = mapping.columns[position]!;
  const isAsProposed = proposal.mapping.columns[position]?.role === column.role;
  const { reason, confidence } = proposal.columns[position]!;
  const measure = isMeasure(column) ? column : null;
  return {
    position,
    name: column.name,
    sample: sampleOf(sheet, position),
    role: column.role,
    keys: measure?.indicatorKeys.join(' ') ?? '',
    periodLabel: measure?.periodLabel ?? '',
    per: measure?.per ? String(measure.per) : '',
    reason: isAsProposed ? reason : null,
    confidence: isAsProposed ? confidence : null,
  };
}

function sampleOf(sheet: Sheet, position: number): string[] {
  const found = new Set<string>();
  for (const { cells } of sheet.rows) {
    const cell = cells[position] ?? '';
    if (missingReason(cell) === null) found.add(cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell);
    if (found.size === SAMPLED) break;
  }
  return [...found];
}

// One answer holds for every column in doubt: a file that writes numbers in two ways is asked to be mended.
function decimalQuestion(
  sheet: Sheet,
  mapping: Mapping,
  proposed: readonly ColumnProposal[],
): DecimalQuestion | null {
  for (const [position, { survey }] of columnFormats(sheet, mapping)) {
    const column = mapping.columns[position]!;
    if (!survey.format?.isAmbiguous || survey.firstAmbiguous === null || !isMeasure(column)) continue;
    return {
      cell: sheet.rows[survey.firstAmbiguous]?.cells[position] ?? '',
      column: position + 1,
      suggested: proposed[position]?.suggestedDecimal ?? null,
      answer: column.decimal,
    };
  }
  return null;
}

function splitYearQuestion(
  sheet: Sheet,
  mapping: Mapping,
  problems: readonly Problem[],
): ColumnPage['splitYear'] {
  const asked = problems.find(({ kind }) => kind === 'split_year');
  if (!asked && mapping.splitYearFrom === null) return null;
  const column = asked?.column ? mapping.columns[asked.column - 1] : mapping.columns.find(isMeasure);
  const inName = column && isMeasure(column) ? column.periodLabel : null;
  const [position] = positionsOf(mapping, 'period');
  const inCell = position === undefined ? undefined : sampleOf(sheet, position)[0];
  return { label: inName ?? inCell ?? '', answer: mapping.splitYearFrom };
}

function namesAsked(mapping: Mapping, problems: readonly Problem[]): ColumnPage['names'] {
  const unknown = problems.flatMap(({ kind, name, line }) =>
    kind === 'unknown_indicator' && name !== null ? [{ name, line, answer: null, isAnswered: false }] : [],
  );
  const answered = mapping.indicatorNames.map(({ name, indicatorKey }) => ({
    name,
    line: null,
    answer: indicatorKey,
    isAnswered: true,
  }));
  return [...unknown, ...answered];
}

/** The two readings of a number such as `17.885`: its parts, and the decimal sign that each reading implies. */
export function readingsOf(cell: string): {
  whole: string;
  part: string;
  asThousands: DecimalSign;
  asDecimals: DecimalSign;
} {
  const sign: DecimalSign = cell.includes('.') ? '.' : ',';
  const [whole = '', part = ''] = cell.trim().replace(/\s?%$/, '').split(sign);
  return { whole, part, asThousands: sign === '.' ? ',' : '.', asDecimals: sign };
}
