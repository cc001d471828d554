import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { writeLetter } from '#domain/notices/write-letter.server.ts';
import { made, refused } from '#platform/outcome.ts';
import { asSystem, type SystemScope } from '#platform/scope.server.ts';
import { personOf } from './find.ts';
import { addressIn, oneOf, optionIn, valueIn } from './given.ts';
import type { Verb } from './verb.ts';

/** The kinds of organisation that the operator can vouch for. */
const KINDS = ['quality_unit', 'region', 'kiap', 'municipality'] as const;
type NewSource = {
  name: string;
  kind: (typeof KINDS)[number];
  person: { name: string; email: string };
  isExample: boolean;
};

/** Creates a data source that the operator knows, with the first person who delivers for it. */
export const createSourceVerb: Verb = {
  words: 'source create',
  options: ['name', 'kind', 'person', 'email'],
  needed: ['name', 'kind', 'person', 'email'],
  rest: [],
  async run({ now, owner, text }, given) {
    const wish: NewSource = {
      name: valueIn(given, 'name'),
      kind: optionIn(given, 'kind', oneOf(KINDS)) ?? 'quality_unit',
      person: { name: valueIn(given, 'person'), email: optionIn(given, 'email', addressIn) ?? '' },
      isExample: false,
    };
    const outcome = await asSystem(owner, { now: now() }, (scope) => createSource(scope, randomUUID(), wish));
    return outcome.done ? { ...outcome, told: text.sourceCreated(wish.name, wish.person.email) } : outcome;
  },
};

/** Makes a trusted source: it may confirm numbers and hand out keys for the clusters that invite it. */
export const createSource = command(
  { permission: 'installation.operate', event: 'source.created' },
  async (scope: SystemScope, sourceId: string, { isExample, kind, name, person }: NewSource) => {
    const { db, now } = scope;
    const known = await db
      .selectFrom('source')
      .select('sourceId')
      .where(sql<boolean>`lower(name) = lower(${name})`)
      .executeTakeFirst();
    if (known) return refused('source_there_already');
    const personId = await personOf(scope, { ...person, isExample }, randomUUID());
    if (!personId) return refused(isExample ? 'address_of_somebody' : 'address_of_an_example');
    await db
      .insertInto('source')
      .values({ sourceId, name, kind, isExample, isTrusted: true, createdAt: now })
      .execute();
    await db
      .insertInto('sourcePerson')
      .values({ sourceId, personId, isExample, valid: sql<string>`daterange(current_day(), null)` })
      .execute();
    const facts = { source: name, target: `/source/${sourceId}` };
    await writeLetter(scope, { kind: 'source_invitation', personId, facts });
    return made({ sourceId, personId });
  },
);
