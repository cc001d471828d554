import type { Locale } from '#ui/format.ts';
import type { ColumnPage } from './column-page.ts';
import { columnsPageText, mendText } from './columns-page.text.ts';
import type { Mapping } from './mapping.ts';

/** A line of an error summary: the control that it leads to, where there is one, and the words. */
export type OpenQuestion = { field?: string; message: string };

/** All that must be answered or mended before the file can be read, in the order of the page. */
export function openQuestions(locale: Locale, page: ColumnPage, mapping: Mapping): OpenQuestion[] {
  const text = columnsPageText[locale];
  const asked: (OpenQuestion | false | null)[] = [
    page.decimal?.answer === null && { field: 'decimal', message: text.decimal(page.decimal.cell) },
    page.splitYear?.answer === null && { field: 'split-year', message: text.splitYear(page.splitYear.label) },
    page.asksIndicator &&
      mapping.fixedIndicatorKey === null && { field: 'indicator', message: text.indicator },
    page.asksPeriod && mapping.fixedPeriod === null && { field: 'period', message: text.period },
    ...page.names.map(
      ({ name, isAnswered }, i) => !isAnswered && { field: `named-${i}`, message: text.named(name) },
    ),
    ...page.scales.map(({ position, name, cell }) => ({
      field: `scale-${position}`,
      message: text.scale(name, cell),
    })),
  ];
  const mends = page.mends.map((mend) => ({
    ...(mend.column === null ? {} : { field: `role-${mend.column - 1}` }),
    message: mendText(locale, mend),
  }));
  return [...asked.filter((one) => one !== false && one !== null), ...mends];
}
