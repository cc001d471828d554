-- What is counted, loaded from the indicator files, and the levels of region and nation.

create table indicator (
  indicator_key text primary key check (indicator_key ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
  definition    jsonb not null,
  loaded_at     timestamptz not null
);

create table reference (
  indicator_key text not null references indicator,
  period_from   date not null,
  period_until  date not null,
  level         text not null check (level in ('nation', 'region')),
  area_code     text not null,
  source_id     uuid references source,
  origin        text not null check (origin in ('delivered', 'computed')),
  practices     integer not null check (practices >= 100),
  -- All patients together: the level as one figure.
  numerator     numeric not null,
  denominator   numeric not null,
  p10 numeric not null, p25 numeric not null, p50 numeric not null, p75 numeric not null, p90 numeric not null,
  tau_squared   numeric not null check (tau_squared >= 0),
  overdispersion numeric not null,
  made_at       timestamptz not null,
  check (period_from <= period_until),
  constraint percentiles_in_order check (p10 <= p25 and p25 <= p50 and p50 <= p75 and p75 <= p90),
  constraint one_reference_each unique nulls not distinct (indicator_key, period_from, period_until, level, area_code, source_id)
);
