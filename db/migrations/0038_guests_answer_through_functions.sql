-- A guest answers, and changes nothing else: through functions that ask the link who it is for. No row of theirs, of
-- another guest or of a question is open to them as a row.

drop policy answered_by_themselves on guest;
drop policy their_own on guest;
drop policy their_own on guest_vote;
drop policy cast_by_themselves on guest_vote;
drop policy recast_by_themselves on guest_vote;
drop policy theirs_to_answer on partner_question;
drop policy answered_by_the_guest on partner_question;

-- Whose page it is: one guest of one meeting, asked and not called off, until 30 days after it.
create or replace function visiting() returns table (cluster_id uuid, meeting_id uuid, guest_id uuid) language sql stable security definer set search_path = public, pg_temp
  as $$
    select g.cluster_id, g.meeting_id, g.guest_id from current_link() l
    join guest g on g.guest_id = l.guest_id join meeting m on m.meeting_id = g.meeting_id
    where l.purpose = 'guest' and g.invited_at is not null and g.cancelled_at is null
      and (m.held_on is null or m.held_on + 30 >= current_day())
  $$;
-- For the page of a guest whose part was called off: that it was, and of which meeting.
create function called_off_guest() returns table (meeting_title text, held_on date) language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.title, m.held_on from current_link() l
    join guest g on g.guest_id = l.guest_id join meeting m on m.meeting_id = g.meeting_id
    where l.purpose = 'guest' and g.cancelled_at is not null and (m.held_on is null or m.held_on + 30 >= current_day())
  $$;

-- Each answers whether it counted; it does not when its time is over.
create function answer_as_guest(what text) returns boolean language sql volatile security definer set search_path = public, pg_temp
  as $$
    with answered as (
      update guest g set answer = what, answered_at = current_moment() from meeting m
      where g.guest_id = (select guest_id from visiting()) and m.meeting_id = g.meeting_id and what in ('yes', 'no')
        and m.state in ('reserved', 'confirmed') and m.held_on >= current_day()
      returning 1)
    select exists (select from answered)
  $$;
create function answer_pre_meeting_as_guest(what text) returns boolean language sql volatile security definer set search_path = public, pg_temp
  as $$
    with answered as (
      update guest g set pre_meeting_answer = what from meeting m
      where g.guest_id = (select guest_id from visiting()) and m.meeting_id = g.meeting_id and what in ('yes', 'no')
        and g.pre_meeting_on >= current_day() and m.state not in ('closed', 'cancelled')
      returning 1)
    select exists (select from answered)
  $$;
create function vote_as_guest(which_option uuid, what text) returns boolean language sql volatile security definer set search_path = public, pg_temp
  as $$
    with cast_now as (
      insert into guest_vote (cluster_id, date_option_id, guest_id, answer, cast_at)
      select v.cluster_id, o.date_option_id, v.guest_id, what, current_moment() from visiting() v
      join date_poll p on p.meeting_id = v.meeting_id join date_option o on o.date_poll_id = p.date_poll_id
      where o.date_option_id = which_option and is_open_poll(which_option)
      on conflict (date_option_id, guest_id) do update set answer = excluded.answer, cast_at = excluded.cast_at
      returning 1)
    select exists (select from cast_now)
  $$;
create function take_home_as_guest(words text) returns boolean language sql volatile security definer set search_path = public, pg_temp
  as $$
    with told as (
      update guest g set took_home = words, took_home_at = case when words = '' then null else current_moment() end from meeting m
      where g.guest_id = (select guest_id from visiting()) and m.meeting_id = g.meeting_id and m.state in ('held', 'closed')
      returning 1)
    select exists (select from told)
  $$;

-- Which guest an answer is from, so that no other guest reads or rewrites it.
alter table partner_question add column answered_guest_id uuid,
  add foreign key (cluster_id, answered_guest_id) references guest (cluster_id, guest_id);
create function answer_question_as_guest(which uuid, words text) returns boolean language sql volatile security definer set search_path = public, pg_temp
  as $$
    with answered as (
      update partner_question q set answer = words, answered_at = case when words = '' then null else current_moment() end,
        answered_guest_id = case when words = '' then null else v.guest_id end,
        answered_by = case when words = '' then '' else left(p.name || ', ' || pa.name, 160) end
      from visiting() v join guest g using (guest_id) join partner_person p using (partner_person_id) join partner pa on pa.partner_id = p.partner_id
      where q.partner_question_id = which and q.meeting_id = v.meeting_id
        and (q.answer = '' or q.answered_guest_id = v.guest_id)
      returning 1)
    select exists (select from answered)
  $$;
drop function guest_questions();
create function guest_questions() returns table (partner_question_id uuid, question text, answer text, is_anothers boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select q.partner_question_id, q.question, case when q.answered_guest_id is not distinct from v.guest_id then q.answer else '' end,
      q.answer <> '' and q.answered_guest_id is distinct from v.guest_id
    from visiting() v join partner_question q on q.meeting_id = v.meeting_id order by q.asked_at, q.partner_question_id
  $$;

-- All in the cluster see a question and its answer, and nobody sees who asked: not even by a query of one's own.
revoke select, insert on partner_question from klyngerum_web;
grant select (cluster_id, partner_question_id, meeting_id, question, asked_at, answer, answered_by, answered_at, answered_guest_id) on partner_question to klyngerum_web;
grant insert (cluster_id, partner_question_id, meeting_id, asker_id, question, asked_at) on partner_question to klyngerum_web;
-- What a guest has answered stands; those who arrange write down what was answered by telephone.
alter policy changed_by_those_who_arrange on partner_question
  using (cluster_id = (select current_cluster()) and (select arranges()) and answered_guest_id is null);
create function takes_questions(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from meeting m join guest g on g.meeting_id = m.meeting_id
      where m.meeting_id = which and m.state in ('idea', 'polling', 'reserved', 'confirmed') and (m.held_on is null or m.held_on >= current_day())
        and g.invited_at is not null and g.cancelled_at is null and g.answer <> 'no')
  $$;
alter policy asked_by_oneself on partner_question
  with check (cluster_id = (select answering_cluster()) and takes_questions(meeting_id)
    and asker_id in (select member_id from answering() where practice_id is not null));
-- One's own can be taken back until it is answered; those who arrange can take out what should not stand there.
create function own_questions() returns table (partner_question_id uuid) language sql stable security definer set search_path = public, pg_temp
  as $$ select q.partner_question_id from partner_question q where q.asker_id in (select member_id from own_memberships()) $$;
create function take_back_question(which uuid) returns boolean language sql volatile security definer set search_path = public, pg_temp
  as $$
    with gone as (
      delete from partner_question where partner_question_id = which and answer = '' and asker_id in (select member_id from own_memberships())
      returning 1)
    select exists (select from gone)
  $$;
grant delete on partner_question to klyngerum_web;
create policy taken_out_by_those_who_arrange on partner_question for delete to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges()));

-- Who comes from outside, for everybody of the cluster, and what they took home; neither addresses nor answers.
create function meeting_guests(which uuid) returns table (guest_id uuid, name text, title text, partner_name text, agenda_item_id uuid,
    took_home text, took_home_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select g.guest_id, p.name, p.title, pa.name, g.agenda_item_id, g.took_home, g.took_home_at
    from guest g join meeting m on m.meeting_id = g.meeting_id
    join partner_person p using (partner_person_id) join partner pa on pa.partner_id = p.partner_id
    where g.meeting_id = which and m.cluster_id = (select answering_cluster())
      and g.invited_at is not null and g.cancelled_at is null and g.answer <> 'no'
    order by p.name collate "da-x-icu", g.guest_id
  $$;

-- The newest version of each picture that is up, and only what ten or more stand behind.
create or replace function guest_totals() returns table (indicator_key text, period_from date, period_until date, source_name text, numerator integer, denominator integer, contributors integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct on (s.indicator_key) s.indicator_key, s.period_from, s.period_until, s.source_name, t.numerator, t.denominator, s.contributors
    from visiting() v join figure_order f on f.meeting_id = v.meeting_id and f.state = 'published'
    join spread s on s.cluster_id = v.cluster_id and s.indicator_key = any (f.indicators) and s.source_id = f.source_id and s.taken_down_at is null
    join spread_total t on t.spread_id = s.spread_id
    where s.contributors >= 10 order by s.indicator_key, s.period_until desc, s.period_from, s.version desc
  $$;

-- What was agreed, once the meeting is closed: agreements and decisions, never who has taken them on.
drop function guest_resolutions();
create function guest_agreed() returns table (sentence text, by_on date, measured_again_on date)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with closed as (select m.meeting_id from visiting() v join meeting m on m.meeting_id = v.meeting_id and m.state = 'closed')
    select sentence, by_on, measured_again_on from (
      select a.what as sentence, a.by_on, a.measured_again_on, 1 as place, a.made_at, a.agreement_id as id from agreement a join closed using (meeting_id)
      union all
      select r.sentence, r.due_on, null, 2, r.made_at, r.resolution_id from resolution r join closed using (meeting_id) where r.kind = 'decision'
    ) agreed order by place, made_at, id
  $$;

-- A guest leaves a handful of files, not a heap.
alter policy sent_by_themselves on kept_file
  with check (purpose = 'slides' and guest_id = (select guest_id from visiting()) and meeting_id = (select meeting_id from visiting())
    and (select count(*) from guest_files()) < 10);

grant execute on function called_off_guest(), guest_agreed(), answer_as_guest(text), answer_pre_meeting_as_guest(text), vote_as_guest(uuid, text),
  take_home_as_guest(text), answer_question_as_guest(uuid, text), guest_questions(), takes_questions(uuid), own_questions(),
  take_back_question(uuid), meeting_guests(uuid) to klyngerum_web;
