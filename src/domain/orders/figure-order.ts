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
  | 'nobody_at_the_source'
  | 'already_sent'
  | 'already_over';

/** The days on which figures for a meeting are to be ordered and wanted; none while the meeting has no day. */
export function daysOf(heldOn: string | null): Pick<FigureOrder, 'sendOn' | 'wantedOn'> {
  if (!heldOn) return { sendOn: null, wantedOn: null };
  return { sendOn: dayAfter(heldOn, -DAYS_TO_SEND), wantedOn: dayAfter(heldOn, -DAYS_TO_LOOK) };
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

/** Whether the day has come on which an order goes by itself. */
export function isToBeSent(order: FigureOrder, today: string): boolean {
  return refusalOfSending(order) === null && order.sendOn !== null && order.sendOn <= today;
}

/** Whether the source is to be reminded today: two weeks before the figures are wanted, and on the day itself. */
export function isToBeReminded({ state, wantedOn, reminders }: FigureOrder, today: string): boolean {
  if (state !== 'ordered' || !wantedOn || reminders >= MOST_REMINDERS) return false;
  const days = [dayAfter(wantedOn, -DAYS_TO_REMIND), wantedOn];
  return today >= days[reminders]!;
}

/** The day so many days after an ISO date, as an ISO date. */
export function dayAfter(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

/** Reads the fields of the order's form: `source`, `indicator` (each), `remark`, `send-on`, `wanted-on`. */
export function wishIn(form: FormData): OrderWish {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const day = (name: string) => (/^\d{4}-\d{2}-\d{2}$/.test(text(name)) ? text(name) : null);
  return {
    sourceId: text('source') || null,
    indicators: [...new Set(form.getAll('indicator').map(String))],
    remark: text('remark'),
    sendOn: day('send-on'),
    wantedOn: day('wanted-on'),
  };
}
