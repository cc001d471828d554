/** Why a file is not taken at all. */
export const FILE_REFUSALS = [
  'no_file',
  'both_given',
  'wrong_form',
  'too_large',
  'too_long',
  'no_room',
  'empty',
  'workbook',
  'not_text',
  'broken_quotes',
  'one_column',
  'no_header',
  'no_rows',
  'too_wide',
  'cpr',
  'cpr_in_name',
  'extract_date',
  'delivered_before',
] as const;
export type FileRefusalReason = (typeof FILE_REFUSALS)[number];

/**
 * A refused file: why, and where it shows first, counted from 1 as in a spreadsheet. `delivery` is the earlier
 * delivery of the same file. Never a value.
 */
export type FileRefusal = {
  reason: FileRefusalReason;
  line?: number;
  column?: number;
  places?: number;
  delivery?: string;
};

const COUNTS = ['line', 'column', 'places'] as const;
const ID = /^[0-9a-f-]{36}$/;

/** The refusal as the query of an address, for the page that tells of it. */
export function queryOf(refusal: FileRefusal): string {
  const query = new URLSearchParams({ refused: refusal.reason });
  for (const name of COUNTS) if (refusal[name] !== undefined) query.set(name, String(refusal[name]));
  if (refusal.delivery) query.set('delivery', refusal.delivery);
  return query.toString();
}

/** The refusal that a query tells of, or null when it tells of none. */
export function refusalIn(query: URLSearchParams): FileRefusal | null {
  const reason = FILE_REFUSALS.find((known) => known === query.get('refused'));
  if (!reason) return null;
  const counts = COUNTS.flatMap((name) => {
    const count = Number(query.get(name));
    return Number.isInteger(count) && count > 0 ? [[name, count] as const] : [];
  });
  const delivery = query.get('delivery') ?? '';
  return { reason, ...Object.fromEntries(counts), ...(ID.test(delivery) ? { delivery } : {}) };
}
