-- A house that a meeting has left hears no more of it; a guest is asked anew when the day moves; and who has not
-- answered in spite of a reminder can be handed a link on paper.

alter table venue_told add column left_at timestamptz;

-- When the house said yes to what the meeting is now; null when it did not, or to another evening or place.
create function venue_yes(which uuid) returns timestamptz language sql stable set search_path = public, pg_temp
  as $$
    select t.confirmed_at from (
      select v.confirmed_at, v.told_for, v.meeting_id from venue_told v where v.meeting_id = which and v.left_at is null
      order by v.told_at desc, v.venue_told_id limit 1) t
    join meeting m on m.meeting_id = t.meeting_id
    where t.told_for = trim(concat_ws(' ', m.held_on::text, to_char(m.starts_at, 'HH24:MI'), m.place))
  $$;

-- Ends what tied a meeting to a house that has been told of it: its links, and what it was told. False when it has
-- been told nothing yet; what is still to go then goes to the new house.
create function leave_venue(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if not exists (
      select from meeting m join venue_told t on t.meeting_id = m.meeting_id and t.left_at is null
      join letter l on l.meeting_id = m.meeting_id and l.kind in ('venue_numbers', 'venue_numbers_again')
        and l.written_at = t.told_at and l.sent_at is not null
      where m.meeting_id = which and m.cluster_id = (select current_cluster()) and (select arranges())) then return false; end if;
    update venue_told set left_at = current_moment() where meeting_id = which and left_at is null;
    update link set ended_at = current_moment() where purpose = 'venue' and meeting_id = which and ended_at is null;
    return true;
  end $$;

-- `is_current`: what the house was told is still where and when the meeting is.
drop function venue_page();
create function venue_page() returns table (venue_told_id uuid, cluster_name text, kind text, state text, held_on date, starts_at time, minutes integer,
    place text, address text, people integer, diets jsonb, told_at timestamptz, confirmed_at timestamptz, is_current boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select t.venue_told_id, c.name, m.kind, m.state, m.held_on, m.starts_at, m.minutes, m.place, m.address, t.people, t.diets, t.told_at, t.confirmed_at,
      t.told_for = trim(concat_ws(' ', m.held_on::text, to_char(m.starts_at, 'HH24:MI'), m.place))
    from current_link() l join meeting m on m.meeting_id = l.meeting_id join cluster c on c.cluster_id = m.cluster_id
    left join lateral (select * from venue_told v where v.meeting_id = m.meeting_id and v.left_at is null
      order by v.told_at desc, v.venue_told_id limit 1) t on true
    where l.purpose = 'venue'
  $$;
create or replace function confirm_venue(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare page record;
  begin
    select * into page from venue_page();
    if page.venue_told_id is distinct from which or which is null or page.state not in ('reserved', 'confirmed')
      or page.is_current is not true then return false; end if;
    update venue_told set confirmed_at = current_moment() where venue_told_id = which and confirmed_at is null;
    update meeting set venue_confirmed_at = current_moment()
      where meeting_id = (select l.meeting_id from current_link() l) and venue_confirmed_at is null;
    return true;
  end $$;
grant execute on function venue_page(), venue_yes(uuid), leave_venue(uuid) to klyngerum_web;

-- What a guest had answered about the day before this one, so that a move can be taken back.
alter table guest add column former_answer text not null default '' check (former_answer in ('', 'yes', 'no')),
  add column former_answered_at timestamptz;
grant update (former_answer, former_answered_at) on guest to klyngerum_web;

-- Whether those who arrange may hand a member a link on paper: no mail reaches them, or they were reminded and have
-- not answered.
create function may_be_handed(which_meeting uuid, which_member uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (
      select from meeting m join member who on who.member_id = which_member and who.cluster_id = m.cluster_id and who.valid @> current_day()
      where m.meeting_id = which_meeting and m.cluster_id = current_cluster() and arranges()
        and exists (select from letter l where l.meeting_id = m.meeting_id and l.person_id = who.person_id and l.recalled_at is null and (
          l.bounced_at is not null or l.failure ~ '^smtp_5|^(bad_address|no_address|gave_up)$'
          or l.kind = 'rsvp_reminder' and m.state = 'confirmed' and m.held_on >= current_day()
            and not exists (select from rsvp r where r.meeting_id = m.meeting_id and r.member_id = which_member)
          or l.kind = 'date_poll_reminder' and m.state = 'polling' and exists (
            select from date_poll p join date_option o using (date_poll_id) where p.meeting_id = m.meeting_id and p.closed_at is null
              and o.held_on >= current_day() and not exists (
                select from date_vote v where v.date_option_id = o.date_option_id and v.member_id = which_member)))))
  $$;
create or replace function hand_over_link(which_meeting uuid, which_member uuid, token text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare until timestamptz;
  begin
    if not may_be_handed(which_meeting, which_member) or length(token) < 40 then return false; end if;
    select coalesce((m.held_on + 15)::timestamp at time zone 'Europe/Copenhagen', current_moment() + interval '60 days') into until
      from meeting m where m.meeting_id = which_meeting and m.cluster_id = current_cluster();
    if until is null or until <= current_moment() then return false; end if;
    update link set ended_at = current_moment()
      where purpose = 'member' and about = 'handed_over' and member_id = which_member and meeting_id = which_meeting and ended_at is null;
    insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, about, made_at, expires_at)
      values (hash_of(token), current_cluster(), 'member', which_member, which_meeting, 'handed_over', current_moment(), until);
    return true;
  end $$;
grant execute on function may_be_handed(uuid, uuid) to klyngerum_web;
