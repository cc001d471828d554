import { sql } from 'kysely';
import { aCluster, aMember, aPerson, aSource, type Somebody } from '#test/build.ts';
import { aToken, owner } from '#test/world.ts';

/** The people of the year by the name that everybody calls them; two of them deliver figures and are no members. */
export type Name = 'anna' | 'bo' | 'cia' | 'dan' | 'eva' | 'finn' | 'sif' | 'dorte' | 'ditte';

export const GUEST = { name: 'Grete Gæst', email: 'grete@smerteklinik.example' };
export const CALLED_OFF = { name: 'Hugo Huus', email: 'hugo@kommunen.example' };
export const HOUSE = 'huset@kulturhuset.example';

/** The six who are asked to meetings. */
export const ASKED = ['anna', 'bo', 'cia', 'dan', 'eva', 'finn'] as const;

/**
 * Fjordklyngen: four practices with a doctor each, of which Anna coordinates, a nurse in Bo's and a trainee in Cia's
 * practice, a secretary, and a source with two people to whom every practice has said yes.
 */
export async function aNamedCluster() {
  const cluster = await aCluster({ practices: 4, name: 'Fjordklyngen' });
  const source = await aSource([cluster]);
  const [anna, bo, cia, dan] = cluster.practices.map(({ doctor }) => doctor);
  const of = (at: number) => cluster.practices[at]!.practiceId;
  const people: Record<Name, Somebody> = {
    ...{ anna: anna!, bo: bo!, cia: cia!, dan: dan! },
    eva: await aMember(cluster, { practiceId: of(1), kind: 'staff', name: 'Eva Enggaard' }),
    finn: await aMember(cluster, { practiceId: of(2), kind: 'trainee', name: 'Finn Falk' }),
    sif: await aMember(cluster, { kind: 'secretary', name: 'Sif Sekretær' }),
    dorte: { ...source.person, memberId: '' },
    ditte: { ...(await aPerson('Ditte Datakilde')), memberId: '' },
  };
  const names = { anna: 'Anna Ahorn', bo: 'Bo Birk', cia: 'Cia Ceder', dan: 'Dan Duehøj' };
  for (const [who, name] of Object.entries(names)) await rename(people[who as Name], name);
  await letDeliver(source.sourceId, people.ditte);
  return { cluster, source, people };
}

async function rename({ personId }: Somebody, name: string): Promise<void> {
  await owner.updateTable('person').set({ name }).where('personId', '=', personId).execute();
}

async function letDeliver(sourceId: string, { personId }: Somebody): Promise<void> {
  const valid = '[2020-01-01,)';
  await owner.insertInto('sourcePerson').values({ sourceId, personId, isExample: false, valid }).execute();
}

/** A session that begins now and lasts an hour, as a link from a mail would start it. Answers its token. */
export async function aSession({ personId }: Somebody, now: Date): Promise<string> {
  const token = aToken();
  await sql`insert into session (token_hash, person_id, started_at, expires_at, confirmed_at)
    values (hash_of(${token}), ${personId}, ${now}, ${new Date(now.getTime() + 3_600_000)}, ${now})`.execute(
    owner,
  );
  return token;
}
