import { sql } from 'kysely';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { Locale } from '#ui/format.ts';
import type { Day } from './calendar-day.ts';
import { nameOfDeadline } from './deadline.text.ts';
import type { Deadline } from './deadline.ts';
import type { YearEntry } from './year.ts';

type Row = Omit<YearEntry, 'title'> & { title: string; act: Deadline['act'] | null };

/**
 * What stands in the cluster's year from a day until another, that one not included: meetings that are not called off,
 * agreements that are measured again, and, for those who arrange, what is due and was not skipped. Figures for an agreement that has a day
 * of its own are not told of twice.
 */
export async function listYear(
  { db }: ClusterScope,
  locale: Locale,
  { from, until }: { from: Day; until: Day },
): Promise<YearEntry[]> {
  const { rows } = await sql<Row>`
    select 'meeting ' || meeting_id as key, 'meeting' as kind, held_on as day, title, '' as about, meeting_id, state in ('held', 'closed') as is_settled, null as act
    from meeting where state <> 'cancelled' and held_on >= ${from} and held_on < ${until}
    union all
    select 'agreement ' || agreement_id || ' ' || day, 'measured_again', day, what, '', meeting_id, state <> 'open', null
    from agreement a cross join lateral unnest(array[a.measured_again_on, a.second_measure_on]) as day
    where day >= ${from} and day < ${until}
    union all
    select 'deadline ' || d.deadline_id, 'deadline', d.due_on, d.title, m.title, d.meeting_id, d.state <> 'open', d.act
    from deadline d join meeting m using (meeting_id)
    where m.state <> 'cancelled' and d.state <> 'skipped' and d.due_on >= ${from} and d.due_on < ${until}
      and (d.act <> 'measure_again' or not exists (select from agreement a where a.meeting_id = d.meeting_id))`.execute(
    db,
  );
  return rows.map(({ act, title, ...row }) => ({
    ...row,
    kind: act === 'measure_again' ? 'measured_again' : row.kind,
    title: act ? nameOfDeadline(locale, { act, title }) : title,
  }));
}
