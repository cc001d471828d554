import { type Locale, number, quantity, range } from '#ui/format.ts';
import { type Beside, linesOf } from './beside.ts';
import { changeText } from './change.text.ts';
import type { Change, ChangePart } from './change.ts';
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
  const rows = lines.map((line, at) => [
    labels[at]!,
    ...ordered(beside, cell(line.before), cell(line.after)),
    '',
    '',
    '',
  ]);
  const names = beside.kind === 'sides' ? [say.member, say.partner] : [say.before, say.after];
  const change = beside.kind === 'sides' ? say.difference : say.change;
  return {
    columns: [say.part, ...names, change, say.interval, say.verdict],
    rows: [...rows, ...beside.parts.flatMap((part) => partRows(locale, beside, part))],
  };
}

/** Of sides the members stand first, as in the picture. */
function ordered({ kind }: Beside, before: string, after: string): [string, string] {
  return kind === 'sides' ? [after, before] : [before, after];
}

function partRows(locale: Locale, beside: Beside, part: ChangePart): string[][] {
  const say = changeText[locale];
  const verdict = (beside.kind === 'sides' ? say.difference : say.verdict)[part.verdict];
  const rows: string[][] = [];
  const { paired, rank, share } = part;
  if (share) {
    const [before, after] = [portionText(locale, share.before), portionText(locale, share.after)];
    const isJudged = !rank && !paired;
    const figures = [...ordered(beside, before, after), ...pointsText(locale, share.change)];
    rows.push([partText(locale, beside, part), ...figures, isJudged ? verdict : '']);
  }
  if (rank) {
    const pairs = (beside.kind === 'sides' ? say.rankSides : say.rank)(shareText(locale, rank.value));
    rows.push([say.table.rank, '', '', pairs, intervalText(locale, rank), verdict]);
  }
  if (paired) {
    const change = paired.step ?? paired.share!;
    const figures = paired.step ? stepsText(locale, change) : pointsText(locale, change);
    rows.push([
      say.table.paired,
      ...ordered(beside, '', number(locale, paired.pairs, 0)),
      ...figures,
      verdict,
    ]);
  }
  return rows;
}

/** A change of a share and its interval: `+12 procentpoint`, `-3 til 27 procentpoint`. */
export function pointsText(locale: Locale, { lower, upper, value }: Change): [string, string] {
  const { points } = changeText[locale];
  const hundredfold = { value: 100 * value, lower: 100 * lower, upper: 100 * upper };
  return signedText(locale, hundredfold, [points, 0]);
}

function stepsText(locale: Locale, change: Change): [string, string] {
  return signedText(locale, change, [changeText[locale].steps, 1]);
}

type Signed = { value: number; lower: number; upper: number };

function signedText(
  locale: Locale,
  { lower, upper, value }: Signed,
  [unit, decimals]: readonly [string, number],
): [string, string] {
  const written = quantity(locale, value, unit, decimals);
  const sign = number(locale, value, decimals) !== '0' && value > 0 ? '+' : '';
  if (lower >= 0) return [sign + written, range(locale, [lower, upper], unit, decimals)];
  const from = number(locale, lower, decimals);
  return [sign + written, changeText[locale].until(from, quantity(locale, upper, unit, decimals))];
}

/** How the verdict was reached, as sentences below the picture. */
export function besideNotes(locale: Locale, { after, isPaired, kind, parts, verdict }: Beside): string {
  const say = changeText[locale];
  if (verdict === 'too_few') return '';
  const pairs = parts.find(({ paired }) => paired)?.paired?.pairs ?? 0;
  const notes = [
    isPaired ? say.paired(number(locale, pairs, 0)) : '',
    after.question.scale ? say.wholeScale : '',
    parts.length > 1 ? say.together : '',
    kind === 'sides' ? say.chanceOfSides : say.chance,
  ];
  return notes.filter(Boolean).join('. ');
}
