import type { Bar, BarChart } from '#ui/bar-chart.ts';
import { dayText, type Locale, number } from '#ui/format.ts';
import type { TrendChart } from '#ui/trend-chart.ts';
import { type Beside, linesOf } from './beside.ts';
import { changeText } from './change.text.ts';
import { partText, type SideNames } from './change-message.text.ts';
import { partsOf } from './portion.ts';
import { resultText } from './result.text.ts';
import type { QuestionResult } from './result.ts';
import type { Table } from './result-chart.text.ts';
import { barOf, cellLabels } from './result-chart.text.ts';
import { answersText, intervalText, portionText, shareText } from './result-words.text.ts';
import type { Cell } from './tally.ts';
import type { Trend, TrendPoint } from './trend.ts';

/** Two bars for each line, the earlier or the members' on top; null where one side may not be shown. */
export function besideChart(locale: Locale, beside: Beside, names: SideNames): BarChart | null {
  const { after, before, kind } = beside;
  const lines = linesOf(beside);
  if (lines.length === 0) return null;
  const labels = lineLabels(locale, beside);
  const bar = (cell: Cell | null): Bar =>
    cell ? barOf(locale, cell) : { text: resultText[locale].fewer, reach: null };
  const sides = [
    {
      label: answersLabel(locale, names.before, before),
      isPale: true,
      bar: lines.map((line) => bar(line.before)),
    },
    {
      label: answersLabel(locale, names.after, after),
      isPale: false,
      bar: lines.map((line) => bar(line.after)),
    },
  ];
  const ordered = kind === 'sides' ? sides.toReversed() : sides;
  return {
    kind: 'bars',
    locale,
    description: after.wording,
    legend: ordered.map(({ isPale, label }) => ({ isPale, label })),
    groups: [
      {
        heading: after.question.type === 'matrix' ? rowSteps(locale, beside) : '',
        rows: lines.map((_, at) => ({ label: labels[at]!, bars: ordered.map((side) => side.bar[at]!) })),
      },
    ],
  };
}

// Of a matrix one bar stands for the upper two steps of a row: which they are stands above all rows.
function rowSteps(locale: Locale, { after }: Beside): string {
  const keys = partsOf(after).find((part) => part !== null)?.keys ?? [];
  return answersText(locale, after.question, keys);
}

/** What each line of two results is called: an answer, a bin, or a row of a matrix with the steps it is read by. */
export function lineLabels(locale: Locale, beside: Beside): string[] {
  const { question } = beside.after;
  const lines = linesOf(beside);
  if (question.type === 'matrix') return lines.map(({ key }) => question.rows[Number(key)] ?? key);
  return cellLabels(
    locale,
    question,
    lines.map(({ after }) => after!),
  );
}

/** A name with the day it stands for. */
export function nameOnDay(locale: Locale, name: string, day: string | null): string {
  return day === null ? name : changeText[locale].onDay(name, dayText(locale, day));
}

function answersLabel(locale: Locale, name: string, { answered }: QuestionResult): string {
  return answered === null ? name : changeText[locale].answers(name, number(locale, answered, 0));
}

/** The shares of one thing over the meetings. */
export function trendChart(locale: Locale, trend: Trend): TrendChart {
  const text = (share: TrendPoint['share']) =>
    share ? shareText(locale, share.share) : changeText[locale].gap;
  const marks = trend.points.map(({ heldOn, share }) => ({
    label: dayText(locale, heldOn).replaceAll('\u00a0', ' ').replace(/^\S+ /, ''),
    text: text(share),
    reach: share,
  }));
  return { kind: 'trend', locale, description: `${trend.latest.wording} ${trendWhat(locale, trend)}`, marks };
}

/** What the latest meeting was answered, in one sentence. */
export function trendMessage(locale: Locale, trend: Trend): string {
  const last = trend.points.at(-1)?.share ?? null;
  const what = trendWhat(locale, trend);
  const say = changeText[locale];
  return last ? say.trend(what, portionText(locale, last)) : say.trendGap(what);
}

function trendWhat(locale: Locale, { latest, part }: Trend): string {
  return partText(
    locale,
    { after: latest },
    { part, verdict: 'chance', share: null, rank: null, paired: null },
  );
}

/** The same figures in words, meeting by meeting. */
export function trendTable(locale: Locale, { points }: Trend): Table {
  const say = changeText[locale];
  const interval = resultText[locale].table.interval;
  const rows = points.map(({ heldOn, share }) => [
    dayText(locale, heldOn),
    share ? portionText(locale, share) : resultText[locale].fewer,
    share ? intervalText(locale, share) : '',
  ]);
  return { columns: [say.table.meeting, say.table.share, interval], rows };
}
