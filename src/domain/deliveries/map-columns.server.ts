import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { SourceScope } from '#platform/scope.server.ts';
import { findDraft } from './deliveries.server.ts';
import type { Mapping } from './mapping.ts';
import { mappingSchema } from './mapping-schema.ts';

/** Keeps how the deliverer says that the columns of the own draft are to be understood. */
export const mapColumns = command(
  { permission: 'figure.deliver', event: 'delivery.mapped' },
  async (scope: SourceScope, deliveryId: string, mapping: Mapping) => {
    const draft = await findDraft(scope, deliveryId);
    if (!draft) return refused('not_open');
    const { data } = mappingSchema.safeParse(mapping);
    if (!data || !isOfTheSameColumns(data, draft.mapping)) return refused('questions_open');
    await scope.db
      .updateTable('delivery')
      .set({ mapping: JSON.stringify(data) })
      .where('deliveryId', '=', deliveryId)
      .execute();
    return done;
  },
);

function isOfTheSameColumns(one: Mapping, other: Mapping): boolean {
  const names = ({ columns }: Mapping) => JSON.stringify(columns.map(({ name }) => name));
  return names(one) === names(other);
}
