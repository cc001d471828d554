import { command } from '#domain/access/command.server.ts';
import { done, refused } from '#platform/outcome.ts';
import type { PersonScope } from '#platform/scope.server.ts';

export type Change = { name?: string; locale?: 'da' | 'en' };

/** Changes what the person is called, or which language letters come in. */
export const changePerson = command(
  { permission: 'person.change', event: 'person.changed' },
  async (scope: PersonScope, personId: string, change: Change) => {
    const name = change.name?.trim();
    if (name !== undefined && (name.length < 1 || name.length > 120)) return refused('name_missing');
    const values = { ...(name ? { name } : {}), ...(change.locale ? { locale: change.locale } : {}) };
    await scope.db.updateTable('person').set(values).where('personId', '=', personId).execute();
    return done;
  },
);
