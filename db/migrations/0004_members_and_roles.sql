-- Who belongs to a cluster, from which practice, and with which roles. A membership is never
-- rewritten: to change practice or kind it ends, and another begins.

create table member (
  cluster_id  uuid not null,
  member_id   uuid not null default gen_random_uuid(),
  person_id   uuid not null,
  practice_id uuid references practice,
  is_example  boolean not null,
  kind        text not null check (kind in ('doctor', 'trainee', 'staff', 'secretary', 'consultant')),
  valid       daterange not null,
  invited_at  timestamptz not null,
  primary key (member_id),
  unique (cluster_id, member_id),
  foreign key (cluster_id, is_example) references cluster (cluster_id, is_example),
  foreign key (person_id, is_example) references person (person_id, is_example),
  constraint clinic_people_have_a_clinic check ((kind in ('doctor', 'trainee', 'staff')) = (practice_id is not null)),
  constraint once_per_cluster_and_practice
    exclude using gist (cluster_id with =, person_id with =, (coalesce(practice_id, cluster_id)) with =, valid with &&)
);
create index on member (person_id);
create index on member (practice_id);

-- A role is held by a member, or by a whole clinic, whose doctors then all hold it.
create table role_holding (
  cluster_id      uuid not null references cluster,
  role_holding_id uuid not null default gen_random_uuid() primary key,
  role            text not null check (role in ('coordinator', 'board', 'treasurer')),
  member_id       uuid,
  practice_id     uuid references practice,
  valid           daterange not null,
  given_at        timestamptz not null,
  foreign key (cluster_id, member_id) references member (cluster_id, member_id),
  constraint held_by_one check (num_nonnulls(member_id, practice_id) = 1)
);
create index on role_holding (cluster_id);

-- The cluster that the transaction names, as long as the person belongs to it today.
create function current_cluster() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select cluster_id from member
    where cluster_id = nullif(current_setting('app.cluster', true), '')::uuid
      and person_id = current_person() and valid @> current_day()
    limit 1
  $$;

-- What the person is in that cluster today: kinds and roles together.
create function current_roles() returns text[] language sql stable security definer set search_path = public, pg_temp
  as $$
    with own as (
      select member_id, practice_id, kind from member
      where cluster_id = current_cluster() and person_id = current_person() and valid @> current_day()
    )
    select coalesce(array_agg(distinct role order by role), '{}') from (
      select case when kind in ('doctor', 'trainee', 'staff') then 'member' else kind end as role from own
      union all
      select h.role from role_holding h join own
        on h.member_id = own.member_id or (h.practice_id = own.practice_id and own.kind = 'doctor')
      where h.cluster_id = current_cluster() and h.valid @> current_day()
    ) held
  $$;

create function own_clusters() returns table (cluster_id uuid) language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct cluster_id from member where person_id = current_person() and valid @> current_day() $$;

-- Founds a cluster with its first practice, and makes the founder its coordinator.
create function found_cluster(new_cluster uuid, cluster_name text, municipality text, new_practice uuid, practice_name text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare founder person; new_member uuid := gen_random_uuid();
  begin
    select * into founder from person where person_id = current_person();
    if founder.person_id is null then return false; end if;
    insert into cluster (cluster_id, name, municipality_code, is_example, created_at)
      values (new_cluster, cluster_name, municipality, founder.is_example, current_moment());
    insert into practice (practice_id, name, is_example, created_at)
      values (new_practice, practice_name, founder.is_example, current_moment());
    insert into cluster_practice (cluster_id, practice_id, is_example, valid)
      values (new_cluster, new_practice, founder.is_example, daterange(current_day(), null));
    insert into member (cluster_id, member_id, person_id, practice_id, is_example, kind, valid, invited_at)
      values (new_cluster, new_member, founder.person_id, new_practice, founder.is_example, 'doctor', daterange(current_day(), null), current_moment());
    insert into role_holding (cluster_id, role, member_id, valid, given_at)
      values (new_cluster, 'coordinator', new_member, daterange(current_day(), null), current_moment());
    return true;
  end $$;

-- The person behind an address, made when there is none. Whether there was one is not told.
create function person_for_invitation(address text, person_name text, new_person uuid) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare who uuid; example boolean;
  begin
    if not ('coordinator' = any (current_roles())) then return null; end if;
    select is_example into example from cluster where cluster_id = current_cluster();
    select a.person_id into who from person_address a join person p using (person_id)
      where a.email = lower(address) and p.is_example = example;
    if who is null then
      insert into person (person_id, name, is_example, created_at) values (new_person, person_name, example, current_moment());
      insert into person_address (person_id, email) values (new_person, lower(address));
      who := new_person;
    end if;
    return who;
  end $$;
