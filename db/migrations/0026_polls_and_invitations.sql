-- Which day suits, who comes, what they eat.

create table date_poll (
  cluster_id   uuid not null,
  date_poll_id uuid not null default gen_random_uuid() primary key,
  meeting_id   uuid not null unique,
  opened_at    timestamptz not null,
  closes_on    date not null,
  closed_at    timestamptz,
  unique (cluster_id, date_poll_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id)
);
create table date_option (
  cluster_id     uuid not null,
  date_option_id uuid not null default gen_random_uuid() primary key,
  date_poll_id   uuid not null,
  held_on        date not null,
  starts_at      time not null,
  added_at       timestamptz not null,
  unique (cluster_id, date_option_id),
  unique (date_poll_id, held_on, starts_at),
  foreign key (cluster_id, date_poll_id) references date_poll (cluster_id, date_poll_id)
);
-- Voting again overwrites. `cast_by` is another than the voter when somebody answered for them.
create table date_vote (
  cluster_id     uuid not null,
  date_option_id uuid not null,
  member_id      uuid not null,
  answer         text not null check (answer in ('yes', 'if_needed', 'no')),
  cast_by        uuid not null,
  cast_at        timestamptz not null,
  primary key (date_option_id, member_id),
  foreign key (cluster_id, date_option_id) references date_option (cluster_id, date_option_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id),
  foreign key (cluster_id, cast_by) references member (cluster_id, member_id)
);
create index on date_vote (member_id);
-- Without whom the meeting makes no sense.
create table date_must (
  cluster_id   uuid not null,
  date_poll_id uuid not null,
  member_id    uuid not null,
  primary key (date_poll_id, member_id),
  foreign key (cluster_id, date_poll_id) references date_poll (cluster_id, date_poll_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id)
);

create table rsvp (
  cluster_id  uuid not null,
  meeting_id  uuid not null,
  member_id   uuid not null,
  answer      text not null check (answer in ('yes', 'online', 'no')),
  given_by    uuid not null,
  given_at    timestamptz not null,
  primary key (meeting_id, member_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id),
  foreign key (cluster_id, given_by) references member (cluster_id, member_id)
);
-- What only those who need it see, and only until 14 days after the meeting.
create table rsvp_need (
  cluster_id uuid not null,
  meeting_id uuid not null,
  member_id  uuid not null,
  diet       text not null default '' check (diet in ('', 'vegetarian', 'vegan', 'no_pork', 'no_gluten', 'no_lactose', 'no_nuts', 'other')),
  absence    text not null default '' check (absence in ('', 'duty', 'holiday', 'ill', 'family', 'course', 'other')),
  primary key (meeting_id, member_id),
  foreign key (meeting_id, member_id) references rsvp on delete cascade,
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id)
);
-- Who has been asked to a meeting, and what their calendar was last told.
create table invitation (
  cluster_id uuid not null,
  meeting_id uuid not null,
  member_id  uuid not null,
  asked_at   timestamptz not null,
  told_sequence integer not null default -1,
  told_method   text not null default '' check (told_method in ('', 'REQUEST', 'CANCEL')),
  primary key (meeting_id, member_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id)
);

create function is_open_poll(which_option uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from date_option o join date_poll p using (date_poll_id) join meeting m on m.meeting_id = p.meeting_id
      where o.date_option_id = which_option and p.closed_at is null and p.closes_on >= (select current_day()) and m.state = 'polling')
  $$;
create function is_meeting_ahead(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from meeting where meeting_id = which and state in ('reserved', 'confirmed') and held_on >= (select current_day()))
  $$;
-- How each day stands, for everybody: persons, and practices in which at least one can.
create function poll_totals(which uuid) returns table (date_option_id uuid, yes integer, if_needed integer, no integer, practices integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select o.date_option_id, count(*) filter (where v.answer = 'yes')::int, count(*) filter (where v.answer = 'if_needed')::int,
      count(*) filter (where v.answer = 'no')::int, count(distinct m.practice_id) filter (where v.answer <> 'no')::int
    from date_poll p join date_option o using (date_poll_id)
    left join date_vote v using (date_option_id)
    left join member m on m.member_id = v.member_id
    where p.date_poll_id = which and p.cluster_id = (select answering_cluster())
    group by o.date_option_id
  $$;
grant execute on function is_open_poll(uuid), is_meeting_ahead(uuid), poll_totals(uuid) to klyngerum_web;

do $$
declare t text;
begin
  foreach t in array array['date_poll', 'date_option', 'date_vote', 'date_must', 'rsvp', 'rsvp_need', 'invitation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select on %I to klyngerum_web, klyngerum_worker', t);
    execute format('create policy read_by_the_worker on %I for select to klyngerum_worker using (true)', t);
  end loop;
  foreach t in array array['date_poll', 'date_option'] loop
    execute format('create policy seen_within_the_cluster on %I for select to klyngerum_web using (cluster_id = (select answering_cluster()))', t);
  end loop;
  foreach t in array array['date_vote', 'rsvp'] loop
    execute format('create policy seen_by_the_clinic_and_those_who_arrange on %I for select to klyngerum_web
      using (member_id in (select member_id from answering_clinic()) or cluster_id = (select current_cluster()) and (select arranges()))', t);
  end loop;
  foreach t in array array['date_poll', 'date_option', 'date_must', 'invitation'] loop
    execute format('grant insert on %I to klyngerum_web', t);
    execute format('create policy written_by_those_who_arrange on %I for insert to klyngerum_web with check (cluster_id = (select current_cluster()) and (select arranges()))', t);
  end loop;
end $$;
create policy seen_by_those_who_arrange on date_must for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges()));
create policy seen_by_the_invited_and_those_who_arrange on invitation for select to klyngerum_web
  using (member_id in (select member_id from answering_clinic()) or cluster_id = (select current_cluster()) and (select arranges()));
-- Diet and absence: oneself, and the coordinator and secretary who order the food.
create policy seen_by_those_who_need_it on rsvp_need for select to klyngerum_web
  using (member_id in (select member_id from answering())
    or cluster_id = (select current_cluster()) and (select current_roles()) && array['coordinator', 'secretary']);
grant update (closes_on, closed_at) on date_poll to klyngerum_web;
grant delete on date_option, date_must to klyngerum_web;
grant update (asked_at) on invitation to klyngerum_web;
create policy changed_by_those_who_arrange on date_poll for update to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()));
create policy changed_by_those_who_arrange on invitation for update to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()));
create policy taken_out_by_those_who_arrange on date_option for delete to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()));
create policy taken_out_by_those_who_arrange on date_must for delete to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()));

-- Whoever answers stands by it: for oneself, for the own clinic, or as one who arranges for anybody of the cluster.
grant insert, update (answer, cast_by, cast_at) on date_vote to klyngerum_web;
grant insert, update (answer, given_by, given_at) on rsvp to klyngerum_web;
grant insert, update (diet, absence) on rsvp_need to klyngerum_web;
create policy cast_for_the_clinic on date_vote for insert to klyngerum_web
  with check (is_open_poll(date_option_id) and cast_by in (select member_id from answering())
    and (member_id in (select member_id from answering_clinic()) or cluster_id = (select current_cluster()) and (select arranges())));
create policy recast_for_the_clinic on date_vote for update to klyngerum_web
  using (is_open_poll(date_option_id)
    and (member_id in (select member_id from answering_clinic()) or cluster_id = (select current_cluster()) and (select arranges())))
  with check (cast_by in (select member_id from answering()));
create policy given_for_the_clinic on rsvp for insert to klyngerum_web
  with check (is_meeting_ahead(meeting_id) and given_by in (select member_id from answering())
    and (member_id in (select member_id from answering_clinic()) or cluster_id = (select current_cluster()) and (select arranges())));
create policy given_anew_for_the_clinic on rsvp for update to klyngerum_web
  using (is_meeting_ahead(meeting_id)
    and (member_id in (select member_id from answering_clinic()) or cluster_id = (select current_cluster()) and (select arranges())))
  with check (given_by in (select member_id from answering()));
create policy told_with_the_answer on rsvp_need for insert to klyngerum_web
  with check (is_meeting_ahead(meeting_id) and (member_id in (select member_id from answering())
    or cluster_id = (select current_cluster()) and (select current_roles()) && array['coordinator', 'secretary']));
create policy told_anew_with_the_answer on rsvp_need for update to klyngerum_web
  using (is_meeting_ahead(meeting_id) and (member_id in (select member_id from answering())
    or cluster_id = (select current_cluster()) and (select current_roles()) && array['coordinator', 'secretary']));

-- The worker reminds, closes what has run out, tells calendars, and forgets diets.
grant update (closed_at) on date_poll to klyngerum_worker;
grant insert, update (told_sequence, told_method) on invitation to klyngerum_worker;
grant delete on rsvp_need to klyngerum_worker;
create policy closed_by_the_worker on date_poll for update to klyngerum_worker using (true);
create policy told_by_the_worker on invitation for all to klyngerum_worker using (true) with check (true);
create policy forgotten_by_the_worker on rsvp_need for delete to klyngerum_worker using (true);
