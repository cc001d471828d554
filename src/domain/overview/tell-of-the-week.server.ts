import { sql } from 'kysely';
import { tellOwnDoing } from '#domain/journal/tell-own-doing.server.ts';
import { writeMeetingLetter } from '#domain/notices/write-meeting-letter.server.ts';
import type { SystemScope } from '#platform/scope.server.ts';
import { overviewText } from './overview.text.ts';
import { threeOf } from './thing.ts';
import { listThings } from './things.server.ts';

type Coordinator = { clusterId: string; personId: string; locale: string };

/**
 * On Mondays before nine every coordinator who has something to do gets the three things of the week, once. Who has
 * nothing to do gets nothing, and neither does who makes something to do later on that day.
 */
export async function tellOfTheWeek(scope: SystemScope): Promise<void> {
  const told: Coordinator[] = [];
  for (const coordinator of await listUntold(scope)) {
    const { clusterId, personId, locale } = coordinator;
    const text = overviewText[locale === 'en' ? 'en' : 'da'].things;
    const lines = threeOf(await listThings(scope, clusterId, 'week')).map((thing) =>
      text[thing.kind].title(thing),
    );
    if (lines.length === 0) continue;
    const facts = Object.fromEntries(lines.map((line, at) => [`line${at + 1}`, line]));
    await writeMeetingLetter(scope, {
      kind: 'week_ahead',
      clusterId,
      meetingId: null,
      to: { personId },
      facts: { ...facts, target: `/c/${clusterId}` },
    });
    told.push(coordinator);
  }
  for (const [clusterId, people] of Map.groupBy(told, (one) => one.clusterId)) {
    const facts = { people: String(people.length) };
    await tellOwnDoing(scope, { clusterId, meetingId: null, act: 'week_told', facts });
  }
}

async function listUntold({ db }: SystemScope): Promise<Coordinator[]> {
  const { rows } = await sql<Coordinator>`
    select distinct h.cluster_id, p.person_id, p.locale
    from role_holding h
    join member m on (m.member_id = h.member_id or m.practice_id = h.practice_id and m.cluster_id = h.cluster_id and m.kind = 'doctor')
      and m.valid @> current_day()
    join person p using (person_id)
    where h.role = 'coordinator' and h.valid @> current_day() and extract(isodow from current_day()) = 1
      and extract(hour from current_moment() at time zone 'Europe/Copenhagen') < 9
      and not exists (select from letter l where l.kind = 'week_ahead' and l.person_id = p.person_id and l.cluster_id = h.cluster_id
        and l.written_at > current_moment() - interval '3 days')
    order by 1, 2`.execute(db);
  return rows;
}
