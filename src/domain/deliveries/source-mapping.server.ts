import { createHash } from 'node:crypto';
import type { DeliveryScope } from './delivering.server.ts';
import type { Mapping } from './mapping.ts';
import { mappingSchema } from './mapping-schema.ts';
import { shapeOfSheet } from './proposal.ts';
import type { Sheet } from './sheet.ts';

/** How this source's files of this shape were understood last, or undefined for a shape that is new. */
export async function findRemembered(
  { db }: DeliveryScope,
  sourceId: string,
  sheet: Sheet,
): Promise<Mapping | undefined> {
  const remembered = await db
    .selectFrom('sourceMapping')
    .select('mapping')
    .where('sourceId', '=', sourceId)
    .where('headerHash', '=', hashOf(sheet))
    .executeTakeFirst();
  // What an earlier release remembered and this one cannot read is as good as forgotten.
  return remembered && mappingSchema.safeParse(remembered.mapping).data;
}

/** Remembers how a confirmed file was understood, in the place of what was remembered before. */
export async function remember(
  { db, now }: DeliveryScope,
  sourceId: string,
  sheet: Sheet,
  mapping: Mapping,
): Promise<void> {
  const learnt = { mapping: JSON.stringify(mapping), rememberedAt: now };
  await db
    .insertInto('sourceMapping')
    .values({ sourceId, headerHash: hashOf(sheet), ...learnt })
    .onConflict((earlier) => earlier.columns(['sourceId', 'headerHash']).doUpdateSet(learnt))
    .execute();
}

function hashOf(sheet: Sheet): Buffer {
  return createHash('sha256').update(shapeOfSheet(sheet)).digest();
}
