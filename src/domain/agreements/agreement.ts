import { parseDate } from '#domain/deliveries/calendar-date.ts';
import { type Day, monthsAfter } from '#domain/meetings/calendar-day.ts';

/** What became of an agreement once it was measured again. */
export const AGREEMENT_STATES = ['open', 'kept', 'changed', 'given_up'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** What a meeting agreed: what, who, by when, how it is measured, and when it is measured again. Days are ISO dates. */
export type Agreement = {
  agreementId: string;
  meetingId: string;
  what: string;
  who: string;
  byOn: Day;
  measure: string;
  indicatorKey: string | null;
  measuredAgainOn: Day;
  secondMeasureOn: Day | null;
  state: AgreementState;
  outcome: string;
};

/** What is agreed, before it is anybody's to follow up. */
export type AgreementWish = Omit<Agreement, 'agreementId' | 'meetingId' | 'state' | 'outcome'>;

/** The form as it was typed. */
export type TypedAgreement = Record<
  'what' | 'who' | 'byOn' | 'measure' | 'indicator' | 'measuredAgainOn' | 'secondMeasureOn',
  string
>;

export type AgreementRefusal =
  | 'what_missing'
  | 'what_too_long'
  | 'who_missing'
  | 'by_not_understood'
  | 'by_before_meeting'
  | 'measure_missing'
  | 'unknown_indicator'
  | 'again_not_understood'
  | 'again_before_by'
  | 'second_not_understood'
  | 'second_before_again'
  | 'no_such_meeting'
  | 'no_such_agreement'
  | 'meeting_closed'
  | 'outcome_too_long'
  | 'already_settled';

/** Where a refusal belongs in the form; none for what is wrong with the meeting itself. */
export const FIELD_OF: Partial<Record<AgreementRefusal, keyof TypedAgreement>> = {
  what_missing: 'what',
  what_too_long: 'what',
  who_missing: 'who',
  by_not_understood: 'byOn',
  by_before_meeting: 'byOn',
  measure_missing: 'measure',
  unknown_indicator: 'indicator',
  again_not_understood: 'measuredAgainOn',
  again_before_by: 'measuredAgainOn',
  second_not_understood: 'secondMeasureOn',
  second_before_again: 'secondMeasureOn',
};

const LONGEST_WHAT = 600;
const LONGEST_OUTCOME = 1000;

/** Reads the fields of the form. */
export function typedIn(form: FormData): TypedAgreement {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    what: text('what'),
    who: text('who'),
    byOn: text('byOn'),
    measure: text('measure'),
    indicator: text('indicator'),
    measuredAgainOn: text('measuredAgainOn'),
    secondMeasureOn: text('secondMeasureOn'),
  };
}

/** What an agreement of a meeting on this day begins with: a month to begin, measured after six and twelve months. */
export function firstDays(heldOn: Day): Pick<AgreementWish, 'byOn' | 'measuredAgainOn' | 'secondMeasureOn'> {
  return {
    byOn: monthsAfter(heldOn, 1),
    measuredAgainOn: monthsAfter(heldOn, 6),
    secondMeasureOn: monthsAfter(heldOn, 12),
  };
}

/** What was typed as an agreement of a meeting on this day, or every refusal in the order of the fields. */
export function wishOf(typed: TypedAgreement, heldOn: Day): AgreementWish | AgreementRefusal[] {
  const byOn = parseDate(typed.byOn);
  const measuredAgainOn = parseDate(typed.measuredAgainOn);
  const secondMeasureOn = typed.secondMeasureOn ? parseDate(typed.secondMeasureOn) : null;
  const refusals: [boolean, AgreementRefusal][] = [
    [typed.what.length < 3, 'what_missing'],
    [typed.what.length > LONGEST_WHAT, 'what_too_long'],
    [typed.who.length < 1 || typed.who.length > 200, 'who_missing'],
    [byOn === null, 'by_not_understood'],
    [byOn !== null && byOn < heldOn, 'by_before_meeting'],
    [typed.measure.length < 1 || typed.measure.length > 300, 'measure_missing'],
    [measuredAgainOn === null, 'again_not_understood'],
    [byOn !== null && measuredAgainOn !== null && measuredAgainOn < byOn, 'again_before_by'],
    [typed.secondMeasureOn !== '' && secondMeasureOn === null, 'second_not_understood'],
    [isBefore(secondMeasureOn, measuredAgainOn), 'second_before_again'],
  ];
  const wrong = refusals.filter(([is]) => is).map(([, refusal]) => refusal);
  if (wrong.length > 0 || !byOn || !measuredAgainOn) return wrong;
  const { what, who, measure, indicator } = typed;
  return { what, who, byOn, measure, indicatorKey: indicator || null, measuredAgainOn, secondMeasureOn };
}

const isBefore = (second: Day | null, first: Day | null) =>
  second !== null && first !== null && second <= first;

/** Why an agreement cannot be settled so, or null when it can. */
export function refusalOfSettling(
  { state }: Agreement,
  { outcome }: { outcome: string },
): AgreementRefusal | null {
  if (state !== 'open') return 'already_settled';
  return outcome.length > LONGEST_OUTCOME ? 'outcome_too_long' : null;
}

/** The next day on which an open agreement is measured, from a day on; null when it has none left. */
export function nextMeasure({ state, measuredAgainOn, secondMeasureOn }: Agreement, from: Day): Day | null {
  if (state !== 'open') return null;
  return [measuredAgainOn, secondMeasureOn].find((day) => day !== null && day >= from) ?? null;
}

/** Reads what became of an agreement. */
export function settledIn(value: unknown): Exclude<AgreementState, 'open'> | null {
  const states = ['kept', 'changed', 'given_up'] as const;
  return states.find((state) => state === value) ?? null;
}
