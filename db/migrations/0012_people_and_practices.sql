-- What signing in, the list of members and a practice's own page ask for beyond the first tables.

-- Signing in. A shared computer keeps nothing, and the session that the browser held before ends.
drop function start_session(text, text, text);
create function start_session(link text, new_token text, device_name text, is_shared boolean, old_token text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare who uuid;
  begin
    if length(new_token) < 32 then raise exception 'token too short'; end if;
    update sign_in_link set used_at = current_moment()
      where token_hash = hash_of(link) and purpose = 'sign_in' and used_at is null and expires_at > current_moment()
      returning person_id into who;
    if who is null then return null; end if;
    update session set ended_at = current_moment()
      where token_hash = hash_of(nullif(old_token, '')) and ended_at is null;
    insert into session (token_hash, person_id, device, started_at, expires_at, confirmed_at)
      values (hash_of(new_token), who, left(device_name, 120), current_moment(),
        current_moment() + case when is_shared then interval '12 hours' else interval '30 days' end, current_moment());
    return who;
  end $$;

-- Who a link is for, so that its page can say whom it signs in, or which address moves where.
drop function person_of_link(text);
create function person_of_link(token text)
  returns table (person_id uuid, person_name text, purpose text, target text, new_email text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select l.person_id, p.name, l.purpose, l.target,
      case when l.purpose <> 'sign_in' then c.email end
    from sign_in_link l join person p using (person_id) left join address_change c using (person_id)
    where l.token_hash = hash_of(token) and l.used_at is null and l.expires_at > current_moment()
      and (l.purpose = 'sign_in'
        or c.email is not null and (l.purpose = 'take_address') = (c.released_at is not null))
  $$;

-- The old mailbox lets go, and the new one is asked. Only here is a letter written to an address that
-- nobody has shown to be theirs; it is the one that the person wished for.
drop function release_address(text);
create function release_address(link text, letter uuid, message text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare change address_change;
  begin
    update address_change c set released_at = current_moment()
      from sign_in_link l
      where l.token_hash = hash_of(link) and l.purpose = 'leave_address' and l.used_at is null
        and l.expires_at > current_moment() and c.person_id = l.person_id and c.released_at is null
      returning c.* into change;
    if change.person_id is null then return false; end if;
    update sign_in_link set used_at = current_moment() where token_hash = hash_of(link);
    insert into letter (letter_id, kind, person_id, email, message_id, written_at, due_at)
      values (letter, 'take_address', change.person_id, change.email, message, current_moment(), current_moment());
    return true;
  end $$;

-- A new wish makes the links of the earlier one useless.
create function drop_address_links() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update sign_in_link set used_at = current_moment()
      where person_id = old.person_id and purpose <> 'sign_in' and used_at is null;
    return old;
  end $$;
create trigger a_wish_takes_its_links_along after delete on address_change
  for each row execute function drop_address_links();

-- Invited people. Whose address it is, and whether they were known, is not told; an example person keeps
-- to example addresses, so that the try-out can never stand in the way of somebody real.
create or replace function person_for_invitation(address text, person_name text, new_person uuid) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare who uuid; example boolean; known record;
  begin
    if not ('coordinator' = any (current_roles())) then return null; end if;
    select is_example into example from cluster where cluster_id = current_cluster();
    if example and lower(address) not like '%.example' then return null; end if;
    select a.person_id, p.is_example into known
      from person_address a join person p using (person_id) where a.email = lower(address);
    if known.person_id is not null then
      return case when known.is_example = example then known.person_id end;
    end if;
    insert into person (person_id, name, is_example, created_at) values (new_person, person_name, example, current_moment());
    insert into person_address (person_id, email) values (new_person, lower(address))
      on conflict (email) do nothing;
    if found then return new_person; end if;
    delete from person where person_id = new_person;
    select a.person_id into who from person_address a join person p using (person_id)
      where a.email = lower(address) and p.is_example = example;
    return who;
  end $$;

-- Which of these addresses belong to the other world: the example's, or the real one.
create function addresses_elsewhere(addresses text[]) returns table (address text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select given.address from person me, unnest(addresses) given (address)
    where me.person_id = current_person()
      and (me.is_example and given.address not like '%.example' or exists (
        select from person_address a join person p using (person_id)
        where a.email = given.address and p.is_example <> me.is_example))
  $$;

-- Founding a cluster: the rest of the transaction stands inside it, with the founder as its coordinator.
create or replace function found_cluster(new_cluster uuid, cluster_name text, municipality text, new_practice uuid, practice_name text) returns boolean
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
    perform set_config('app.cluster', new_cluster::text, true);
    return true;
  end $$;

-- Which of these numbers are those of a practice that cannot come into this cluster: confirmed and never here, or gone
-- from here to another. A claim blocks nobody, or one cluster could keep another from entering its own practices.
create function numbers_elsewhere(numbers text[]) returns table (number text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct n.number
    from practice_number n
    cross join lateral (select
      coalesce(bool_or(c.cluster_id = current_cluster()), false) as was_here,
      coalesce(bool_or(c.cluster_id is distinct from current_cluster() and c.valid @> current_day()), false) as is_elsewhere
      from cluster_practice c where c.practice_id = n.practice_id) place
    where current_person() is not null and n.number = any (numbers) and n.valid @> current_day()
      and (n.confirmed_at is not null and not place.was_here or place.was_here and place.is_elsewhere)
  $$;

-- A practice that left this cluster may come back to it, with its number and its answers; to no other.
create function was_here(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from cluster_practice where practice_id = which and cluster_id = current_cluster()) $$;
create policy placed_again_by_a_coordinator on cluster_practice for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]) and was_here(practice_id));

-- A yes was said as a member of the cluster. It lapses when the practice leaves, also if somebody places it again.
create function lapse_the_answers() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if old.valid @> current_day() and not new.valid @> current_day() then
      insert into source_answer (practice_id, source_id, answer, answered_at)
        select practice_id, source_id, 'no', greatest(current_moment(), answered_at + interval '1 millisecond')
        from latest_source_answer where practice_id = new.practice_id and answer = 'yes';
    end if;
    return null;
  end $$;
create trigger a_yes_ends_with_the_membership after update of valid on cluster_practice
  for each row execute function lapse_the_answers();

-- What began by mistake may end the same day, any number of times, and leaves spans of no days.
alter table cluster_practice drop constraint cluster_practice_valid_check, drop constraint cluster_practice_pkey;
alter table source_cluster drop constraint source_cluster_valid_check, drop constraint source_cluster_pkey,
  add constraint serves_once_at_a_time exclude using gist (source_id with =, cluster_id with =, valid with &&);
create index on cluster_practice (cluster_id, practice_id);

-- A membership and a role end, and never come back to life: with them would come the figures they opened.
create function only_ever_shorter() returns trigger language plpgsql set search_path = public, pg_temp
  as $$
  begin
    if not (new.valid <@ old.valid) then raise exception 'an ended % stays ended', tg_table_name; end if;
    return new;
  end $$;
create trigger it_ends_once before update of valid on member for each row execute function only_ever_shorter();
create trigger it_ends_once before update of valid on role_holding for each row execute function only_ever_shorter();

-- A person sees the own roles in every cluster.
create policy seen_by_the_holder on role_holding for select to klyngerum_web
  using (member_id in (select member_id from member m where m.person_id = (select current_person()))
    or practice_id in (select practice_id from member m where m.person_id = (select current_person()) and m.kind = 'doctor'));

-- The practices that this person decides for: as a doctor, never as the trainee or the staff that it lets look.
create function practices_to_decide_for() returns table (practice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.practice_id
    from member m
    join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id and a.ended_at is null
    where m.person_id = current_person() and m.valid @> current_day() and m.kind = 'doctor'
  $$;
drop policy decided_by_the_practice on practice;
create policy decided_by_the_practice on practice for update to klyngerum_web
  using (practice_id in (select practice_id from practices_to_decide_for()));
drop policy answered_by_the_practice on source_answer;
create policy answered_by_the_practice on source_answer for insert to klyngerum_web
  with check (practice_id in (select practice_id from practices_to_decide_for())
    and answered_by in (select member_id from member m where m.person_id = (select current_person()) and m.practice_id = source_answer.practice_id));

-- Confirming a colleague, also one who was closed before: always in the own name, always a colleague of today.
create function confirms_a_colleague(which uuid, practice uuid, confirmer uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select practice in (select practice_id from practices_to_decide_for())
      and exists (select from member m where m.member_id = confirmer and m.person_id = current_person()
        and m.practice_id = practice and m.kind = 'doctor' and m.valid @> current_day())
      and exists (select from member m where m.member_id = which and m.person_id <> current_person()
        and m.practice_id = practice and m.valid @> current_day())
  $$;
grant update (opened_by, confirmed_by, opened_at) on figure_access to klyngerum_web;
drop policy opened_by_a_colleague on figure_access;
create policy opened_by_a_colleague on figure_access for insert to klyngerum_web
  with check (opened_by = 'colleague' and confirms_a_colleague(member_id, practice_id, confirmed_by));
drop policy closed_by_the_practice on figure_access;
create policy changed_by_the_practice on figure_access for update to klyngerum_web
  using (practice_id in (select practice_id from practices_to_decide_for()))
  with check (ended_at is not null and practice_id in (select practice_id from practices_to_decide_for())
    or opened_by = 'colleague' and confirms_a_colleague(member_id, practice_id, confirmed_by));

-- A practice goes on seeing a source that it has answered, so that it can take back its yes.
create or replace function sources_in_sight() returns table (source_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select source_id from own_sources()
    union
    select source_id from source_cluster where cluster_id = current_cluster() and valid @> current_day()
    union
    select source_id from source_answer where practice_id in (select practice_id from own_practices())
    union
    select s.source_id from source s join cluster c on c.cluster_id = current_cluster() and c.is_example = s.is_example
      where s.is_trusted and 'coordinator' = any (current_roles())
  $$;

-- Who delivered figures of the own practices: the source, the person, the day and how many; no figure.
create function deliveries_of_own_figures()
  returns table (practice_id uuid, delivery_id uuid, source_name text, deliverer_name text, state text, confirmed_at timestamptz, figures bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.practice_id, d.delivery_id, s.name, p.name, d.state, d.confirmed_at, count(*)
    from measurement m join delivery d using (delivery_id) join source s using (source_id)
      left join person p on p.person_id = d.deliverer_id
    where m.practice_id in (select practice_id from own_practices()) and d.confirmed_at is not null
    group by m.practice_id, d.delivery_id, s.name, p.name, d.state, d.confirmed_at
    order by d.confirmed_at desc
  $$;

grant execute on function start_session(text, text, text, boolean, text), person_of_link(text), release_address(text, uuid, text),
  numbers_elsewhere(text[]), addresses_elsewhere(text[]), was_here(uuid), practices_to_decide_for(), confirms_a_colleague(uuid, uuid, uuid),
  deliveries_of_own_figures() to klyngerum_web;
