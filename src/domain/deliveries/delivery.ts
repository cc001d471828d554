/** What becomes of a delivery: uploaded, then taken in or refused; what was taken in can be withdrawn. */
export const DELIVERY_STATES = ['draft', 'confirmed', 'withdrawn', 'refused'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** The kinds of sources, as the database names them. */
export const SOURCE_KINDS = [
  'quality_unit',
  'region',
  'kiap',
  'municipality',
  'coordinator',
  'own_count',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** All that is left of a delivery to be seen: rows read, figures, marks of missing ones, practices. */
export type Counts = { rows: number; figures: number; missing: number; practices: number };

/** Why a delivery is not taken in; nothing of it has been stored. */
export type DeliveryRefusal =
  | 'not_there'
  | 'not_open'
  | 'upload_again'
  | 'questions_open'
  | 'changed_since'
  | 'real_numbers'
  | 'nothing_to_deliver'
  | 'delivered_before';

const IN_COPENHAGEN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });

/** The calendar day in Denmark at a moment, as an ISO date. */
export function dayAt(moment: Date): string {
  return IN_COPENHAGEN.format(moment);
}

/** How long the file of a draft waits for its deliverer, in hours. */
export const WAITING_HOURS = 24;

/** Whether a draft of this start can still have its file at a moment. */
export function mayWait(startedAt: Date, now: Date): boolean {
  return now.getTime() - startedAt.getTime() < WAITING_HOURS * 3_600_000;
}
