-- What every page asks first is asked in one go, and what stands under every function is asked once a statement.

-- A function in a condition may be called for each row that is looked at; behind a select it is called once.
create or replace function current_cluster() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select cluster_id from member
    where cluster_id = nullif(current_setting('app.cluster', true), '')::uuid
      and person_id = (select current_person()) and valid @> (select current_day())
    limit 1
  $$;
create or replace function current_roles() returns text[] language sql stable security definer set search_path = public, pg_temp
  as $$
    with own as (
      select cluster_id, member_id, practice_id, kind from member
      where cluster_id = nullif(current_setting('app.cluster', true), '')::uuid
        and person_id = (select current_person()) and valid @> (select current_day())
    )
    select coalesce(array_agg(distinct role order by role), '{}') from (
      select case when kind in ('doctor', 'trainee', 'staff') then 'member' else kind end as role from own
      union all
      select h.role from own join role_holding h on h.cluster_id = own.cluster_id
        and (h.member_id = own.member_id or (h.practice_id = own.practice_id and own.kind = 'doctor'))
      where h.valid @> (select current_day())
    ) held
  $$;
create or replace function own_practices() returns table (practice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.practice_id
    from member m
    join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id and a.ended_at is null
    join practice p on p.practice_id = m.practice_id
    where m.person_id = (select current_person()) and m.valid @> (select current_day())
      and (m.kind = 'doctor' or (m.kind = 'trainee' and p.trainees_see) or (m.kind = 'staff' and p.staff_see))
  $$;

-- What the token of the transaction really opens: who it is, and where they may be of the places it names.
create function visitor()
  returns table (person_id uuid, name text, cluster_id uuid, cluster_name text, source_id uuid, roles text[],
    is_example boolean, confirmed_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.person_id, p.name, c.cluster_id, c.name,
      case when current_setting('app.source', true) <> '' then current_source() end,
      case when c.cluster_id is null then '{}' else current_roles() end, p.is_example, s.confirmed_at
    from session s
    join person p using (person_id)
    left join cluster c on current_setting('app.cluster', true) <> '' and c.cluster_id = (select current_cluster())
    where s.token_hash = (select hash_of(nullif(current_setting('app.token', true), '')))
      and s.ended_at is null and s.expires_at > (select current_moment())
  $$;
drop function enter(text, uuid, uuid, timestamptz);
create function enter(token text, cluster uuid, source uuid, moment timestamptz)
  returns table (person_id uuid, name text, cluster_id uuid, cluster_name text, source_id uuid, roles text[],
    is_example boolean, confirmed_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform set_config('app.token', coalesce(token, ''), true), set_config('app.cluster', coalesce(cluster::text, ''), true),
      set_config('app.source', coalesce(source::text, ''), true), set_config('app.now', moment::text, true);
    return query select * from visitor();
  end $$;

-- The region that the cluster lies in today.
create function current_region() returns text language sql stable security definer set search_path = public, pg_temp
  as $$
    select r.region_code from cluster c join municipality_region r using (municipality_code)
    where c.cluster_id = (select current_cluster()) and r.valid @> (select current_day())
  $$;
grant execute on function visitor(), current_region(), enter(text, uuid, uuid, timestamptz) to klyngerum_web, klyngerum_worker;

-- The name of the source is frozen with the picture, which stays when the source no longer serves the cluster.
alter table spread add column source_name text not null default '';
update spread s set source_name = o.name from source o where o.source_id = s.source_id;
create function names_its_source() returns trigger language plpgsql set search_path = public, pg_temp
  as $$
  begin
    new.source_name := (select name from source where source_id = new.source_id);
    return new;
  end $$;
create trigger it_names_its_source before insert on spread for each row execute function names_its_source();
