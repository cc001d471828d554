-- What delivering asks for beyond the first tables: who delivers for a cluster's own source, which practices
-- figures may land at, and what a delivery may become.

-- Two policies that asked each other end in a ring; these functions answer for them.
create function deliveries_of_source() returns table (delivery_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select delivery_id from delivery where source_id = current_source() $$;
create function deliveries_to_cluster() returns table (delivery_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct delivery_id from delivery_part
    where cluster_id = current_cluster() and current_roles() && array['member', 'coordinator', 'board', 'treasurer']
  $$;
drop policy seen_by_source_and_receivers on delivery;
create policy seen_by_source_and_receivers on delivery for select to klyngerum_web
  using (source_id = (select current_source())
    or delivery_id in (select delivery_id from deliveries_to_cluster())
    or delivery_id in (select delivery_id from own_deliveries()));
drop policy counted_for_both on delivery_part;
create policy counted_for_both on delivery_part for select to klyngerum_web
  using (cluster_id = (select current_cluster())
      and (select current_roles()) && array['member', 'coordinator', 'board', 'treasurer']
    or delivery_id in (select delivery_id from deliveries_of_source()));

-- A cluster's own source delivers through whoever coordinates the cluster today, and through nobody else.
create function coordinates(which uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from member m join role_holding h on h.cluster_id = m.cluster_id and h.role = 'coordinator'
        and (h.member_id = m.member_id or h.practice_id = m.practice_id and m.kind = 'doctor')
      where m.cluster_id = which and m.person_id = current_person()
        and m.valid @> current_day() and h.valid @> current_day())
  $$;
create or replace function own_sources() returns table (source_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.source_id from source_person p join source s using (source_id)
    where p.person_id = current_person() and p.valid @> current_day()
      and (s.kind <> 'coordinator' or coordinates(s.cluster_id))
  $$;
create or replace function current_source() returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select source_id from own_sources() where source_id = nullif(current_setting('app.source', true), '')::uuid limit 1 $$;

-- The source of a cluster's coordinators, made when the first of them delivers; each joins in the own name.
create function open_own_source(new_source uuid, source_name text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare own uuid; home cluster;
  begin
    if not ('coordinator' = any (current_roles())) then return null; end if;
    select * into home from cluster where cluster_id = current_cluster();
    insert into source (source_id, name, kind, cluster_id, is_example, created_at)
      values (new_source, source_name, 'coordinator', home.cluster_id, home.is_example, current_moment())
      on conflict (cluster_id) where kind = 'coordinator' do nothing;
    select source_id into own from source where cluster_id = home.cluster_id and kind = 'coordinator';
    insert into source_person (source_id, person_id, is_example, valid)
      select own, current_person(), home.is_example, daterange(current_day(), null)
      where not exists (select from source_person p
        where p.source_id = own and p.person_id = current_person() and p.valid @> current_day());
    insert into source_cluster (source_id, cluster_id, is_example, valid)
      select own, home.cluster_id, home.is_example, daterange(current_day(), null)
      where not exists (select from source_cluster c
        where c.source_id = own and c.cluster_id = home.cluster_id and c.valid @> current_day());
    return own;
  end $$;

-- The clusters that a source serves today. A cluster's own source serves that one, whoever invites it.
create function clusters_of_source(which uuid) returns table (cluster_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.cluster_id from source_cluster c join source s using (source_id)
    where c.source_id = which and c.valid @> current_day() and (s.kind <> 'coordinator' or c.cluster_id = s.cluster_id)
  $$;
create function clusters_served() returns table (cluster_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select cluster_id from clusters_of_source(current_source()) $$;

-- Every number of the practices of those clusters, and whether it was the practice's on a day. A number counts from
-- the day on which it was entered, but files tell of earlier days: it is taken to have been the practice's before
-- too, unless the practice had another number then, or another practice is known to have had this one.
create function numbers_of_source(which uuid, on_day date)
  returns table (practice_number_id uuid, number text, practice_id uuid, name text, cluster_id uuid, is_confirmed boolean, is_current boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select n.practice_number_id, n.number, n.practice_id, p.name, cp.cluster_id, n.confirmed_at is not null,
      n.valid @> on_day or coalesce(on_day < lower(n.valid), false) and not exists (
        select from practice_number o
        where (o.practice_id = n.practice_id or o.number = n.number and o.confirmed_at is not null)
          and o.practice_number_id <> n.practice_number_id
          and (lower_inf(o.valid) or lower(o.valid) < lower(n.valid)))
    from clusters_of_source(which) s
    join cluster_practice cp on cp.cluster_id = s.cluster_id and cp.valid @> current_day()
    join practice p on p.practice_id = cp.practice_id
    join practice_number n on n.practice_id = cp.practice_id
  $$;
drop function practices_by_number(date);
create function practices_by_number(on_day date)
  returns table (practice_number_id uuid, number text, practice_id uuid, name text, cluster_id uuid, is_confirmed boolean, is_current boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select * from numbers_of_source(current_source(), on_day) $$;

-- A measurement lands only at a practice that the source serves; unless it is the cluster's own source, only
-- at one whose number somebody has confirmed. A count is told only to a cluster that the source serves.
create function practices_to_deliver_for() returns table (practice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct n.practice_id from numbers_of_source(current_source(), current_day()) n
    where n.is_confirmed or exists (select from source s where s.source_id = current_source() and s.kind = 'coordinator')
  $$;
drop policy written_at_confirmation on measurement;
create policy written_at_confirmation on measurement for insert to klyngerum_web
  with check (delivery_id = (select open_delivery()) and practice_id in (select practice_id from practices_to_deliver_for()));
drop policy counted_at_confirmation on delivery_part;
create policy counted_at_confirmation on delivery_part for insert to klyngerum_web
  with check (delivery_id = (select open_delivery()) and cluster_id in (select cluster_id from clusters_served()));

-- A draft is confirmed by who uploaded it, or refused; what is confirmed can only be withdrawn.
create function a_delivery_moves_on() returns trigger language plpgsql set search_path = public, pg_temp
  as $$
  begin
    if old.state <> 'draft' and to_jsonb(new) - array['state', 'withdrawn_at', 'withdrawn_by']
        is distinct from to_jsonb(old) - array['state', 'withdrawn_at', 'withdrawn_by'] then
      raise exception 'a delivery is not rewritten';
    end if;
    if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'confirmed'), ('draft', 'refused'), ('confirmed', 'withdrawn')) then
      raise exception 'a delivery does not go from % to %', old.state, new.state;
    end if;
    if current_person() is not null and old.state = 'draft' and old.deliverer_id is distinct from current_person() then
      raise exception 'a draft belongs to who uploaded it';
    end if;
    return new;
  end $$;
create trigger it_moves_on before update on delivery for each row execute function a_delivery_moves_on();

-- A number that is another practice's already is not confirmed, and that is an answer rather than a fault.
create or replace function confirm_number(which uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update practice_number n set confirmed_at = current_moment()
      where n.practice_number_id = which and n.confirmed_at is null
        and exists (select from source s where s.source_id = current_source() and s.is_trusted)
        and n.practice_id in (select practice_id from numbers_of_source(current_source(), current_day()));
    return found;
  exception when exclusion_violation then return false;
  end $$;

-- The practices that a trusted source serves: their numbers today, and whether each holds a key.
create function practices_served()
  returns table (practice_id uuid, name text, cluster_id uuid, practice_number_id uuid, number text, is_confirmed boolean, key_made_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select n.practice_id, n.name, n.cluster_id, n.practice_number_id, n.number, n.is_confirmed,
      (select max(k.made_at) from practice_key k where k.practice_id = n.practice_id and k.ended_at is null)
    from numbers_of_source(current_source(), current_day()) n
    where n.is_current and exists (select from source s where s.source_id = current_source() and s.is_trusted)
  $$;

-- A source names its own people. Whether an address was known is not told.
create function person_for_source(address text, person_name text, new_person uuid) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare home source; known record;
  begin
    select * into home from source where source_id = current_source() and kind <> 'coordinator';
    if home.source_id is null or home.is_example and lower(address) not like '%.example' then return null; end if;
    insert into person (person_id, name, is_example, created_at) values (new_person, person_name, home.is_example, current_moment());
    insert into person_address (person_id, email) values (new_person, lower(address)) on conflict (email) do nothing;
    if found then return new_person; end if;
    delete from person where person_id = new_person;
    select a.person_id, p.is_example into known
      from person_address a join person p using (person_id) where a.email = lower(address);
    return case when known.is_example = home.is_example then known.person_id end;
  end $$;

-- Who is named by mistake may be taken out the same day, and stays out.
alter table source_person drop constraint source_person_valid_check;
create trigger it_ends_once before update of valid on source_person for each row execute function only_ever_shorter();

grant execute on function deliveries_of_source(), deliveries_to_cluster(), open_own_source(uuid, text), clusters_served(),
  practices_by_number(date), practices_to_deliver_for(), practices_served(),
  person_for_source(text, text, uuid) to klyngerum_web;
