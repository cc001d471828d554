-- The world outside: partners and their people, guests of a meeting, and the figures that are ordered for it.

create table partner (
  cluster_id uuid not null references cluster,
  partner_id uuid not null default gen_random_uuid() primary key,
  name       text not null check (length(name) between 1 and 160),
  kind       text not null check (kind in ('hospital', 'practice_consultant', 'quality_unit', 'municipality', 'researcher', 'patient_association', 'other')),
  notes      text not null default '' check (length(notes) <= 4000),
  made_at    timestamptz not null,
  ended_at   timestamptz,
  unique (cluster_id, partner_id)
);
create index on partner (cluster_id);
create table partner_person (
  cluster_id        uuid not null,
  partner_person_id uuid not null default gen_random_uuid() primary key,
  partner_id        uuid not null,
  name              text not null check (length(name) between 1 and 120),
  title             text not null default '' check (length(title) <= 120),
  email             text not null default '' check (length(email) <= 254),
  phone             text not null default '' check (length(phone) <= 40),
  ended_at          timestamptz,
  unique (cluster_id, partner_person_id),
  foreign key (cluster_id, partner_id) references partner (cluster_id, partner_id)
);
create index on partner_person (partner_id);

create table guest (
  cluster_id        uuid not null,
  guest_id          uuid not null default gen_random_uuid() primary key,
  meeting_id        uuid not null,
  partner_person_id uuid not null,
  -- The part of the programme that is theirs.
  agenda_item_id    uuid,
  -- What the cluster asks: the problemformulering.
  problem           text not null default '' check (length(problem) <= 4000),
  practicalities    text not null default '' check (length(practicalities) <= 2000),
  pre_meeting_on    date,
  pre_meeting_at    time,
  must_attend       boolean not null default true,
  added_at          timestamptz not null,
  invited_at        timestamptz,
  answer            text not null default '' check (answer in ('', 'yes', 'no')),
  answered_at       timestamptz,
  pre_meeting_answer text not null default '' check (pre_meeting_answer in ('', 'yes', 'no')),
  took_home         text not null default '' check (length(took_home) <= 2000),
  took_home_at      timestamptz,
  cancelled_at      timestamptz,
  unique (cluster_id, guest_id),
  unique (meeting_id, partner_person_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, partner_person_id) references partner_person (cluster_id, partner_person_id),
  foreign key (cluster_id, agenda_item_id) references agenda_item (cluster_id, agenda_item_id) on delete set null (agenda_item_id)
);
alter table link add foreign key (cluster_id, guest_id) references guest (cluster_id, guest_id);

-- Days that suit a guest, in the poll of the meeting.
create table guest_vote (
  cluster_id     uuid not null,
  date_option_id uuid not null,
  guest_id       uuid not null,
  answer         text not null check (answer in ('yes', 'if_needed', 'no')),
  cast_at        timestamptz not null,
  primary key (date_option_id, guest_id),
  foreign key (cluster_id, date_option_id) references date_option (cluster_id, date_option_id) on delete cascade,
  foreign key (cluster_id, guest_id) references guest (cluster_id, guest_id)
);

-- Questions of the members to the partner before the meeting, and the answers, which are kept.
create table partner_question (
  cluster_id          uuid not null,
  partner_question_id uuid not null default gen_random_uuid() primary key,
  meeting_id          uuid not null,
  asker_id            uuid not null,
  question            text not null check (length(question) between 3 and 1000),
  asked_at            timestamptz not null,
  answer              text not null default '' check (length(answer) <= 4000),
  answered_by         text not null default '' check (length(answered_by) <= 160),
  answered_at         timestamptz,
  unique (cluster_id, partner_question_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, asker_id) references member (cluster_id, member_id)
);
create index on partner_question (meeting_id);

-- A file of a meeting: slides that a guest sends, a receipt.
create table kept_file (
  cluster_id   uuid not null,
  kept_file_id uuid not null default gen_random_uuid() primary key,
  meeting_id   uuid not null,
  guest_id     uuid,
  purpose      text not null check (purpose in ('slides', 'receipt')),
  name         text not null check (length(name) between 1 and 200),
  media_type   text not null check (media_type in ('application/pdf', 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.oasis.opendocument.presentation', 'image/jpeg', 'image/png')),
  bytes        bytea not null check (length(bytes) between 1 and 26214400),
  kept_at      timestamptz not null,
  unique (cluster_id, kept_file_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, guest_id) references guest (cluster_id, guest_id)
);
create index on kept_file (meeting_id);

-- Figures that a meeting needs from a source, from planned to published.
create table figure_order (
  cluster_id      uuid not null,
  figure_order_id uuid not null default gen_random_uuid() primary key,
  meeting_id      uuid not null,
  source_id       uuid references source,
  indicators      text[] not null check (cardinality(indicators) between 1 and 20),
  remark          text not null default '' check (length(remark) <= 2000),
  send_on         date,
  wanted_on       date,
  state           text not null default 'planned' check (state in ('planned', 'ordered', 'received', 'published', 'given_up')),
  ordered_at      timestamptz,
  received_at     timestamptz,
  published_at    timestamptz,
  reminders       integer not null default 0,
  unique (cluster_id, figure_order_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  constraint an_order_has_a_source check (state = 'planned' or state = 'given_up' or source_id is not null)
);
create index on figure_order (cluster_id, state);

do $$
declare t text;
begin
  foreach t in array array['partner', 'partner_person', 'guest', 'guest_vote', 'partner_question', 'kept_file', 'figure_order'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select on %I to klyngerum_web', t);
    execute format('create policy seen_by_those_who_arrange on %I for select to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()))', t);
  end loop;
  foreach t in array array['partner', 'partner_person', 'guest', 'figure_order', 'kept_file', 'guest_vote'] loop
    execute format('grant insert on %I to klyngerum_web', t);
    execute format('create policy written_by_those_who_arrange on %I for insert to klyngerum_web with check (cluster_id = (select current_cluster()) and (select arranges()))', t);
  end loop;
  foreach t in array array['partner', 'partner_person', 'guest', 'figure_order', 'guest_vote', 'partner_question'] loop
    execute format('create policy changed_by_those_who_arrange on %I for update to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()))', t);
  end loop;
  foreach t in array array['partner', 'partner_person', 'guest', 'guest_vote', 'figure_order'] loop
    execute format('grant select on %I to klyngerum_worker', t);
    execute format('create policy read_by_the_worker on %I for select to klyngerum_worker using (true)', t);
  end loop;
end $$;
grant update (name, kind, notes, ended_at) on partner to klyngerum_web;
grant update (name, title, email, phone, ended_at) on partner_person to klyngerum_web;
grant update (agenda_item_id, problem, practicalities, pre_meeting_on, pre_meeting_at, must_attend, invited_at, answer, answered_at, took_home, took_home_at, cancelled_at) on guest to klyngerum_web;
grant update (answer, cast_at) on guest_vote to klyngerum_web;
grant update (answer, answered_by, answered_at) on partner_question to klyngerum_web;
grant update (source_id, indicators, remark, send_on, wanted_on, state, ordered_at, received_at, published_at, reminders) on figure_order to klyngerum_web;
grant update (state, received_at, published_at, reminders) on figure_order to klyngerum_worker;
create policy followed_by_the_worker on figure_order for update to klyngerum_worker using (true);
grant delete on kept_file to klyngerum_web;
create policy taken_out_by_those_who_arrange on kept_file for delete to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()));
-- Members read the questions and the answers, ask, and see what a guest has sent.
create policy seen_within_the_cluster on partner_question for select to klyngerum_web using (cluster_id = (select answering_cluster()));
grant insert on partner_question to klyngerum_web;
create policy asked_by_oneself on partner_question for insert to klyngerum_web
  with check (cluster_id = (select answering_cluster()) and asker_id in (select member_id from answering()) and answer = '');
create policy slides_within_the_cluster on kept_file for select to klyngerum_web
  using (purpose = 'slides' and cluster_id = (select current_cluster()));
create policy seen_by_those_who_lead_or_pay on kept_file for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select current_roles()) && array['coordinator', 'board', 'treasurer', 'secretary']);

-- What a guest's link opens: one guest of one meeting, for as long as they are not cancelled.
create function visiting() returns table (cluster_id uuid, meeting_id uuid, guest_id uuid) language sql stable security definer set search_path = public, pg_temp
  as $$
    select g.cluster_id, g.meeting_id, g.guest_id from current_link() l join guest g on g.guest_id = l.guest_id
    where l.purpose = 'guest' and g.cancelled_at is null
  $$;
create function guest_page() returns table (guest_id uuid, name text, title text, partner_name text, meeting_id uuid, meeting_title text, kind text, purpose text, state text,
    held_on date, starts_at time, minutes integer, place text, address text, online_url text, problem text, practicalities text, slot_title text,
    pre_meeting_on date, pre_meeting_at time, pre_meeting_answer text, answer text, took_home text, agenda_item_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select g.guest_id, p.name, p.title, pa.name, m.meeting_id, m.title, m.kind, m.purpose, m.state, m.held_on, m.starts_at, m.minutes, m.place, m.address, m.online_url,
      g.problem, g.practicalities, coalesce(a.title, ''), g.pre_meeting_on, g.pre_meeting_at, g.pre_meeting_answer, g.answer, g.took_home, g.agenda_item_id
    from visiting() v join guest g using (guest_id) join partner_person p using (partner_person_id) join partner pa on pa.partner_id = p.partner_id
    join meeting m on m.meeting_id = g.meeting_id left join agenda_item a on a.agenda_item_id = g.agenda_item_id
  $$;
-- The programme as everybody in the room sees it: no notes.
create function guest_programme() returns table (agenda_item_id uuid, title text, kind text, minutes integer, place_in_order integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select a.agenda_item_id, a.title, a.kind, a.minutes, a.position from visiting() v join agenda_item a on a.meeting_id = v.meeting_id order by a.position
  $$;
-- What was agreed, once the meeting is closed.
create function guest_resolutions() returns table (sentence text, owner text, due_on date)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select r.sentence, r.owner, r.due_on from visiting() v join meeting m on m.meeting_id = v.meeting_id and m.state = 'closed'
    join resolution r on r.meeting_id = m.meeting_id where r.kind = 'decision' order by r.made_at, r.resolution_id
  $$;
create function guest_questions() returns table (partner_question_id uuid, question text, answer text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select q.partner_question_id, q.question, q.answer from visiting() v join partner_question q on q.meeting_id = v.meeting_id order by q.asked_at, q.partner_question_id
  $$;
create function guest_dates() returns table (date_option_id uuid, held_on date, starts_at time, answer text, closes_on date)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select o.date_option_id, o.held_on, o.starts_at, coalesce(gv.answer, ''), p.closes_on
    from visiting() v join date_poll p on p.meeting_id = v.meeting_id join meeting m on m.meeting_id = v.meeting_id
    join date_option o using (date_poll_id)
    left join guest_vote gv on gv.date_option_id = o.date_option_id and gv.guest_id = v.guest_id
    where m.state = 'polling' and p.closed_at is null order by o.held_on, o.starts_at
  $$;
-- Cluster totals of what the meeting is about: only spreads with at least ten contributors have them, rounded and frozen.
create function guest_totals() returns table (indicator_key text, period_from date, period_until date, source_name text, numerator integer, denominator integer, contributors integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.indicator_key, s.period_from, s.period_until, s.source_name, t.numerator, t.denominator, s.contributors
    from visiting() v join figure_order f on f.meeting_id = v.meeting_id and f.state = 'published'
    join spread s on s.cluster_id = v.cluster_id and s.indicator_key = any (f.indicators) and s.source_id = f.source_id and s.taken_down_at is null
    join spread_total t on t.spread_id = s.spread_id
    where s.contributors >= 10 order by s.indicator_key, s.period_until desc
  $$;
create function guest_files() returns table (kept_file_id uuid, name text, size integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select f.kept_file_id, f.name, length(f.bytes) from visiting() v join kept_file f on f.guest_id = v.guest_id order by f.kept_at, f.kept_file_id
  $$;
grant execute on function visiting(), guest_page(), guest_programme(), guest_resolutions(), guest_questions(), guest_dates(), guest_totals(), guest_files() to klyngerum_web;
create policy their_own on guest for select to klyngerum_web using (guest_id = (select guest_id from visiting()));
grant update (pre_meeting_answer) on guest to klyngerum_web;
create policy answered_by_themselves on guest for update to klyngerum_web
  using (guest_id = (select guest_id from visiting())) with check (guest_id = (select guest_id from visiting()) and cancelled_at is null);
create policy their_own on guest_vote for select to klyngerum_web using (guest_id = (select guest_id from visiting()));
create policy cast_by_themselves on guest_vote for insert to klyngerum_web
  with check (guest_id = (select guest_id from visiting()) and is_open_poll(date_option_id));
create policy recast_by_themselves on guest_vote for update to klyngerum_web
  using (guest_id = (select guest_id from visiting()) and is_open_poll(date_option_id));
create policy sent_by_themselves on kept_file for insert to klyngerum_web
  with check (purpose = 'slides' and guest_id = (select guest_id from visiting()) and meeting_id = (select meeting_id from visiting()));
create policy their_own on kept_file for select to klyngerum_web using (guest_id = (select guest_id from visiting()));
create policy taken_back_by_themselves on kept_file for delete to klyngerum_web using (guest_id = (select guest_id from visiting()));
create policy theirs_to_answer on partner_question for select to klyngerum_web using (meeting_id = (select meeting_id from visiting()));
create policy answered_by_the_guest on partner_question for update to klyngerum_web
  using (meeting_id = (select meeting_id from visiting())) with check (meeting_id = (select meeting_id from visiting()));
