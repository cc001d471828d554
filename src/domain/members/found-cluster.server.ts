import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { listMunicipalities } from '#domain/clusters/municipalities.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { PersonScope } from '#platform/scope.server.ts';
import { isAllowed } from './attempts.server.ts';
import { enrol } from './enrol.server.ts';
import { enrolmentOf, isBlank, type Row } from './enrolment.ts';
import type { Founding } from './founding.ts';
import { remarksOn } from './member-rows.server.ts';

/**
 * Founds a cluster with the people of a list, and makes the founder its coordinator. All of it or nothing; the
 * numbers are claims until a data source confirms them. What it makes is the cluster's id, and who came in.
 */
export const foundCluster = command(
  { permission: 'cluster.found', event: 'cluster.founded' },
  async (scope: PersonScope, clusterId: string, founding: Founding) => {
    const { name, municipalityCode, rows, own } = founding;
    if (name.length < 2 || name.length > 120) return refused('name_missing');
    const isKnown = (await listMunicipalities(scope)).some(({ code }) => code === municipalityCode);
    if (!isKnown) return refused('municipality_unknown');
    if (rows.every((row) => row.isLeftOut || isBlank(row))) return refused('nothing_understood');
    const self = own === null ? undefined : rows[own];
    if (!self || self.isLeftOut || self.practice.length < 2) return refused('own_practice_missing');
    if ((await remarksOn(scope, rows)).some(({ problems }) => problems.length > 0))
      return refused('rows_to_mend');
    if (!(await isAllowed(scope, `found:${scope.personId}`, 3))) return refused('too_many_tries');
    await found(scope, clusterId, founding, self);
    return made({ clusterId, ...(await enterAll(scope, clusterId, rows, self)) });
  },
);

async function found(scope: PersonScope, clusterId: string, founding: Founding, self: Row): Promise<void> {
  const { rows } = await sql<{ founded: boolean }>`
    select found_cluster(${clusterId}::uuid, ${founding.name}, ${founding.municipalityCode},
      ${randomUUID()}::uuid, ${practiceNameOf(self, founding.rows)}) as founded`.execute(scope.db);
  if (!rows[0]?.founded) throw new Error('nobody founded the cluster');
}

// The spelling under which the whole list has the practice, so that the two are one.
function practiceNameOf(self: Row, rows: Row[]): string {
  const at = rows.indexOf(self);
  return enrolmentOf(rows).practices.find((practice) => practice.rows.includes(at))?.name ?? self.practice;
}

function enterAll(scope: PersonScope, clusterId: string, rows: Row[], self: Row) {
  // The founder is in already, under whatever address the list has.
  const others = rows.map((row) => (row === self ? { ...row, email: '' } : row));
  const home = { scope, clusterId, isExample: scope.isExample, inviterId: scope.personId };
  return enrol(home, enrolmentOf(others));
}
