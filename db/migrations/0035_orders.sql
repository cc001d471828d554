-- What a source sees of the figures that are ordered from it.

create policy seen_by_its_source on figure_order for select to klyngerum_web
  using (source_id = (select current_source()) and state in ('ordered', 'received', 'published'));

-- The orders of the source, with the meeting that they are for, and how many practices have said yes to it.
create function orders_for_the_source() returns table (figure_order_id uuid, cluster_id uuid, cluster_name text, meeting_title text, held_on date,
    indicators text[], remark text, wanted_on date, state text, ordered_at timestamptz, practices integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select o.figure_order_id, c.cluster_id, c.name, m.title, m.held_on, o.indicators, o.remark, o.wanted_on, o.state, o.ordered_at,
      (select count(*)::int from cluster_practice p where p.cluster_id = o.cluster_id and p.valid @> current_day()
        and 'yes' = (select a.answer from source_answer a where a.practice_id = p.practice_id and a.source_id = o.source_id
          order by a.answered_at desc limit 1))
    from figure_order o join cluster c using (cluster_id) join meeting m on m.meeting_id = o.meeting_id
    where o.source_id = current_source() and o.state in ('ordered', 'received', 'published')
  $$;

-- Which practices these are. The source needs their numbers to draw figures; nobody in the cluster is told.
create function ordered_practices(which uuid) returns table (practice_id uuid, number text, name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.practice_id, n.number, p.name
    from figure_order o
    join cluster_practice c on c.cluster_id = o.cluster_id and c.valid @> current_day()
    join practice p on p.practice_id = c.practice_id
    join practice_number n on n.practice_id = p.practice_id and n.valid @> current_day()
    where o.figure_order_id = which and o.source_id = current_source() and o.state in ('ordered', 'received', 'published')
      and 'yes' = (select a.answer from source_answer a where a.practice_id = p.practice_id and a.source_id = o.source_id
        order by a.answered_at desc limit 1)
    order by n.number
  $$;
grant execute on function orders_for_the_source(), ordered_practices(uuid) to klyngerum_web;

-- The worker sends what is due, and follows it. `sent_by_itself` tells which.
alter table figure_order add column is_sent_by_itself boolean not null default false;
grant update (ordered_at, is_sent_by_itself) on figure_order to klyngerum_worker;
