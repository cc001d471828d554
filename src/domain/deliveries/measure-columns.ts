import { type ColumnEvidence, mayHoldFigures, type SheetEvidence } from './column-evidence.ts';
import { type Part, shapeOfName } from './column-name.ts';
import { type Draft, type Drafts, measureDraft, plainDraft } from './draft.ts';
import { isMeasure } from './mapping.ts';
import type { Sheet } from './sheet.ts';

/**
 * Drafts the columns of figures that their names tell: an indicator, a part of a figure, a period, or several
 * of these. Columns of changes between years are set aside. What only the numbers can tell stays open.
 */
export function draftNamedMeasures(sheet: Sheet, evidence: SheetEvidence, drafts: Drafts): void {
  const labels = labelsOf(sheet, evidence);
  const open = evidence.columns.filter((column) => !drafts[column.position] && mayHoldFigures(column));
  for (const column of open) {
    const name = sheet.header[column.position]!;
    const draft = column.name.isChange
      ? plainDraft(name, 'ignore', 'likely', 'change')
      : namedMeasure(name, column, labels[column.position]!, evidence);
    if (draft) drafts[column.position] = draft;
  }
  settleUnsaidParts(drafts);
}

type Label = { text: string | null; stem: string; isDamaged: boolean };

function namedMeasure(
  name: string,
  column: ColumnEvidence,
  label: Label,
  evidence: SheetEvidence,
): Draft | null {
  const { part, whole, subject } = column.name;
  const key = evidence.keyOf(whole) ?? evidence.keyOf(subject) ?? evidence.keyOf(label.stem);
  const periodLabel = label.text;
  if (key !== null) {
    const measure = { name, role: part ?? UNSAID, indicatorKeys: [key], periodLabel };
    const confidence = part === null || label.isDamaged ? 'guess' : 'likely';
    return measureDraft(measure, confidence, label.isDamaged ? 'damaged_name' : 'header_names_indicator');
  }
  if (label.stem !== '') return null;
  if (part !== null) return measureDraft({ name, role: part, periodLabel }, 'likely', 'header_word');
  return periodLabel === null
    ? null
    : measureDraft({ name, role: 'value', periodLabel }, 'guess', 'header_names_period');
}

// A name that says no part is a value, unless its indicator has a column of values already: see below.
const UNSAID: Part = 'value';

function settleUnsaidParts(drafts: Drafts): void {
  const roles = (draft: Draft) => siblings(draft, drafts).map((sibling) => sibling.column.role);
  for (const draft of drafts) {
    if (draft?.confidence !== 'guess' || draft.reason !== 'header_names_indicator') continue;
    const others = roles(draft);
    if (!others.includes('numerator') && (others.includes('value') || others.includes('denominator'))) {
      draft.column.role = 'numerator';
    }
  }
}

function siblings(draft: Draft, drafts: Drafts): Draft[] {
  const of = (one: Draft) =>
    isMeasure(one.column) ? `${one.column.indicatorKeys[0]} ${one.column.periodLabel}` : null;
  return drafts.filter(
    (other) => other !== undefined && other !== draft && of(other) === of(draft),
  ) as Draft[];
}

// Dragging a cell makes AF_p_1719 of AF_p_1718: a name like its neighbours', with a year that does not exist.
function labelsOf(sheet: Sheet, evidence: SheetEvidence): Label[] {
  const shapes = new Set(
    evidence.columns
      .filter((c) => c.name.periodLabel !== null)
      .map((c) => shapeOfName(sheet.header[c.position]!)),
  );
  return evidence.columns.map(({ name, position }) => {
    const sound = { text: name.periodLabel, stem: name.stem, isDamaged: false };
    if (name.periodLabel !== null) return sound;
    const header = sheet.header[position]!;
    const digits = /\d{4}(?!\d)/.exec(header)?.[0];
    const isDamaged = digits !== undefined && shapes.has(shapeOfName(header.replace(digits, '2000')));
    return isDamaged ? { text: digits, stem: name.stem.replace(digits, ''), isDamaged } : sound;
  });
}
