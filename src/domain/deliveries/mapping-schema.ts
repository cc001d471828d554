import { z } from 'zod';
import { type Mapping, PLAIN_ROLES } from './mapping.ts';

const MOST_COLUMNS = 5_000;
const name = z.string().max(500);
const date = z.iso.date();
const plainColumn = z.object({ name, role: z.enum(PLAIN_ROLES) });
const measureColumn = z.object({
  name,
  role: z.enum(['numerator', 'denominator', 'value']),
  indicatorKeys: z.array(name).max(100),
  periodLabel: z.string().max(60).nullable(),
  decimal: z.enum([',', '.']).nullable(),
  per: z.number().positive().nullable(),
});

/** A mapping as it comes out of a form or the database; anything else is refused. */
export const mappingSchema: z.ZodType<Mapping> = z.object({
  columns: z.array(z.union([measureColumn, plainColumn])).max(MOST_COLUMNS),
  indicatorNames: z.array(z.object({ name, indicatorKey: name.nullable() })).max(MOST_COLUMNS),
  fixedIndicatorKey: name.nullable(),
  fixedPeriod: z
    .object({ from: date, until: date })
    .refine((period) => period.from <= period.until)
    .nullable(),
  splitYearFrom: z.number().int().min(1).max(12).nullable(),
  areZerosReal: z.boolean(),
});
