import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type ACluster, type ASource, anIndicator, aPerson, asPerson, type Somebody } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { checkSheet } from './check.server.ts';
import { confirmDelivery, markOf } from './confirm-delivery.server.ts';
import { findDraft } from './deliveries.server.ts';
import { findSource } from './delivering.server.ts';
import { readFile } from './read-file.server.ts';
import type { Sheet } from './sheet.ts';
import { startDelivery } from './start-delivery.server.ts';

/** Loads the two indicators of these tests: KOL and AF, both in per cent. */
export async function twoIndicators(): Promise<void> {
  await anIndicator({ key: 'kol', name: { da: 'KOL', en: 'COPD' } });
  await anIndicator({ key: 'af', name: { da: 'Atrieflimren', en: 'AF' } });
}

/** A file with a row for each practice number: KOL of 2025, numerator as told, of 400 patients. */
export function kolFile(
  rows: Iterable<readonly [number: string, numerator: number]>,
  period = '2025',
): string {
  const lines = [...rows].map(([number, n]) => `${number};KOL;${period};${n};400;${percent(n)}`);
  return ['ydernr;indikator;periode;tæller;nævner;andel', ...lines].join('\n');
}

/** The sheet in a text, as it would be read from a file. */
export function sheetIn(text: string): Sheet {
  const sheet = readFile({ name: 'tal.csv', bytes: Buffer.from(text) }, '2026-03-02');
  if ('reason' in sheet) throw new Error(sheet.reason);
  return sheet;
}

type Deliverer = Pick<ASource, 'as'>;
type When = { now?: Date; commandId?: string };

/** Uploads a text as a source's person and answers the draft with its sheet. */
export async function aDraft(source: Deliverer, text: string, when: When = {}) {
  const sheet = sheetIn(text);
  const deliveryId = newId();
  const hash = createHash('sha256').update(text).digest();
  const upload = { fileName: 'tal.csv', bytes: text.length, hash, extractedOn: '2026-02-01' };
  const started = await source.as((scope) => startDelivery(scope, deliveryId, upload, sheet), when);
  if (!started?.done) throw new Error('not started');
  return { ...started.made, sheet };
}

/** The mark that the check page of a draft shows now. */
export function markShown(source: Deliverer, { deliveryId, sheet }: { deliveryId: string; sheet: Sheet }) {
  return source.as(async (scope) => {
    const draft = await findDraft(scope, deliveryId);
    const of = await findSource(scope, scope.sourceId);
    if (!draft || !of) return '';
    const checked = await checkSheet(scope, of, sheet, draft.mapping);
    return 'problems' in checked ? '' : markOf(draft.mapping, checked.check);
  });
}

/** Uploads, looks and confirms. */
export async function delivered(source: Deliverer, text: string, when: When = {}) {
  const draft = await aDraft(source, text, when);
  const mark = await markShown(source, draft);
  const outcome = await source.as(
    (scope) => confirmDelivery(scope, draft.deliveryId, draft.sheet, mark ?? ''),
    when,
  );
  return { ...draft, outcome };
}

/** All measurements of a delivery, by line and indicator, as the owner reads them. */
export async function measured(deliveryId: string) {
  return owner
    .selectFrom('measurement')
    .select(['practiceId', 'indicatorKey', 'periodFrom', 'periodUntil', 'numerator', 'denominator'])
    .select(['value', 'missing', 'line'])
    .where('deliveryId', '=', deliveryId)
    .orderBy('line')
    .orderBy('indicatorKey')
    .execute();
}

/** How many rows all tables hold that a refusal must leave alone. */
export async function stored(): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from delivery) as deliveries,
    (select count(*)::int from delivery where state = 'confirmed') as confirmed,
    (select count(*)::int from delivery_part) as parts,
    (select count(*)::int from measurement) as measurements,
    (select count(*)::int from source_mapping) as mappings,
    (select count(*)::int from letter) as letters,
    (select count(*)::int from journal) as lines`.execute(owner);
  return rows[0]!;
}

/** Every text of every row of the database in one: for what must not be found in it. */
export async function wholeDatabase(): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select table_schema || '.' || table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(
    owner,
  );
  const tables = await Promise.all(
    rows.map(({ name }) =>
      sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(owner),
    ),
  );
  return tables.flatMap((table) => table.rows.map(({ row }) => row)).join('\n');
}

/** Another person of the same source. */
export async function aColleague(source: Pick<ASource, 'sourceId' | 'isExample'>) {
  const person = await aPerson('Karl Kollega', source.isExample);
  await owner
    .insertInto('sourcePerson')
    .values({
      sourceId: source.sourceId,
      personId: person.personId,
      isExample: source.isExample,
      valid: '[2020-01-01,)',
    })
    .execute();
  return person;
}

/** What a doctor reads of the own practice's figures. */
export function ownFigures(doctor: Somebody) {
  return asPerson(doctor, ({ db }) =>
    db.selectFrom('latestMeasurement').select(['indicatorKey', 'value', 'deliveryId']).execute(),
  );
}

/** The numbers of a cluster's practices, each with a numerator of its own. */
export function figuresOf(cluster: ACluster, first = 10): [string, number][] {
  return cluster.practices.map(({ number }, i) => [number, first + i]);
}

/** An hour later than every test begins. */
export const LATER = new Date(NOW.getTime() + 3_600_000);

function percent(n: number): string {
  return (n / 4).toFixed(1).replace('.', ',');
}
