import { sql } from 'kysely';
import type { Scope } from '#platform/scope.server.ts';
import type { Municipality } from './municipality.ts';

/** The municipalities in the order of the alphabet, with today's region; invented ones only for invented people. */
export async function listMunicipalities(scope: Scope): Promise<Municipality[]> {
  const isExample = 'isExample' in scope && scope.isExample;
  const { rows } = await sql<Municipality>`
    select m.municipality_code as code, m.name, coalesce(r.name, '') as region
    from municipality m
    left join municipality_region b on b.municipality_code = m.municipality_code and b.valid @> current_day()
    left join region r on r.region_code = b.region_code
    where ${isExample} or m.municipality_code not like 'x%'
    order by m.name`.execute(scope.db);
  const order = new Intl.Collator('da');
  return rows.toSorted((a, b) => order.compare(a.name, b.name));
}
