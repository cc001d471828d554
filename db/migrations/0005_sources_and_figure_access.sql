-- Who delivers figures, which practices say yes to them, and who of a practice may open its own.

create table source (
  source_id  uuid primary key default gen_random_uuid(),
  name       text not null check (length(name) between 2 and 120),
  kind       text not null check (kind in ('quality_unit', 'region', 'kiap', 'municipality', 'coordinator')),
  -- A coordinator's own source delivers for her own cluster alone.
  cluster_id uuid references cluster,
  is_example boolean not null default false,
  -- The operator knows this organisation. Only then may it confirm numbers and hand out keys:
  -- otherwise a coordinator could open a colleague's figures with a source of her own making.
  is_trusted boolean not null default false,
  created_at timestamptz not null,
  unique (source_id, is_example),
  constraint a_coordinator_vouches_for_nobody check (not (is_trusted and kind = 'coordinator')),
  constraint own_cluster_for_a_coordinator check ((kind = 'coordinator') = (cluster_id is not null))
);
create unique index one_own_source_per_cluster on source (cluster_id) where kind = 'coordinator';

create table source_person (
  source_id  uuid not null,
  person_id  uuid not null,
  is_example boolean not null,
  valid      daterange not null check (not isempty(valid)),
  primary key (source_id, person_id, valid),
  foreign key (source_id, is_example) references source (source_id, is_example),
  foreign key (person_id, is_example) references person (person_id, is_example)
);
create index on source_person (person_id);

create table source_cluster (
  source_id  uuid not null,
  cluster_id uuid not null,
  is_example boolean not null,
  valid      daterange not null check (not isempty(valid)),
  primary key (source_id, cluster_id, valid),
  foreign key (source_id, is_example) references source (source_id, is_example),
  foreign key (cluster_id, is_example) references cluster (cluster_id, is_example)
);
create index on source_cluster (cluster_id);

-- The code that opens a practice's figures, kept as a hash.
create table practice_key (
  practice_key_id uuid primary key default gen_random_uuid(),
  practice_id uuid not null references practice,
  key_hash    bytea not null unique,
  made_at     timestamptz not null,
  ended_at    timestamptz
);
create index on practice_key (practice_id);

-- A member whom the practice itself lets see its figures: by the key, or confirmed by a colleague.
-- It hangs on the membership, so that it ends with it and does not return with another.
create table figure_access (
  member_id    uuid primary key references member,
  practice_id  uuid not null references practice,
  opened_by    text not null check (opened_by in ('key', 'colleague')),
  confirmed_by uuid references member,
  opened_at    timestamptz not null,
  ended_at     timestamptz,
  constraint a_colleague_has_a_name check ((opened_by = 'colleague') = (confirmed_by is not null))
);
create index on figure_access (practice_id);

-- The practices whose figures this person may open now. Everything that guards a measurement asks here.
create function own_practices() returns table (practice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.practice_id
    from member m
    join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id and a.ended_at is null
    join practice p on p.practice_id = m.practice_id
    where m.person_id = current_person() and m.valid @> current_day()
      and (m.kind = 'doctor' or (m.kind = 'trainee' and p.trainees_see) or (m.kind = 'staff' and p.staff_see))
  $$;

-- The source that the transaction names, as long as the person delivers for it today.
create function current_source() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select source_id from source_person
    where source_id = nullif(current_setting('app.source', true), '')::uuid
      and person_id = current_person() and valid @> current_day()
    limit 1
  $$;

create function own_sources() returns table (source_id uuid) language sql stable security definer set search_path = public, pg_temp
  as $$ select source_id from source_person where person_id = current_person() and valid @> current_day() $$;

-- A practice's yes or no to a source. The latest counts; earlier ones stay.
create table source_answer (
  practice_id uuid not null references practice,
  source_id   uuid not null references source,
  answer      text not null check (answer in ('yes', 'no')),
  answered_by uuid references member,
  answered_at timestamptz not null,
  primary key (practice_id, source_id, answered_at)
);

create view latest_source_answer with (security_invoker = true) as
  select distinct on (practice_id, source_id) practice_id, source_id, answer, answered_by, answered_at
  from source_answer order by practice_id, source_id, answered_at desc;

-- The practices a person may know by name: those of the cluster, those of the source's clusters, the own.
create function practices_in_sight() returns table (practice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select practice_id from cluster_practice where cluster_id = current_cluster()
    union
    select p.practice_id from source_cluster s join cluster_practice p using (cluster_id)
      where s.source_id = current_source() and s.valid @> current_day() and p.valid @> current_day()
    union
    select practice_id from member where person_id = current_person() and practice_id is not null
  $$;

create function clusters_in_sight() returns table (cluster_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select cluster_id from own_clusters()
    union
    select cluster_id from source_cluster where source_id in (select source_id from own_sources()) and valid @> current_day()
  $$;

create function sources_in_sight() returns table (source_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select source_id from own_sources()
    union
    select source_id from source_cluster where cluster_id = current_cluster() and valid @> current_day()
    union
    -- A coordinator chooses among the organisations that the operator knows, of the same world as the cluster.
    select s.source_id from source s join cluster c on c.cluster_id = current_cluster() and c.is_example = s.is_example
      where s.is_trusted and 'coordinator' = any (current_roles())
  $$;

create function persons_in_sight() returns table (person_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select current_person()
    union
    select person_id from member where cluster_id = current_cluster()
    union
    select p.person_id from source_person p
      where p.source_id in (select source_id from own_sources())
        or p.source_id in (select source_id from source_cluster where cluster_id = current_cluster() and valid @> current_day())
  $$;

-- A number that a coordinator typed becomes the practice's own when a trusted source says so.
create function confirm_number(which uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update practice_number n set confirmed_at = current_moment()
      where n.practice_number_id = which and n.confirmed_at is null
        and exists (select from source s where s.source_id = current_source() and s.is_trusted)
        and n.practice_id in (
          select p.practice_id from source_cluster s join cluster_practice p using (cluster_id)
          where s.source_id = current_source() and s.valid @> current_day() and p.valid @> current_day());
    return found;
  end $$;

-- A new key for a practice whose number is confirmed; the earlier key stops working.
create function make_practice_key(which uuid, key text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if length(key) < 16 then raise exception 'key too short'; end if;
    if not exists (select from source s where s.source_id = current_source() and s.is_trusted)
      or not exists (select from practice_number n where n.practice_id = which and n.confirmed_at is not null)
      or which not in (
        select p.practice_id from source_cluster s join cluster_practice p using (cluster_id)
        where s.source_id = current_source() and s.valid @> current_day() and p.valid @> current_day())
    then return false; end if;
    update practice_key set ended_at = current_moment() where practice_id = which and ended_at is null;
    insert into practice_key (practice_id, key_hash, made_at) values (which, hash_of(key), current_moment());
    return true;
  end $$;

-- Opens the practice's figures to a member of it who holds its key.
create function use_practice_key(which uuid, key text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare own member;
  begin
    select * into own from member m
      where m.member_id = which and m.person_id = current_person() and m.valid @> current_day() and m.practice_id is not null;
    if own.member_id is null or not exists (
      select from practice_key k
      where k.practice_id = own.practice_id and k.key_hash = hash_of(key) and k.ended_at is null)
    then return false; end if;
    insert into figure_access (member_id, practice_id, opened_by, opened_at)
      values (own.member_id, own.practice_id, 'key', current_moment())
      on conflict (member_id) do update set opened_by = 'key', confirmed_by = null, opened_at = excluded.opened_at, ended_at = null;
    return true;
  end $$;

-- Names on whose behalf the transaction acts, and answers what the token really opens.
create function enter(token text, cluster uuid, source uuid, moment timestamptz)
  returns table (person_id uuid, cluster_id uuid, source_id uuid, roles text[], is_example boolean, confirmed_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform set_config('app.token', coalesce(token, ''), true), set_config('app.cluster', coalesce(cluster::text, ''), true),
      set_config('app.source', coalesce(source::text, ''), true), set_config('app.now', moment::text, true);
    return query select s.person_id, current_cluster(), current_source(), current_roles(), p.is_example, s.confirmed_at
      from session s join person p using (person_id)
      where s.token_hash = hash_of(nullif(token, '')) and s.ended_at is null and s.expires_at > moment;
  end $$;
