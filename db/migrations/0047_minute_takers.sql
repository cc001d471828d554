-- Whoever takes the minutes of a meeting, with or without a role, writes them until it is closed, and nothing else of it.

create function takes_minutes(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from meeting_person r join member b using (member_id) join meeting m on m.meeting_id = r.meeting_id
      where r.meeting_id = which and r.part = 'minute_taker' and m.cluster_id = (select current_cluster())
        and m.state not in ('closed', 'cancelled') and b.person_id = (select current_person()) and b.valid @> current_day())
  $$;

-- Holds a meeting as it is while its minutes are written, by those who arrange or who takes them; nobody else.
create function hold_minutes(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if not (arranges() or takes_minutes(which)) then return false; end if;
    perform from meeting where meeting_id = which and cluster_id = current_cluster() for update;
    return found;
  end $$;

-- The notes of an item are all that a minute taker changes of the agenda.
create function write_notes(which uuid, words text) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update agenda_item a set notes = words from meeting m
      where a.agenda_item_id = which and m.meeting_id = a.meeting_id and m.cluster_id = current_cluster()
        and m.state not in ('closed', 'cancelled') and (arranges() or takes_minutes(a.meeting_id));
    return found;
  end $$;

grant execute on function takes_minutes(uuid), hold_minutes(uuid), write_notes(uuid, text) to klyngerum_web;

create policy written_by_the_minute_taker on resolution for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and takes_minutes(meeting_id));
create policy changed_by_the_minute_taker on resolution for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and takes_minutes(meeting_id));
create policy taken_out_by_the_minute_taker on resolution for delete to klyngerum_web
  using (cluster_id = (select current_cluster()) and takes_minutes(meeting_id));
