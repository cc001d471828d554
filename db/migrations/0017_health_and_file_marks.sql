-- Whether the installation is well, told to anybody; and the mark of a file, told to its source alone.

-- The last moment at which the worker said that it is there.
create table worker_sign (
  only_one boolean primary key default true check (only_one),
  at       timestamptz not null
);
alter table worker_sign enable row level security;
grant select, insert, update on worker_sign to klyngerum_worker;
create policy left_by_the_worker on worker_sign for all to klyngerum_worker using (true) with check (true);

create function health() returns table (migration_names text[], worker_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select (select array_agg(name order by name) from migration), (select at from worker_sign)
  $$;
grant execute on function health() to klyngerum_web;

-- Of a small file the hash tells whether a guess at its figures is right. So only the source reads it.
revoke select on delivery from klyngerum_web;
grant select (delivery_id, source_id, deliverer_id, state, file_name, file_bytes, extracted_on, mapping, row_count, figure_count,
  missing_count, practice_count, started_at, confirmed_at, withdrawn_at, withdrawn_by) on delivery to klyngerum_web;

create function hash_of_draft(which uuid) returns bytea language sql stable security definer set search_path = public, pg_temp
  as $$
    select file_hash from delivery
    where delivery_id = which and state = 'draft' and source_id = current_source() and deliverer_id = current_person()
  $$;
create function delivered_before(hash bytea) returns table (delivery_id uuid, confirmed_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select delivery_id, confirmed_at from delivery
    where source_id = current_source() and file_hash = hash and state = 'confirmed'
  $$;
grant execute on function hash_of_draft(uuid), delivered_before(bytea) to klyngerum_web;
