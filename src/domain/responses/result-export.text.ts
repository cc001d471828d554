import type { Sheet, SheetCell } from '#platform/workbook.ts';
import { dayText, type Locale, number } from '#ui/format.ts';
import { csvOf } from './csv.ts';
import { exportText } from './export.text.ts';
import { resultText } from './result.text.ts';
import type { QuestionResult, RoundResult } from './result.ts';
import { cellLabels } from './result-chart.text.ts';
import type { ResultSource } from './result-words.text.ts';
import type { Cell } from './tally.ts';

/** What is brought out: a frozen result with when it was counted and of how many. */
export type Exported = { readonly result: RoundResult; readonly source: ResultSource };

/** The answers of a round as text for a spreadsheet, one line for each answer that could be chosen. */
export function resultCsv(locale: Locale, exported: Exported): string {
  const { columns, rows } = answersSheet(locale, exported);
  const say = exportText[locale].about;
  const about = aboutRows(locale, exported).filter(([what]) => what !== say.note);
  const head = about.map(([what]) => what);
  const same = about.map(([, value]) => value ?? null);
  return csvOf({ columns: [...columns, ...head], rows: rows.map((row) => [...row, ...same]) });
}

/** The sheets of a round: what it is and of whom, and the answers. */
export function resultSheets(locale: Locale, exported: Exported): Sheet[] {
  return [aboutSheet(locale, exported), answersSheet(locale, exported)];
}

function aboutSheet(locale: Locale, exported: Exported): Sheet {
  const say = exportText[locale];
  const rows = aboutRows(locale, exported);
  return { name: say.sheets.about, columns: say.aboutColumns, rows, widths: [24, 80] };
}

function aboutRows(locale: Locale, { result, source }: Exported): [string, SheetCell][] {
  const say = exportText[locale];
  const { about } = say;
  const partner = source.partner ?? resultText[locale].source.of.partner;
  return [
    [about.title, result.title],
    [about.of, result.party === 'partner' ? partner : resultText[locale].source.of.member],
    [about.counted, source.countedOn ? dayText(locale, source.countedOn).replaceAll('\u00a0', ' ') : null],
    [about.invited, source.invited],
    [about.respondents, result.respondents],
    [about.least, result.least],
    [about.note, say.note(number(locale, result.least, 0))],
  ];
}

function answersSheet(locale: Locale, { result }: Exported): Sheet {
  const say = exportText[locale];
  const rows = result.questions.flatMap((question) => questionRows(locale, question));
  return {
    name: say.sheets.answers,
    columns: say.answerColumns,
    rows,
    widths: [50, 26, 30, 10, 12, 10, 12, 12, 12, 30],
  };
}

function questionRows(locale: Locale, result: QuestionResult): SheetCell[][] {
  const { answered, asked, question, tally, wording } = result;
  const say = exportText[locale];
  const line = (row: string | null, answer: string | null, figures: SheetCell[]): SheetCell[] => [
    wording,
    row,
    answer,
    ...figures,
  ];
  if (tally === null) return [line(null, null, [...nothing(asked), say.remarks.hidden])];
  if (tally.kind === 'text')
    return [line(null, null, [null, answered, asked, null, null, null, say.remarks.text])];
  if (tally.kind === 'rows') {
    return tally.rows.flatMap(({ answered: ofRow, cells, row }) => {
      const name = question.rows[Number(row)] ?? row;
      if (!cells) return [line(name, null, [...nothing(asked), say.remarks.hidden])];
      return cellRows(locale, result, cells).map(([label, figures]) =>
        line(name, label, figures([ofRow, asked])),
      );
    });
  }
  const rows = cellRows(locale, result, tally.cells).map(([label, figures]) =>
    line(null, label, figures([answered, asked])),
  );
  if (tally.kind !== 'number') return rows;
  return [
    ...rows,
    ...middleRows(locale, result).map(([what, value]) =>
      line(null, what, [value, answered, asked, null, null, null, question.unit]),
    ),
  ];
}

function nothing(asked: number | null): SheetCell[] {
  return [null, null, asked, null, null, null];
}

type Figures = (counts: readonly [number | null, number | null]) => SheetCell[];

function cellRows(locale: Locale, { question }: QuestionResult, cells: readonly Cell[]): [string, Figures][] {
  const labels = cellLabels(locale, question, cells);
  return cells.map(({ count, lower, share, upper }, at) => [
    labels[at]!.replaceAll('\u00a0', ' '),
    ([answered, asked]) => [
      count,
      answered,
      asked,
      inPercent(share),
      inPercent(lower),
      inPercent(upper),
      null,
    ],
  ]);
}

function middleRows(locale: Locale, { tally }: QuestionResult): [string, number][] {
  if (tally?.kind !== 'number') return [];
  const say = exportText[locale].middles;
  const rows: [string, number][] = [[say.median, tally.median]];
  if (tally.quartiles) rows.push([say.lower, tally.quartiles[0]], [say.upper, tally.quartiles[1]]);
  return rows;
}

/** A share in per cent with one decimal. */
export function inPercent(share: number): number {
  return Math.round(share * 1000) / 10;
}
