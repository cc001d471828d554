import { type Indicator, isSufficient, positionOf, valueFrom } from '#domain/indicators/indicator.ts';
import { type Day, dayRead, daysBetween } from '#domain/meetings/calendar-day.ts';
import { areAlike, type CountPeriod } from './count-period.ts';

/** What somebody typed of a count; `answer` is the yes or no to the cluster's spread, empty where nobody asked. */
export type TypedCount = {
  practice: string;
  from: string;
  until: string;
  numerator: string;
  denominator: string;
  answer: string;
};

/** A count as it can be kept. The denominator is null for what is counted of no group. */
export type OwnCount = { period: CountPeriod; numerator: number; denominator: number | null };

export type CountAnswer = 'yes' | 'no';

export type CountRefusal =
  | 'numerator_missing'
  | 'numerator_not_whole'
  | 'denominator_missing'
  | 'denominator_not_whole'
  | 'numerator_above_denominator'
  | 'nothing_to_count_of'
  | 'day_not_understood'
  | 'days_the_wrong_way'
  | 'period_not_over'
  | 'period_too_long'
  | 'answer_missing'
  | 'counted_by_colleague'
  | 'not_yours_to_count'
  | 'not_an_own_count'
  | 'cannot_be';

const MOST = 1_000_000;
const LONGEST_DAYS = 1830;

/** Reads the fields of the form of a count. */
export function typedIn(form: FormData): TypedCount {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 40);
  return {
    practice: text('practice'),
    from: text('from'),
    until: text('until'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    answer: text('answer'),
  };
}

/** The yes or no that was typed, or null for neither. */
export function answerIn({ answer }: Pick<TypedCount, 'answer'>): CountAnswer | null {
  return answer === 'yes' || answer === 'no' ? answer : null;
}

/** A whole number as people write it, `1.234`, `1 234` or `1234`; null for anything else and for more than a million. */
export function wholeIn(typed: string): number | null {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (!/^(\d{1,7}|\d{1,3}([. ]\d{3}){1,2})$/.test(text)) return null;
  const whole = Number(text.replace(/[. ]/g, ''));
  return whole <= MOST ? whole : null;
}

type Part = { number: number | null; refusal: CountRefusal | null };

function partIn(typed: string, name: 'numerator' | 'denominator'): Part {
  const number = wholeIn(typed);
  if (number !== null) return { number, refusal: null };
  return { number, refusal: typed === '' ? `${name}_missing` : `${name}_not_whole` };
}

/** What was typed as a count that can be, or everything that must be mended first; today is the day it is kept. */
export function countIn(
  indicator: Indicator,
  typed: TypedCount,
  today: Day,
): { count: OwnCount } | { refusals: CountRefusal[] } {
  const isCount = indicator.kind === 'count';
  const numerator = partIn(typed.numerator, 'numerator');
  const denominator = isCount ? { number: null, refusal: null } : partIn(typed.denominator, 'denominator');
  const period = periodIn(typed, today);
  const refusals = [
    typeof period === 'string' ? period : null,
    denominator.refusal,
    numerator.refusal,
    numerator.number === null ? null : refusalOfParts(indicator, numerator.number, denominator.number),
  ].filter((refusal) => refusal !== null);
  if (refusals.length > 0 || typeof period === 'string') return { refusals };
  return { count: { period, numerator: numerator.number!, denominator: denominator.number } };
}

function refusalOfParts({ kind }: Indicator, n: number, d: number | null): CountRefusal | null {
  if (kind === 'count' || d === null) return null;
  if (kind === 'proportion' && n > d) return 'numerator_above_denominator';
  return d === 0 && n > 0 ? 'nothing_to_count_of' : null;
}

function periodIn(typed: Pick<TypedCount, 'from' | 'until'>, today: Day): CountPeriod | CountRefusal {
  const [from, until] = [dayRead(typed.from, today), dayRead(typed.until, today)];
  if (!from || !until) return 'day_not_understood';
  if (from > until) return 'days_the_wrong_way';
  if (until > today) return 'period_not_over';
  return daysBetween(from, until) > LONGEST_DAYS ? 'period_too_long' : { from, until };
}

/** Which field of the form a refusal is about; undefined for those about none. */
export function fieldOf(refusal: CountRefusal): keyof TypedCount | undefined {
  return FIELDS[refusal];
}

const FIELDS: Partial<Record<CountRefusal, keyof TypedCount>> = {
  numerator_missing: 'numerator',
  numerator_not_whole: 'numerator',
  denominator_missing: 'denominator',
  denominator_not_whole: 'denominator',
  numerator_above_denominator: 'numerator',
  nothing_to_count_of: 'denominator',
  day_not_understood: 'from',
  days_the_wrong_way: 'until',
  period_not_over: 'until',
  period_too_long: 'from',
  answer_missing: 'answer',
};

/** What makes one look at a count again, though it can be: asked once, and kept all the same. */
export type Doubt = 'far_from_last' | 'off_the_axis' | 'other_length' | 'too_few_to_show' | 'nobody_to_count';

const FAR = 2;

/** The doubts about a count, beside what was counted last. */
export function doubtsAbout(indicator: Indicator, count: OwnCount, last: OwnCount | null): Doubt[] {
  const value = valueFrom(indicator, count.numerator, count.denominator);
  const before = last && valueFrom(indicator, last.numerator, last.denominator);
  if (count.denominator === 0) return ['nobody_to_count'];
  const doubts: [Doubt, boolean][] = [
    ['far_from_last', before !== null && value !== null && isFar(value, before)],
    ['off_the_axis', value !== null && positionOf(indicator, value).edge !== null],
    ['other_length', last !== null && !areAlike(count.period, last.period)],
    ['too_few_to_show', !isSufficient(indicator, count.denominator)],
  ];
  return doubts.filter(([, holds]) => holds).map(([doubt]) => doubt);
}

function isFar(value: number, before: number): boolean {
  const [low, high] = [Math.min(value, before), Math.max(value, before)];
  return high > 0 && high > FAR * low;
}
