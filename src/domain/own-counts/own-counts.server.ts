import { sql } from 'kysely';
import type { Indicator } from '#domain/indicators/indicator.ts';
import type { AnsweringScope, ClusterScope } from '#platform/scope.server.ts';
import type { CountPeriod } from './count-period.ts';
import type { CountAnswer } from './own-count.ts';

/**
 * A practice that the reader counts for today: whether they say yes or no for it, whether they see all that its people
 * counted, and what they have answered so far.
 */
export type CountingPractice = {
  practiceId: string;
  name: string;
  decides: boolean;
  sees: boolean;
  answer: CountAnswer | null;
};

/** The practices that the reader counts for in this cluster, by name. */
export async function listCountingPractices({ db }: ClusterScope): Promise<CountingPractice[]> {
  const { rows } = await sql<CountingPractice>`
    select c.practice_id, p.name, c.decides, c.sees, a.answer
    from counting_for() c join practice p using (practice_id)
    left join own_count_answers() a on a.practice_id = c.practice_id
    order by p.name collate "da-x-icu", c.practice_id`.execute(db);
  return rows;
}

/**
 * What was counted of an indicator in a period: the numbers where the reader may see them, else only that a colleague
 * has counted, and who. `value` is in the indicator's unit, null where there was nobody to count.
 */
export type KeptCount = {
  deliveryId: string;
  practiceId: string;
  indicatorKey: string;
  period: CountPeriod;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  countedBy: string;
  isOwn: boolean;
  isShown: boolean;
  mayWithdraw: boolean;
  countedAt: Date;
};

/** What counts today of all that was counted for the reader's practices, newest period first; of one indicator, or of all. */
export async function listKeptCounts({ db }: ClusterScope, indicatorKey?: string): Promise<KeptCount[]> {
  const { rows } = await sql<Omit<KeptCount, 'period'> & { periodFrom: string; periodUntil: string }>`
    select delivery_id, practice_id, indicator_key, period_from::text as period_from, period_until::text as period_until,
      numerator, denominator, value, counted_by, is_own, is_shown, may_withdraw, counted_at
    from own_counts() where ${indicatorKey ?? null}::text is null or indicator_key = ${indicatorKey ?? null}
    order by period_until desc, period_from desc, indicator_key, practice_id`.execute(db);
  return rows.map(({ periodFrom, periodUntil, ...row }) => ({
    ...row,
    period: { from: periodFrom, until: periodUntil },
  }));
}

/** Something that a meeting asks one practice of the reader to count, and whether it has. */
export type AskedCount = {
  ownCountAskId: string;
  meetingId: string;
  meetingTitle: string;
  practiceId: string;
  practiceName: string;
  indicatorKey: string;
  indicatorName: Indicator['name'];
  period: CountPeriod;
  dueOn: string;
  hasCounted: boolean;
};

/** What the practices of whoever answers are asked to count, what is missing first and then by day. No number is in it. */
export async function listAskedCounts({ db }: AnsweringScope): Promise<AskedCount[]> {
  const { rows } = await sql<Omit<AskedCount, 'period'> & { periodFrom: string; periodUntil: string }>`
    select a.own_count_ask_id, a.meeting_id, m.title as meeting_title, o.practice_id, coalesce(p.practice_name, '') as practice_name,
      a.indicator_key, i.definition -> 'name' as indicator_name, a.period_from::text as period_from,
      a.period_until::text as period_until, a.due_on::text as due_on, o.has_counted
    from own_count_asks() o
    join own_count_ask a using (own_count_ask_id)
    join meeting m on m.meeting_id = a.meeting_id
    join indicator i on i.indicator_key = a.indicator_key
    left join (select distinct practice_id, practice_name from clinic_people()) p on p.practice_id = o.practice_id
    order by o.has_counted, a.due_on, a.indicator_key, 5, o.practice_id`.execute(db);
  return rows.map(({ periodFrom, periodUntil, ...row }) => ({
    ...row,
    period: { from: periodFrom, until: periodUntil },
  }));
}
