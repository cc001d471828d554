-- What stands under every page is looked up once, and by the person, whose memberships are few.

-- The planner takes this index also where it seeks a person alone, so the person comes first in it.
alter table member drop constraint once_per_cluster_and_practice;
alter table member add constraint once_per_cluster_and_practice
  exclude using gist (person_id with =, cluster_id with =, (coalesce(practice_id, cluster_id)) with =, valid with &&);

-- What somebody is in a cluster today: kinds and roles together; nothing where they do not belong.
create function roles_of(who uuid, which uuid) returns text[] language sql stable set search_path = public, pg_temp
  as $$
    with today as materialized (
      select member_id, practice_id, kind from member
      where person_id = who and cluster_id = which and valid @> (select current_day())
    )
    select coalesce(array_agg(distinct role order by role), '{}') from (
      select case when kind in ('doctor', 'trainee', 'staff') then 'member' else kind end as role from today
      union all
      select h.role from role_holding h join today
        on h.member_id = today.member_id or (h.practice_id = today.practice_id and today.kind = 'doctor')
      where h.cluster_id = which and h.valid @> (select current_day())
    ) held
  $$;
create or replace function current_roles() returns text[] language sql stable security definer set search_path = public, pg_temp
  as $$ select roles_of(current_person(), nullif(current_setting('app.cluster', true), '')::uuid) $$;

create function practices_opened_by(who uuid) returns table (cluster_id uuid, practice_id uuid)
  language sql stable set search_path = public, pg_temp
  as $$
    select own.cluster_id, own.practice_id
    from member own
    join figure_access a on a.member_id = own.member_id and a.practice_id = own.practice_id and a.ended_at is null
    join practice p on p.practice_id = own.practice_id
    where own.person_id = who and own.valid @> (select current_day())
      and (own.kind = 'doctor' or (own.kind = 'trainee' and p.trainees_see) or (own.kind = 'staff' and p.staff_see))
  $$;
create or replace function own_practices() returns table (practice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select practice_id from practices_opened_by(current_person()) $$;

-- Whether the person may open figures of a practice through the cluster that the transaction names.
create function opens_figures_here() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from practices_opened_by(current_person())
      where cluster_id = nullif(current_setting('app.cluster', true), '')::uuid)
  $$;
grant execute on function opens_figures_here() to klyngerum_web;

create or replace function visitor()
  returns table (person_id uuid, name text, cluster_id uuid, cluster_name text, source_id uuid, roles text[],
    is_example boolean, confirmed_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.person_id, p.name, c.cluster_id, c.name,
      case when current_setting('app.source', true) <> '' then current_source() end,
      held.roles, p.is_example, s.confirmed_at
    from session s
    join person p using (person_id)
    cross join lateral (
      select roles_of(s.person_id, nullif(current_setting('app.cluster', true), '')::uuid) as roles
    ) held
    left join cluster c on held.roles <> '{}' and c.cluster_id = nullif(current_setting('app.cluster', true), '')::uuid
    where s.token_hash = (select hash_of(nullif(current_setting('app.token', true), '')))
      and s.ended_at is null and s.expires_at > (select current_moment())
  $$;
