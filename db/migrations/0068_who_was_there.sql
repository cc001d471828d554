-- The code on the wall says who is there while they are: a photograph of it, at home the next day, says nothing. What
-- was forgotten is for those who arrange to put on the list.

create or replace function room() returns table (cluster_id uuid, meeting_id uuid, title text, held_on date, starts_at time, minutes integer, place text, is_open boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.cluster_id, m.meeting_id, m.title, m.held_on, m.starts_at, m.minutes, m.place,
      m.state in ('reserved', 'confirmed', 'held') and current_day() >= m.held_on
        and current_moment() < (m.held_on + m.starts_at) at time zone 'Europe/Copenhagen' + make_interval(hours => 2, mins => m.minutes)
    from current_link() l join meeting m using (meeting_id) where l.purpose = 'room'
  $$;
