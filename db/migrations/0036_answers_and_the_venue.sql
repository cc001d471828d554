-- Answers of those who have left drop out; a date goes with its votes; whose word an answer is; what a venue was told.

-- A date that is taken out takes the votes on it along, as it does for guests.
alter table date_vote drop constraint date_vote_cluster_id_date_option_id_fkey,
  add foreign key (cluster_id, date_option_id) references date_option (cluster_id, date_option_id) on delete cascade;

-- How each day stands, for everybody: persons of today, and practices in which at least one can.
create or replace function poll_totals(which uuid) returns table (date_option_id uuid, yes integer, if_needed integer, no integer, practices integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select o.date_option_id, count(m.member_id) filter (where v.answer = 'yes')::int, count(m.member_id) filter (where v.answer = 'if_needed')::int,
      count(m.member_id) filter (where v.answer = 'no')::int, count(distinct m.practice_id) filter (where v.answer <> 'no')::int
    from date_poll p join date_option o using (date_poll_id)
    left join date_vote v using (date_option_id)
    left join member m on m.member_id = v.member_id and m.valid @> (select current_day())
    where p.date_poll_id = which and p.cluster_id = (select answering_cluster())
    group by o.date_option_id
  $$;

-- Somebody votes and answers who belongs to a clinic today, or on whose behalf it is said: never for one who has left.
create function is_asked(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from member where member_id = which and practice_id is not null and valid @> (select current_day())) $$;
create policy cast_for_who_is_asked on date_vote as restrictive for insert to klyngerum_web with check (is_asked(member_id));
create policy given_for_who_is_asked on rsvp as restrictive for insert to klyngerum_web with check (is_asked(member_id));

-- Who gave the answers of the own clinic: a colleague, or somebody who arranges, whose name a link may show for that.
create function names_behind_answers() returns table (member_id uuid, name text) language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.member_id, p.name from member m join person p using (person_id)
    where m.member_id in (
      select v.cast_by from date_vote v where v.member_id in (select member_id from answering_clinic())
      union
      select r.given_by from rsvp r where r.member_id in (select member_id from answering_clinic()))
  $$;

-- What a venue was told, and whether it has said that it has it.
create table venue_told (
  cluster_id    uuid not null,
  venue_told_id uuid not null default gen_random_uuid() primary key,
  meeting_id    uuid not null,
  people        integer not null check (people >= 0),
  -- Counts alone: {"vegetarian": 2}. Forgotten with the diets themselves.
  diets         jsonb not null default '{}',
  -- Where and when, as it was told, so that a change can be seen.
  told_for      text not null default '',
  told_at       timestamptz not null,
  confirmed_at  timestamptz,
  unique (cluster_id, venue_told_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id)
);
create index on venue_told (meeting_id, told_at);
alter table venue_told enable row level security;
grant select, insert on venue_told to klyngerum_web, klyngerum_worker;
grant update (diets) on venue_told to klyngerum_worker;
create policy seen_by_those_who_arrange on venue_told for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges()));
create policy told_by_those_who_arrange on venue_told for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and (select arranges()) and confirmed_at is null);
create policy told_by_the_worker on venue_told for all to klyngerum_worker using (true) with check (confirmed_at is null);
grant update (venue_confirmed_at) on meeting to klyngerum_worker;

-- How many eat: members of today who come in person, and guests who said yes; of what they eat, counts alone.
create function headcount_of(which uuid) returns table (people integer, diets jsonb) language sql stable security definer set search_path = public, pg_temp
  as $$
    with coming as (
      select r.member_id, coalesce(n.diet, '') as diet from rsvp r
      join member m on m.member_id = r.member_id and m.valid @> (select current_day())
      left join rsvp_need n on n.meeting_id = r.meeting_id and n.member_id = r.member_id
      where r.meeting_id = which and r.answer = 'yes'
    )
    select (select count(*) from coming)::int
        + (select count(*) from guest g where g.meeting_id = which and g.answer = 'yes' and g.cancelled_at is null)::int,
      coalesce((select jsonb_object_agg(diet, eaters) from (select diet, count(*) as eaters from coming where diet <> '' group by diet) d), '{}')
  $$;
create function meeting_headcount(which uuid) returns table (people integer, diets jsonb) language sql stable security definer set search_path = public, pg_temp
  as $$
    select h.people, h.diets from meeting m, headcount_of(m.meeting_id) h
    where m.meeting_id = which and m.cluster_id = (select current_cluster()) and (select arranges())
  $$;
grant execute on function headcount_of(uuid) to klyngerum_worker;

-- The page of the venue: place, day, hours and the numbers last told; never a name.
create function venue_page() returns table (venue_told_id uuid, cluster_name text, kind text, state text, held_on date, starts_at time, minutes integer,
    place text, address text, people integer, diets jsonb, told_at timestamptz, confirmed_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select t.venue_told_id, c.name, m.kind, m.state, m.held_on, m.starts_at, m.minutes, m.place, m.address, t.people, t.diets, t.told_at, t.confirmed_at
    from current_link() l join meeting m on m.meeting_id = l.meeting_id join cluster c on c.cluster_id = m.cluster_id
    left join lateral (select * from venue_told v where v.meeting_id = m.meeting_id order by v.told_at desc, v.venue_told_id limit 1) t on true
    where l.purpose = 'venue'
  $$;
-- Confirms the numbers that the page showed; false when others have been told since, or the meeting is no more.
create function confirm_venue(which uuid) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare page record;
  begin
    select * into page from venue_page();
    if page.venue_told_id is distinct from which or which is null or page.state not in ('reserved', 'confirmed') then return false; end if;
    update venue_told set confirmed_at = current_moment() where venue_told_id = which and confirmed_at is null;
    update meeting set venue_confirmed_at = current_moment()
      where meeting_id = (select l.meeting_id from current_link() l) and venue_confirmed_at is null;
    return true;
  end $$;
grant execute on function is_asked(uuid), names_behind_answers(), meeting_headcount(uuid), venue_page(), confirm_venue(uuid) to klyngerum_web;
