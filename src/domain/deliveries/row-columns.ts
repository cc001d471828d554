import type { ColumnEvidence, SheetEvidence } from './column-evidence.ts';
import { type Confidence, type Drafts, type ProposalReason, plainDraft } from './draft.ts';
import type { PlainRole } from './mapping.ts';
import { missingReason } from './missing.ts';
import type { Sheet } from './sheet.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const PRACTICE = words(
  'ydernr ydernummer yder yderid yderkode practicecode practicenumber practicenr practiceid practice praksisnr' +
    ' praksisnummer praksiskode praksis kliniknr kliniknummer gpcode gppracticecode odscode orgcode',
);
const INDICATOR = words(
  'indikator indicator indikatornavn indikatorkode measure maal maaling noegletal emne',
);
const PERIOD = words(
  'periode period aar year kvartal quarter maaned month financialyear regnskabsaar opgoerelsesperiode',
);
const FROM = words(
  'periodefra fra from startdato start periodestart fradato datofra periodfrom periodstart startdate',
);
const UNTIL = words(
  'periodetil til to slutdato slut periodeslut tildato datotil periodto perioduntil periodend enddate end',
);
const MADE_ON = /udtraek|opdater|dannet|leveret|extract|updated/;
const QUARTER = words('kvartal quarter kv kvt q');
const MONTH = words('maaned maanednr month md');

/** Drafts the columns that say what a row is of: practice, indicator and period. Others stay open. */
export function draftRowColumns(sheet: Sheet, evidence: SheetEvidence, drafts: Drafts): void {
  const place = (found: Placed | null, role: PlainRole) => {
    if (!found || drafts.some((draft) => draft?.column.role === role)) return;
    const { column, confidence, reason } = found;
    drafts[column.position] = plainDraft(sheet.header[column.position]!, role, confidence, reason);
  };
  const open = () => evidence.columns.filter((column) => !drafts[column.position]);
  place(practiceColumn(open()), 'practice_number');
  place(indicatorColumn(open()), 'indicator');
  place(
    byWord(open(), FROM, (column) => column.survey.numbers <= column.survey.others),
    'period_from',
  );
  place(
    byWord(open(), UNTIL, (column) => column.survey.numbers <= column.survey.others),
    'period_until',
  );
  if (drafts.some((draft) => draft?.column.role === 'period_until')) return;
  place(
    byWord(open(), QUARTER, (column) => holdsOnly(column, 4)),
    'quarter',
  );
  place(
    byWord(open(), MONTH, (column) => holdsOnly(column, 12)),
    'month',
  );
  place(periodColumn(open()), 'period');
}

type Placed = { column: ColumnEvidence; confidence: Confidence; reason: ProposalReason };

function practiceColumn(columns: readonly ColumnEvidence[]): Placed | null {
  const best = (candidates: ColumnEvidence[]) => candidates.sort((a, b) => b.distinct - a.distinct)[0];
  const known = best(columns.filter((column) => column.knownPractices >= 0.5));
  if (known) return { column: known, confidence: 'certain', reason: 'known_practice_numbers' };
  const named = best(columns.filter((column) => PRACTICE.has(column.folded) && column.codes >= 0.5));
  if (named) return { column: named, confidence: 'likely', reason: 'header_word' };
  const alike = columns.find((column) => column.codes >= 0.95 && areSixCharacters(column));
  return alike ? { column: alike, confidence: 'guess', reason: 'looks_like_practice_numbers' } : null;
}

function indicatorColumn(columns: readonly ColumnEvidence[]): Placed | null {
  const known = columns.find((column) => column.knownIndicators >= 0.5);
  if (known) return { column: known, confidence: 'certain', reason: 'known_indicators' };
  return byWord(columns, INDICATOR, (column) => column.survey.others > 0);
}

function periodColumn(columns: readonly ColumnEvidence[]): Placed | null {
  const named = byWord(columns, PERIOD, (column) => column.distinct > 0);
  if (named) return { ...named, confidence: named.column.periods >= 0.5 ? 'certain' : 'guess' };
  const alike = columns.find(
    (column) =>
      column.periods >= 0.9 && column.distinct > 0 && column.distinct <= 200 && !MADE_ON.test(column.folded),
  );
  return alike ? { column: alike, confidence: 'likely', reason: 'looks_like_periods' } : null;
}

function byWord(
  columns: readonly ColumnEvidence[],
  words: ReadonlySet<string>,
  holds: (column: ColumnEvidence) => boolean,
): Placed | null {
  const column = columns.find((candidate) => words.has(candidate.folded) && holds(candidate));
  return column ? { column, confidence: 'likely', reason: 'header_word' } : null;
}

function holdsOnly(column: ColumnEvidence, most: number): boolean {
  const numbers = column.sample
    .filter((cell) => missingReason(cell) === null)
    .map((cell) => Number(cell.replace(/^[KQM]/i, '')));
  return numbers.length > 0 && numbers.every((n) => Number.isInteger(n) && n >= 1 && n <= most);
}

function areSixCharacters(column: ColumnEvidence): boolean {
  const filled = column.sample.filter((cell) => missingReason(cell) === null);
  return filled.length > 0 && filled.every((cell) => cell.length === 6 && !/[.,]/.test(cell));
}
