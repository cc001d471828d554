import type { Part } from './column-name.ts';
import { type ColumnMapping, isMeasure, type Mapping, PLAIN_ROLES, withDecimalSign } from './mapping.ts';
import type { DecimalSign } from './number-format.ts';
import { parsePeriod } from './period.ts';
import type { Sheet } from './sheet.ts';

const MEASURE_ROLES = ['numerator', 'denominator', 'value'] as const satisfies readonly Part[];
/** What a column can be said to hold, in the order in which a form offers it. */
export const COLUMN_ROLES = [...MEASURE_ROLES, ...PLAIN_ROLES] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** A form about columns: the mapping it makes of the earlier one, and a period that was typed but not understood. */
export type ColumnForm = { mapping: Mapping; unreadPeriod: string | null };

/**
 * Reads the form that the page of columns shows. Of column 3 the fields are `role-3`, `of-3` (keys of indicators,
 * parted by blanks), `period-3` and `per-3`; of the whole file `indicator`, `period`, `split-year` and `decimal`;
 * of the n-th name of an indicator `name-n` and `named-n`. A field that the form does not hold changes nothing.
 */
export function columnFormIn(form: FormData, before: Mapping, sheet: Sheet): ColumnForm {
  const text = (name: string) => textIn(form, name);
  const columns = before.columns.map((column, i) =>
    columnIn(column, {
      role: text(`role-${i}`),
      keys: text(`of-${i}`),
      period: text(`period-${i}`),
      per: text(`per-${i}`),
    }),
  );
  const typed = text('period');
  const period = typed ? parsePeriod(typed) : null;
  const mapping: Mapping = {
    ...before,
    columns,
    indicatorNames: namesIn(form, before),
    fixedIndicatorKey: orBefore(text('indicator'), before.fixedIndicatorKey),
    fixedPeriod: typed === undefined ? before.fixedPeriod : period,
    splitYearFrom: monthIn(text('split-year'), before.splitYearFrom),
  };
  const sign = signIn(text('decimal'));
  return {
    mapping: sign ? withDecimalSign(mapping, sheet, sign) : mapping,
    unreadPeriod: typed && !period ? typed : null,
  };
}

type Fields = Record<'role' | 'keys' | 'period' | 'per', string | undefined>;

function columnIn(column: ColumnMapping, { role: wished, keys, period, per }: Fields): ColumnMapping {
  const role = COLUMN_ROLES.find((known) => known === wished) ?? column.role;
  const measure = MEASURE_ROLES.find((known) => known === role);
  if (!measure) return { name: column.name, role: role as (typeof PLAIN_ROLES)[number] };
  const before = isMeasure(column)
    ? column
    : { indicatorKeys: [], periodLabel: null, decimal: null, per: null };
  return {
    name: column.name,
    role: measure,
    indicatorKeys: keys === undefined ? before.indicatorKeys : keys.split(' ').filter(Boolean),
    periodLabel: orBefore(period, before.periodLabel),
    decimal: before.decimal,
    per: measure === 'value' ? perIn(per, before.per) : null,
  };
}

function namesIn(form: FormData, before: Mapping): Mapping['indicatorNames'] {
  const answered = new Map(before.indicatorNames.map(({ name, indicatorKey }) => [name, indicatorKey]));
  for (const [field, name] of form) {
    if (!/^name-\d+$/.test(field) || typeof name !== 'string') continue;
    const key = textIn(form, `named-${field.slice('name-'.length)}`);
    if (key) answered.set(name, key === LEFT_OUT ? null : key);
  }
  return [...answered].map(([name, indicatorKey]) => ({ name, indicatorKey }));
}

/** What a form says of a name whose rows are to be left out. */
export const LEFT_OUT = '-';

function textIn(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : undefined;
}

function orBefore(text: string | undefined, before: string | null): string | null {
  return text === undefined ? before : text || null;
}

function monthIn(text: string | undefined, before: number | null): number | null {
  if (text === undefined) return before;
  return /^([1-9]|1[0-2])$/.test(text) ? Number(text) : null;
}

function perIn(text: string | undefined, before: number | null): number | null {
  if (text === undefined) return before;
  return /^10{0,5}$/.test(text) ? Number(text) : null;
}

function signIn(text: string | undefined): DecimalSign | null {
  return text === ',' || text === '.' ? text : null;
}
