import { type Locale, number, quantity, range } from '#ui/format.ts';
import { type Beside, linesOf } from './beside.ts';
import { changeText } from './change.text.ts';
import type { Change, ChangePart, Verdict } from './change.ts';
import { lineLabels } from './change-chart.text.ts';
import { partText } from './change-message.text.ts';
import { resultText } from './result.text.ts';
import type { Table } from './result-chart.text.ts';
import { cellText, intervalText, portionText, shareText } from './result-words.text.ts';

/** The figures of a comparison in words: every line, and what was judged with its interval and verdict. */
export function besideTable(locale: Locale, beside: Beside): Table | null {
  const lines = linesOf(beside);
  if (lines.length === 0) return null;
  const say = changeText[locale].table;
  const labels = lineLabels(locale, beside);
  const cell = (one: (typeof lines)[number]['after']) =>
    one ? cellText(locale, one) : resultText[locale].fewer;
  const rows = lines.flatMap((line, at) => {
    const part = beside.parts.find((one) => one.part === line.key);
    const figures = ordered(beside, cell(line.before), cell(line.after));
    return [
      [labels[at]!, ...figures, ...(part ? shareCells(locale, beside, part) : ['', ''])],
      ...(part ? judgedRows(locale, beside, part, labels[at]!) : []),
    ];
  });
  const whole = beside.parts.filter(({ part }) => part === 'whole');
  const names = beside.kind === 'sides' ? [say.member, say.partner] : [say.before, say.after];
  const change = beside.kind === 'sides' ? say.difference : say.change;
  return {
    columns: [say.part, ...names, change, say.verdict],
    rows: [...rows, ...whole.flatMap((part) => wholeRows(locale, beside, part))],
  };
}

/** Of sides the members stand first, as in the picture. */
function ordered({ kind }: Beside, before: string, after: string): [string, string] {
  return kind === 'sides' ? [after, before] : [before, after];
}

/** The change of a share; its verdict only where the share itself was judged. */
function shareCells(locale: Locale, beside: Beside, { paired, rank, share, verdict }: ChangePart): string[] {
  if (!share) return ['', verdictText(locale, beside, verdict)];
  return [pointsText(locale, share.change), rank || paired ? '' : verdictText(locale, beside, verdict)];
}

/** Of a scale as a whole: the upper two steps, and how it was judged. */
function wholeRows(locale: Locale, beside: Beside, part: ChangePart): string[][] {
  const judged = judgedRows(locale, beside, part, '');
  if (!part.share) return judged;
  const { after, before } = part.share;
  const figures = ordered(beside, portionText(locale, before), portionText(locale, after));
  return [[partText(locale, beside, part), ...figures, ...shareCells(locale, beside, part)], ...judged];
}

/** What the verdict rests on where that is not the share: the ranks, or those with a code. */
function judgedRows(locale: Locale, beside: Beside, part: ChangePart, row: string): string[][] {
  const say = changeText[locale];
  const { paired, rank } = part;
  const name = (what: string) => (row === '' ? what : say.ofRow(what, row));
  const verdict = verdictText(locale, beside, part.verdict);
  if (rank) {
    const pairs = (beside.kind === 'sides' ? say.rankSides : say.rank)(shareText(locale, rank.value));
    return [[name(say.table.rank), '', '', say.within(pairs, intervalText(locale, rank)), verdict]];
  }
  const change = paired?.step ?? paired?.share;
  if (!paired || !change) return [];
  const figures = paired.step ? stepsText(locale, change) : pointsText(locale, change);
  return [[name(say.table.paired), '', number(locale, paired.pairs, 0), figures, verdict]];
}

function verdictText(locale: Locale, { kind }: Beside, verdict: Verdict): string {
  const say = changeText[locale];
  return (kind === 'sides' ? say.difference : say.verdict)[verdict];
}

/** A change of a share and its interval: `+12 procentpoint (3–21)`, `-3 procentpoint (-20 til 14)`. */
export function pointsText(locale: Locale, { lower, upper, value }: Change): string {
  const hundredfold = { value: 100 * value, lower: 100 * lower, upper: 100 * upper };
  return signedText(locale, hundredfold, [changeText[locale].points, 0]);
}

function stepsText(locale: Locale, change: Change): string {
  return signedText(locale, change, [changeText[locale].steps, 1]);
}

type Signed = { value: number; lower: number; upper: number };

function signedText(
  locale: Locale,
  { lower, upper, value }: Signed,
  [unit, decimals]: readonly [string, number],
): string {
  const say = changeText[locale];
  const write = (end: number) => number(locale, end, decimals);
  const sign = write(value) !== '0' && value > 0 ? '+' : '';
  const interval =
    lower >= 0 ? range(locale, [lower, upper], '', decimals) : say.until(write(lower), write(upper));
  return say.within(sign + quantity(locale, value, unit, decimals), interval);
}

/** How the verdict was reached, as sentences below the picture. */
export function besideNotes(locale: Locale, { after, isPaired, kind, parts, verdict }: Beside): string {
  const say = changeText[locale];
  if (verdict === 'too_few') return '';
  const pairs = parts.find(({ paired }) => paired)?.paired?.pairs ?? 0;
  const notes = [
    isPaired ? say.paired(number(locale, pairs, 0)) : '',
    after.question.scale && !isPaired ? (kind === 'sides' ? say.wholeScaleOfSides : say.wholeScale) : '',
    parts.length > 1 ? say.together : '',
    kind === 'sides' ? say.chanceOfSides : say.chance,
  ];
  return notes.filter(Boolean).join('. ');
}
