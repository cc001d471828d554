-- The frozen, anonymous pictures, and what the worker must remember in order to keep them so.

create table publication (
  publication_id uuid primary key default gen_random_uuid(),
  cluster_id     uuid not null references cluster,
  indicator_key  text not null references indicator,
  period_from    date not null,
  period_until   date not null,
  source_id      uuid not null references source,
  requested_at   timestamptz not null,
  state          text not null default 'waiting' check (state in ('waiting', 'published', 'refused')),
  refusal        text,
  finished_at    timestamptz,
  check ((state = 'waiting') = (finished_at is null)),
  check ((state = 'refused') = (refusal is not null))
);
create index on publication (cluster_id, requested_at);

create table spread (
  spread_id     uuid primary key default gen_random_uuid(),
  cluster_id    uuid not null references cluster,
  indicator_key text not null references indicator,
  period_from   date not null,
  period_until  date not null,
  source_id     uuid not null references source,
  -- 1, and at most one later; 0 shows nothing, because too few contributed, and gives way to a real one.
  version       smallint not null check (version in (0, 1, 2)),
  -- Numbers only, already rounded: {dots, median, quartiles}. See benchmarks/disclosure.ts.
  picture       jsonb not null,
  contributors  integer not null,
  practices     integer not null,
  extracted_on  date,
  published_at  timestamptz not null,
  taken_down_at timestamptz,
  constraint one_spread_each unique (cluster_id, indicator_key, period_from, period_until, source_id, version)
);

-- Who stood in a spread, and with which figure. Only the worker reads all of it; a practice sees its own line.
create table spread_contributor (
  spread_id   uuid not null references spread,
  practice_id uuid not null references practice,
  delivery_id uuid not null references delivery,
  primary key (spread_id, practice_id)
);
create index on spread_contributor (practice_id);

-- Totals for guests, rounded to 5, frozen with the spread.
create table spread_total (
  spread_id   uuid primary key references spread,
  numerator   integer not null check (numerator % 5 = 0),
  denominator integer not null check (denominator % 5 = 0)
);

-- That a figure exists, not what it is: the practices of this cluster whose figure may contribute.
create function contributing_practices(key text, from_day date, until_day date, source uuid)
  returns table (practice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select cp.practice_id from cluster_practice cp
    where cp.cluster_id = current_cluster() and cp.valid @> current_day()
      and current_roles() && array['coordinator', 'board']
      and exists (
        select from measurement m join delivery d using (delivery_id)
        where m.practice_id = cp.practice_id and m.indicator_key = key and m.period_from = from_day
          and m.period_until = until_day and d.source_id = source and d.state = 'confirmed')
      and (select a.answer from source_answer a where a.practice_id = cp.practice_id and a.source_id = source
           order by answered_at desc limit 1) = 'yes'
  $$;

-- Takes down at once every spread in which this practice stands with a figure of this source.
create function take_down_spreads_of_practice(practice uuid, source uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare taken integer;
  begin
    if practice not in (select practice_id from own_practices()) then return 0; end if;
    update spread s set taken_down_at = current_moment()
      from spread_contributor c
      where c.spread_id = s.spread_id and c.practice_id = practice and s.source_id = source and s.taken_down_at is null;
    get diagnostics taken = row_count;
    return taken;
  end $$;

-- The same for a delivery that its source withdraws.
create function take_down_spreads_of_delivery(delivery uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare taken integer;
  begin
    if not exists (select from delivery d where d.delivery_id = delivery and d.source_id = current_source()) then return 0; end if;
    update spread s set taken_down_at = current_moment()
      from spread_contributor c
      where c.spread_id = s.spread_id and c.delivery_id = delivery and s.taken_down_at is null;
    get diagnostics taken = row_count;
    return taken;
  end $$;
