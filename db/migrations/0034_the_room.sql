-- The code in the room: whoever scans it says of themselves that they are there. The link knows the names of those who
-- were asked to the meeting, and nothing else of them.

-- Made by those who arrange, from the meeting's day before on; it dies at the end of the day after.
create function open_room(which uuid, token text) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare m meeting;
  begin
    select * into m from meeting where meeting_id = which and cluster_id = current_cluster() and arranges()
      and state in ('reserved', 'confirmed', 'held') and length(token) >= 22;
    if m.meeting_id is null then return false; end if;
    insert into link (token_hash, cluster_id, purpose, meeting_id, made_at, expires_at)
      values (hash_of(token), m.cluster_id, 'room', m.meeting_id, current_moment(),
        greatest((m.held_on + 2)::timestamp at time zone 'Europe/Copenhagen', current_moment() + interval '12 hours'))
      on conflict do nothing;
    return true;
  end $$;
-- Ends every code of a meeting's room at once. Answers how many there were.
create function close_room(which uuid) returns integer language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare ended integer;
  begin
    update link l set ended_at = current_moment() from meeting m
      where m.meeting_id = which and m.cluster_id = current_cluster() and arranges()
        and l.meeting_id = m.meeting_id and l.purpose = 'room' and l.ended_at is null;
    get diagnostics ended = row_count;
    return ended;
  end $$;

-- The meeting whose room the link opens: on its day and the day after, until it is closed.
create function room() returns table (cluster_id uuid, meeting_id uuid, title text, held_on date, starts_at time, minutes integer, place text, is_open boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.cluster_id, m.meeting_id, m.title, m.held_on, m.starts_at, m.minutes, m.place,
      m.state in ('reserved', 'confirmed', 'held') and current_day() between m.held_on and m.held_on + 1
    from current_link() l join meeting m using (meeting_id) where l.purpose = 'room'
  $$;
-- Names to choose between, by practice: those who were asked, or all members where nobody was. Never an address, and
-- never who has come.
create function room_names() returns table (member_id uuid, name text, practice_name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select b.member_id, p.name, coalesce(pr.name, '')
    from room() r join member b on b.cluster_id = r.cluster_id and b.valid @> current_day() and b.kind <> 'consultant'
    join person p using (person_id) left join practice pr on pr.practice_id = b.practice_id
    where r.is_open and (exists (select from invitation i where i.meeting_id = r.meeting_id and i.member_id = b.member_id)
      or not exists (select from invitation i where i.meeting_id = r.meeting_id))
    order by coalesce(pr.name, '') = '', pr.name collate "da-x-icu", p.name collate "da-x-icu", b.member_id
  $$;
-- Whoever points at a name is there. A name that is not on the list answers nothing.
create function say_here(who uuid) returns text language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare known text;
  begin
    select n.name into known from room_names() n where n.member_id = who;
    if known is null then return null; end if;
    insert into attendance (cluster_id, meeting_id, member_id, how, registered_at)
      select r.cluster_id, r.meeting_id, who, 'scan', current_moment() from room() r on conflict do nothing;
    return known;
  end $$;
-- The wrong name was chosen: taken back for a quarter of an hour, and only what was scanned.
create function say_not_here(who uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    delete from attendance a using room() r
      where r.is_open and a.meeting_id = r.meeting_id and a.member_id = who and a.how = 'scan'
        and a.registered_at > current_moment() - interval '15 minutes';
    return found;
  end $$;
grant execute on function open_room(uuid, text), close_room(uuid), room(), room_names(), say_here(uuid), say_not_here(uuid) to klyngerum_web;

-- For the minutes, which everybody of the cluster reads: how many came, of how many practices, and how many besides.
-- Who it was stays with those who arrange.
create function turnout(which uuid) returns table (people integer, practices integer, visitors integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select (select count(*)::int from attendance a where a.meeting_id = m.meeting_id),
      (select count(distinct b.practice_id)::int from attendance a join member b using (member_id) where a.meeting_id = m.meeting_id),
      (select count(*)::int from visitor_present v where v.meeting_id = m.meeting_id)
    from meeting m where m.meeting_id = which and m.cluster_id = (select answering_cluster())
  $$;
-- What a guest took home, which the guest wrote for the minutes.
create function taken_home(which uuid) returns table (name text, partner_name text, took_home text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.name, pa.name, g.took_home from guest g join partner_person p using (partner_person_id) join partner pa on pa.partner_id = p.partner_id
    where g.meeting_id = which and g.cluster_id = (select answering_cluster()) and g.took_home <> '' and g.cancelled_at is null
    order by g.took_home_at, g.guest_id
  $$;
grant execute on function turnout(uuid), taken_home(uuid) to klyngerum_web;
