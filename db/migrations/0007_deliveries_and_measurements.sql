-- Figures as they were received. A measurement is never changed; a correction is a later delivery
-- of the same practice, indicator and period, and a withdrawal is a state of the delivery.

create table delivery (
  delivery_id  uuid primary key default gen_random_uuid(),
  source_id    uuid not null references source,
  deliverer_id uuid references person,
  state        text not null check (state in ('draft', 'confirmed', 'withdrawn', 'refused')),
  file_name    text not null default '' check (length(file_name) <= 200),
  file_hash    bytea not null check (length(file_hash) = 32),
  file_bytes   bigint not null check (file_bytes >= 0),
  extracted_on date,
  mapping      jsonb,
  row_count    integer not null default 0,
  figure_count integer not null default 0,
  missing_count integer not null default 0,
  practice_count integer not null default 0,
  started_at   timestamptz not null,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  constraint confirmed_at_some_time check ((state in ('confirmed', 'withdrawn')) = (confirmed_at is not null)),
  constraint withdrawn_at_some_time check ((state = 'withdrawn') = (withdrawn_at is not null))
);
create unique index the_same_file_once on delivery (source_id, file_hash) where state = 'confirmed';
create index on delivery (source_id, confirmed_at);

-- The columns of a source's files as they were understood last, by what the header looks like.
create table source_mapping (
  source_id   uuid not null references source,
  header_hash bytea not null,
  mapping     jsonb not null,
  remembered_at timestamptz not null,
  primary key (source_id, header_hash)
);

-- What a delivery holds, as counts, per cluster. This is all that anybody sees of it afterwards.
create table delivery_part (
  delivery_id   uuid not null references delivery,
  cluster_id    uuid not null references cluster,
  indicator_key text not null references indicator,
  period_from   date not null,
  period_until  date not null,
  practices     integer not null,
  primary key (delivery_id, cluster_id, indicator_key, period_from, period_until)
);
create index on delivery_part (cluster_id);

create table measurement (
  delivery_id   uuid not null references delivery,
  practice_id   uuid not null references practice,
  indicator_key text not null references indicator,
  period_from   date not null,
  period_until  date not null,
  numerator     numeric,
  denominator   numeric,
  value         numeric,
  missing       text check (missing in ('suppressed', 'not_available', 'not_applicable', 'empty')),
  line          integer not null,
  primary key (practice_id, indicator_key, period_from, period_until, delivery_id),
  check (period_from <= period_until),
  constraint a_figure_or_a_reason check ((missing is null) = (value is not null)),
  constraint counts_are_not_negative check (numerator >= 0 and denominator >= 0)
);
create index on measurement (indicator_key, period_from, period_until);

-- The delivery being confirmed in this transaction: an open draft of the person's own source.
create function open_delivery() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select delivery_id from delivery
    where delivery_id = nullif(current_setting('app.delivery', true), '')::uuid
      and state = 'draft' and source_id = current_source() and deliverer_id = current_person()
  $$;

-- Which practice a number meant on a day, among the practices of the clusters that invited the source.
-- A coordinator's own source may also name numbers that nobody has confirmed yet.
create function practices_by_number(on_day date)
  returns table (number text, practice_id uuid, name text, cluster_id uuid, is_confirmed boolean, is_current boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select n.number, n.practice_id, p.name, cp.cluster_id, n.confirmed_at is not null, n.valid @> on_day
    from source_cluster s
    join cluster_practice cp on cp.cluster_id = s.cluster_id and cp.valid @> current_day()
    join practice p on p.practice_id = cp.practice_id
    join practice_number n on n.practice_id = cp.practice_id
    where s.source_id = current_source() and s.valid @> current_day()
  $$;

-- Of the own figures, the one that counts for each source and period: the latest confirmed.
create view latest_measurement with (security_invoker = true) as
  select distinct on (m.practice_id, m.indicator_key, m.period_from, m.period_until, d.source_id)
    m.practice_id, m.indicator_key, m.period_from, m.period_until, d.source_id, m.delivery_id,
    m.numerator, m.denominator, m.value, m.missing, d.deliverer_id, d.extracted_on, d.confirmed_at
  from measurement m join delivery d using (delivery_id)
  where d.state = 'confirmed'
  order by m.practice_id, m.indicator_key, m.period_from, m.period_until, d.source_id, d.confirmed_at desc, m.delivery_id;
