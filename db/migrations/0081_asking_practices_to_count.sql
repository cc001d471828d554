-- What a meeting asks the practices to count: an indicator of one period, the same for all, by a day.

create table own_count_ask (
  cluster_id       uuid not null,
  own_count_ask_id uuid not null default gen_random_uuid() primary key,
  meeting_id       uuid not null,
  indicator_key    text not null references indicator,
  period_from      date not null,
  period_until     date not null,
  due_on           date not null,
  state            text not null default 'open' check (state in ('open', 'done', 'given_up')),
  reminders        smallint not null default 0,
  asked_at         timestamptz not null,
  is_by_itself     boolean not null default false,
  unique (cluster_id, own_count_ask_id),
  unique (meeting_id, indicator_key, due_on),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  check (period_from <= period_until)
);
create index on own_count_ask (cluster_id, state);
alter table own_count_ask enable row level security;
grant select, insert, update (state) on own_count_ask to klyngerum_web;
grant select, insert, update (state, reminders) on own_count_ask to klyngerum_worker;
create policy seen_by_those_who_answer on own_count_ask for select to klyngerum_web
  using (cluster_id = (select answering_cluster()));
create policy asked_by_those_who_arrange on own_count_ask for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and (select arranges()) and state = 'open' and not is_by_itself);
create policy ended_by_those_who_arrange on own_count_ask for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges()) and state = 'open') with check (state = 'given_up');
create policy followed_by_the_worker on own_count_ask for all to klyngerum_worker using (true) with check (true);

-- Who may count for which practice of a cluster today: as `counting_for`, of everybody.
create function counters_in(which uuid) returns table (practice_id uuid, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct m.practice_id, m.person_id
    from member m
    join cluster_practice c on c.cluster_id = m.cluster_id and c.practice_id = m.practice_id and c.valid @> current_day()
    join practice p on p.practice_id = m.practice_id
    left join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id and a.ended_at is null
    where m.cluster_id = which and m.valid @> current_day()
      and (a.member_id is not null and (m.kind = 'doctor' or m.kind = 'trainee' and p.trainees_see or m.kind = 'staff' and p.staff_see)
        or m.kind = 'doctor' and not is_opened(m.practice_id))
  $$;

-- That each practice of the cluster has counted what was asked; never what, nor whether it may contribute.
create function counted_of(which uuid) returns table (practice_id uuid, has_counted boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.practice_id, exists (
      select from measurement m join delivery d using (delivery_id) join source s using (source_id)
      where m.practice_id = c.practice_id and m.indicator_key = a.indicator_key and m.period_from = a.period_from
        and m.period_until = a.period_until and d.state = 'confirmed' and s.kind = 'own_count' and s.cluster_id = a.cluster_id)
    from own_count_ask a join cluster_practice c on c.cluster_id = a.cluster_id and c.valid @> current_day()
    where a.own_count_ask_id = which
  $$;
create function who_has_counted(which uuid) returns table (practice_id uuid, has_counted boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.practice_id, c.has_counted
    from own_count_ask a, counted_of(a.own_count_ask_id) c
    where a.own_count_ask_id = which and a.cluster_id = (select current_cluster()) and (select arranges())
  $$;

-- What the practices of whoever answers, signed in or by a link, are asked to count, and whether they have.
create function own_count_asks() returns table (own_count_ask_id uuid, practice_id uuid, has_counted boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select a.own_count_ask_id, w.practice_id, c.has_counted
    from own_count_ask a
    join meeting m on m.meeting_id = a.meeting_id and m.state <> 'cancelled'
    join (select distinct cluster_id, person_id from answering()) x on x.cluster_id = a.cluster_id
    join counters_in(a.cluster_id) w on w.person_id = x.person_id
    join counted_of(a.own_count_ask_id) c on c.practice_id = w.practice_id
    where a.state <> 'given_up' and a.due_on >= current_day() - 60
  $$;

-- Whether the practices that a person counts for have counted all that a meeting still asks of them.
create function has_counted_all(meeting uuid, who uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select not exists (
      select from own_count_ask a join counters_in(a.cluster_id) w on w.person_id = who
      join counted_of(a.own_count_ask_id) c on c.practice_id = w.practice_id and not c.has_counted
      where a.meeting_id = meeting and a.state = 'open')
  $$;
grant execute on function who_has_counted(uuid), own_count_asks() to klyngerum_web;
grant execute on function counters_in(uuid), counted_of(uuid), has_counted_all(uuid, uuid) to klyngerum_worker;
