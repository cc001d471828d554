import { parseDate } from '#domain/deliveries/calendar-date.ts';
import { daysAfter } from '#domain/meetings/calendar-day.ts';

/** How far an order of figures is. It goes forward by itself once it is sent. */
export const ORDER_STATES = ['planned', 'ordered', 'received', 'published', 'given_up'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** Figures of some indicators that a meeting needs from a source. Days are ISO dates. */
export type FigureOrder = {
  figureOrderId: string;
  meetingId: string;
  sourceId: string | null;
  indicators: string[];
  remark: string;
  sendOn: string | null;
  wantedOn: string | null;
  state: OrderState;
  reminders: number;
};

/** What somebody wishes to order. */
export type OrderWish = Pick<FigureOrder, 'sourceId' | 'indicators' | 'remark' | 'sendOn' | 'wantedOn'>;

/** Sources ask for at least eight weeks; the cluster wants two weeks to look before it meets. */
const DAYS_TO_SEND = 60;
const DAYS_TO_LOOK = 14;
const DAYS_TO_REMIND = 14;
const MOST_REMINDERS = 2;
const MOST_INDICATORS = 20;
const LONGEST_REMARK = 2000;

export type OrderRefusal =
  | 'no_such_meeting'
  | 'no_such_order'
  | 'no_indicator'
  | 'too_many_indicators'
  | 'unknown_indicator'
  | 'no_such_source'
  | 'no_source'
  | 'remark_too_long'
  | 'wanted_before_sent'
  | 'day_not_understood'
  | 'nobody_at_the_source'
  | 'already_sent'
  | 'already_over';

/** The days on which figures for a meeting are to be ordered and wanted; none while the meeting has no day. */
export function daysOf(heldOn: string | null): Pick<FigureOrder, 'sendOn' | 'wantedOn'> {
  if (!heldOn) return { sendOn: null, wantedOn: null };
  return { sendOn: daysAfter(heldOn, -DAYS_TO_SEND), wantedOn: daysAfter(heldOn, -DAYS_TO_LOOK) };
}

/** Whether the days of a wish are those that a meeting on this day gives it, so that they move when it does. */
export function movesWithMeeting({ sendOn, wantedOn }: OrderWish, heldOn: string | null): boolean {
  const days = daysOf(heldOn);
  return sendOn === days.sendOn && wantedOn === days.wantedOn;
}

/** The days for figures that are to be there on a day: wanted then, ordered 60 days before. */
export function daysBefore(day: string): { sendOn: string; wantedOn: string } {
  return { sendOn: daysAfter(day, -DAYS_TO_SEND), wantedOn: day };
}

/** Why these figures cannot be ordered, or null when they can; `known` are the keys of the indicators there are. */
export function refusalOfWish(wish: OrderWish, known: ReadonlySet<string>): OrderRefusal | null {
  const { indicators, remark, sendOn, wantedOn } = wish;
  if (indicators.length === 0) return 'no_indicator';
  if (indicators.length > MOST_INDICATORS) return 'too_many_indicators';
  if (!indicators.every((key) => known.has(key))) return 'unknown_indicator';
  if (remark.length > LONGEST_REMARK) return 'remark_too_long';
  return sendOn && wantedOn && wantedOn < sendOn ? 'wanted_before_sent' : null;
}

/** Why an order cannot be sent, or null when it can. */
export function refusalOfSending({ state, sourceId }: FigureOrder): OrderRefusal | null {
  if (state === 'given_up') return 'already_over';
  if (state !== 'planned') return 'already_sent';
  return sourceId ? null : 'no_source';
}

/** Whether the day has come on which an order goes by itself. What is wanted no more is left to be sent by somebody. */
export function isToBeSent(order: FigureOrder, today: string): boolean {
  const { sendOn, wantedOn } = order;
  if (refusalOfSending(order) || sendOn === null || sendOn > today) return false;
  return wantedOn === null || wantedOn >= today;
}

/** Whether the source is to be reminded today: two weeks before the figures are wanted, and on the day itself. */
export function isToBeReminded({ state, wantedOn, reminders }: FigureOrder, today: string): boolean {
  if (state !== 'ordered' || !wantedOn || reminders >= MOST_REMINDERS) return false;
  const days = [daysAfter(wantedOn, -DAYS_TO_REMIND), wantedOn];
  return today >= days[reminders]!;
}

/** The order's form as it was typed. */
export type TypedOrder = {
  source: string;
  indicators: string[];
  remark: string;
  sendOn: string;
  wantedOn: string;
};

/** Reads the fields `source`, `indicator` (each once), `remark`, `sendOn` and `wantedOn`. */
export function typedIn(form: FormData): TypedOrder {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    source: text('source'),
    indicators: [...new Set(form.getAll('indicator').map(String))],
    remark: text('remark'),
    sendOn: text('sendOn'),
    wantedOn: text('wantedOn'),
  };
}

/** What was typed as a wish, or the refusal of a day that no calendar has. No day is a day to be chosen later. */
export function wishOf(typed: TypedOrder): OrderWish | 'day_not_understood' {
  const days = [typed.sendOn, typed.wantedOn].map((day) => ({ day, iso: day ? parseDate(day) : null }));
  if (days.some(({ day, iso }) => day && !iso)) return 'day_not_understood';
  const { source, indicators, remark } = typed;
  return { sourceId: source || null, indicators, remark, sendOn: days[0]!.iso, wantedOn: days[1]!.iso };
}
