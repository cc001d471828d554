import type { Sheet, SheetCell } from '#platform/workbook.ts';
import type { Locale } from '#ui/format.ts';
import { besideOfChange } from './beside.ts';
import { changeText } from './change.text.ts';
import type { Change, ChangePart, Changes, QuestionChange } from './change.ts';
import { partText } from './change-message.text.ts';
import { csvOf } from './csv.ts';
import { exportText } from './export.text.ts';

/** The changes from one round to the next as text for a spreadsheet, one line for each interval. */
export function changesCsv(locale: Locale, changes: Changes): string {
  return csvOf(changesSheet(locale, changes));
}

/** The same as a sheet of a workbook. */
export function changesSheet(locale: Locale, { notCompared, questions }: Changes): Sheet {
  const say = exportText[locale];
  const compared = questions.flatMap((question) => questionRows(locale, question));
  const left = notCompared.map((key) => [key, say.notCompared]);
  const widths = [50, 34, 10, 14, 10, 14, 28, 10, 12, 12, 12, 22];
  return { name: say.sheets.changes, columns: say.changeColumns, rows: [...compared, ...left], widths };
}

function questionRows(locale: Locale, question: QuestionChange): SheetCell[][] {
  const { after, parts, verdict } = question;
  if (parts.length === 0)
    return [[after.wording, null, ...Array<null>(9).fill(null), changeText[locale].verdict[verdict]]];
  return parts.flatMap((part) => partRows(locale, question, part));
}

function partRows(locale: Locale, question: QuestionChange, part: ChangePart): SheetCell[][] {
  const { measures } = exportText[locale];
  const { paired, rank, share } = part;
  const isWhole = question.after.question.type === 'number';
  const start = [
    question.after.wording,
    isWhole ? null : plain(partText(locale, besideOfChange(question), part)),
  ];
  const counts = share
    ? [share.before.count, share.before.of, share.after.count, share.after.of]
    : Array<null>(4).fill(null);
  const verdict = changeText[locale].verdict[part.verdict];
  const rows: SheetCell[][] = [];
  const add = (measure: string, change: Change, by: number, isJudged: boolean) =>
    rows.push([...start, ...counts, measure, ...figuresOf(change, by), isJudged ? verdict : null]);
  if (share) add(measures.share, share.change, 100, !rank && !paired);
  if (rank) add(measures.rank, rank, 100, true);
  if (paired?.share) add(measures.pairedShare, paired.share, 100, !paired.step);
  if (paired?.step) add(measures.pairedStep, paired.step, 1, true);
  return rows.length > 0 ? rows : [[...start, ...counts, measures.none, null, null, null, null, verdict]];
}

function figuresOf({ confidence, lower, upper, value }: Change, by: number): number[] {
  const round = (figure: number) => Math.round(figure * 10) / 10 + 0;
  return [round(value * by), round(lower * by), round(upper * by), round(confidence * 100)];
}

function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
