import type { Part } from './column-name.ts';
import type { ColumnMapping, MeasureColumn, PlainRole } from './mapping.ts';
import type { DecimalSign } from './number-format.ts';

export type Confidence = 'certain' | 'likely' | 'guess';

/** Why a column is proposed to be what it is, so that the page can say so. */
export type ProposalReason =
  | 'remembered'
  | 'header_word'
  | 'known_practice_numbers'
  | 'looks_like_practice_numbers'
  | 'known_indicators'
  | 'looks_like_periods'
  | 'header_names_indicator'
  | 'header_names_period'
  | 'matches_ratio'
  | 'larger_of_two'
  | 'only_figures'
  | 'damaged_name'
  | 'change'
  | 'unknown_measure'
  | 'text'
  | 'empty';

/**
 * How sure a proposal is and why. `suggestedDecimal` is set for an ambiguous column of numbers: the sign that
 * the other columns of the file use, to be offered as the likely answer.
 */
export type ColumnProposal = {
  confidence: Confidence;
  reason: ProposalReason;
  suggestedDecimal: DecimalSign | null;
};

/** A column as it is proposed so far; a column without a draft is still open. */
export type Draft = { column: ColumnMapping; confidence: Confidence; reason: ProposalReason };
export type Drafts = (Draft | undefined)[];

/** A draft of a column that is no figure. */
export function plainDraft(
  name: string,
  role: PlainRole,
  confidence: Confidence,
  reason: ProposalReason,
): Draft {
  return { column: { name, role }, confidence, reason };
}

/** A draft of a column of figures; shared and of the row's period unless told otherwise. */
export function measureDraft(
  column: { name: string; role: Part } & Partial<MeasureColumn>,
  confidence: Confidence,
  reason: ProposalReason,
): Draft {
  const open = { indicatorKeys: [], periodLabel: null, decimal: null, per: null };
  return { column: { ...open, ...column }, confidence, reason };
}
