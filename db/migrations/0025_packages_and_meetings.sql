-- Packages, and the meetings that are made from them.

-- The packages that come along, loaded from the files in packages/.
create table package (
  package_key text primary key check (package_key ~ '^[a-z][a-z0-9-]{1,40}$'),
  version     integer not null check (version > 0),
  definition  jsonb not null,
  loaded_at   timestamptz not null
);
-- A cluster's own: a copy that it changed, or one that it was sent.
create table own_package (
  cluster_id     uuid not null references cluster,
  own_package_id uuid not null default gen_random_uuid() primary key,
  package_key    text not null check (package_key ~ '^[a-z][a-z0-9-]{1,40}$'),
  definition     jsonb not null,
  made_from      text not null default '',
  changed_at     timestamptz not null,
  ended_at       timestamptz,
  unique (cluster_id, own_package_id)
);
create index on own_package (cluster_id);

create table meeting (
  cluster_id     uuid not null references cluster,
  meeting_id     uuid not null default gen_random_uuid() primary key,
  kind           text not null check (kind in ('cluster', 'general_assembly', 'founding_assembly', 'board', 'joint', 'pre_meeting', 'follow_up')),
  title          text not null check (length(title) between 1 and 160),
  purpose        text not null default '' check (length(purpose) <= 2000),
  state          text not null check (state in ('idea', 'polling', 'reserved', 'confirmed', 'held', 'closed', 'cancelled')),
  package_key    text,
  own_package_id uuid,
  -- The package as it was when the meeting was made, so that a later version changes nothing here.
  package        jsonb,
  topic_id       uuid,
  follows_id     uuid,
  held_on        date,
  starts_at      time,
  minutes        integer not null default 150 check (minutes between 15 and 720),
  place          text not null default '' check (length(place) <= 200),
  address        text not null default '' check (length(address) <= 300),
  online_url     text not null default '' check (online_url = '' or online_url ~ '^https://[^\s"<>]{3,500}$'),
  venue_email    text not null default '' check (length(venue_email) <= 254),
  venue_cancel_days integer not null default 3 check (venue_cancel_days between 0 and 60),
  venue_confirmed_at timestamptz,
  greeting       text not null default '' check (length(greeting) <= 2000),
  -- Why there is no agreement, when there is none.
  no_agreement   text not null default '' check (length(no_agreement) <= 600),
  calendar_sequence integer not null default 0,
  made_at        timestamptz not null,
  invited_at     timestamptz,
  cancelled_at   timestamptz,
  closed_at      timestamptz,
  minutes_sent_at timestamptz,
  unique (cluster_id, meeting_id),
  foreign key (cluster_id, own_package_id) references own_package (cluster_id, own_package_id),
  foreign key (cluster_id, topic_id) references topic (cluster_id, topic_id),
  foreign key (cluster_id, follows_id) references meeting (cluster_id, meeting_id),
  constraint a_day_has_an_hour check ((held_on is null) = (starts_at is null)),
  constraint a_fixed_meeting_has_a_day check (state not in ('reserved', 'confirmed', 'held', 'closed') or held_on is not null)
);
create index on meeting (cluster_id, held_on);
alter table link add foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id);

create table meeting_person (
  cluster_id uuid not null,
  meeting_id uuid not null,
  member_id  uuid not null,
  part       text not null check (part in ('chair', 'facilitator', 'minute_taker', 'host')),
  primary key (meeting_id, member_id, part),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id)
);

-- Agenda, programme, run-sheet and minutes are one object.
create table agenda_item (
  cluster_id     uuid not null,
  agenda_item_id uuid not null default gen_random_uuid() primary key,
  meeting_id     uuid not null,
  position       integer not null,
  title          text not null check (length(title) between 1 and 200),
  kind           text not null default 'talk' check (kind in ('welcome', 'talk', 'figures', 'group_work', 'plenum', 'meal', 'agreements', 'evaluation', 'actions')),
  minutes        integer not null check (minutes between 0 and 480),
  owner          text not null default '' check (length(owner) <= 120),
  owner_id       uuid,
  material       text not null default '' check (length(material) <= 500),
  notes          text not null default '' check (length(notes) <= 8000),
  unique (cluster_id, agenda_item_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, owner_id) references member (cluster_id, member_id)
);
create index on agenda_item (meeting_id, position);

-- A decision, or an action that somebody has taken on.
create table resolution (
  cluster_id     uuid not null,
  resolution_id  uuid not null default gen_random_uuid() primary key,
  meeting_id     uuid not null,
  agenda_item_id uuid,
  kind           text not null check (kind in ('decision', 'action')),
  sentence       text not null check (length(sentence) between 1 and 600),
  owner          text not null default '' check (length(owner) <= 120),
  owner_id       uuid,
  due_on         date,
  made_at        timestamptz not null,
  done_at        timestamptz,
  unique (cluster_id, resolution_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, agenda_item_id) references agenda_item (cluster_id, agenda_item_id) on delete set null (agenda_item_id),
  foreign key (cluster_id, owner_id) references member (cluster_id, member_id)
);
create index on resolution (cluster_id) where kind = 'action' and done_at is null;

-- What is to be done by when, so many days before the meeting (negative) or after it. Moving the meeting moves what is open.
create table deadline (
  cluster_id  uuid not null,
  deadline_id uuid not null default gen_random_uuid() primary key,
  meeting_id  uuid not null,
  act         text not null check (act ~ '^[a-z_]+$'),
  title       text not null default '' check (length(title) <= 200),
  offset_days integer not null check (offset_days between -400 and 800),
  due_on      date,
  -- Somebody chose the day, so that it does not move.
  is_pinned   boolean not null default false,
  state       text not null default 'open' check (state in ('open', 'done', 'skipped')),
  settled_at  timestamptz,
  settled_by  uuid,
  unique (cluster_id, deadline_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, settled_by) references member (cluster_id, member_id)
);
create index on deadline (cluster_id, state, due_on);
create index on deadline (meeting_id);

-- What the system did by itself, for the coordinator to see and take back.
create table own_doing (
  cluster_id   uuid not null,
  own_doing_id uuid not null default gen_random_uuid() primary key,
  meeting_id   uuid,
  act          text not null check (act ~ '^[a-z_]+$'),
  facts        jsonb not null default '{}',
  at           timestamptz not null,
  undone_at    timestamptz,
  unique (cluster_id, own_doing_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id)
);
create index on own_doing (cluster_id, at);

create table attendance (
  cluster_id    uuid not null,
  meeting_id    uuid not null,
  member_id     uuid not null,
  how           text not null check (how in ('list', 'scan')),
  registered_at timestamptz not null,
  primary key (meeting_id, member_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id)
);
-- Somebody who came and is no member: a locum, a student, a guest without a mail address.
create table visitor_present (
  cluster_id uuid not null,
  visitor_present_id uuid not null default gen_random_uuid() primary key,
  meeting_id uuid not null,
  name       text not null check (length(name) between 1 and 120),
  belongs_to text not null default '' check (length(belongs_to) <= 160),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id)
);

do $$
declare t text;
begin
  foreach t in array array['package', 'own_package', 'meeting', 'meeting_person', 'agenda_item', 'resolution', 'deadline', 'own_doing', 'attendance', 'visitor_present'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select on %I to klyngerum_web, klyngerum_worker', t);
    execute format('create policy read_by_the_worker on %I for select to klyngerum_worker using (true)', t);
  end loop;
  foreach t in array array['meeting', 'meeting_person', 'agenda_item', 'resolution'] loop
    execute format('create policy seen_within_the_cluster on %I for select to klyngerum_web using (cluster_id = (select answering_cluster()))', t);
  end loop;
  -- Arrangements, which those who arrange see and nobody else.
  foreach t in array array['deadline', 'own_doing', 'visitor_present'] loop
    execute format('create policy seen_by_those_who_arrange on %I for select to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()))', t);
  end loop;
  foreach t in array array['meeting', 'meeting_person', 'agenda_item', 'resolution', 'deadline', 'visitor_present', 'attendance'] loop
    execute format('grant insert on %I to klyngerum_web', t);
    execute format('create policy written_by_those_who_arrange on %I for insert to klyngerum_web with check (cluster_id = (select current_cluster()) and (select arranges()))', t);
  end loop;
  foreach t in array array['meeting', 'agenda_item', 'resolution', 'deadline', 'own_doing'] loop
    execute format('create policy changed_by_those_who_arrange on %I for update to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()))', t);
  end loop;
  foreach t in array array['meeting_person', 'agenda_item', 'resolution', 'deadline', 'visitor_present', 'attendance'] loop
    execute format('grant delete on %I to klyngerum_web', t);
    execute format('create policy taken_out_by_those_who_arrange on %I for delete to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()))', t);
  end loop;
end $$;
create policy known_to_all on package for select to klyngerum_web using (true);
create policy seen_within_the_cluster on own_package for select to klyngerum_web using (cluster_id = (select current_cluster()));
grant insert on own_package to klyngerum_web;
grant update (definition, changed_at, ended_at) on own_package to klyngerum_web;
create policy kept_by_those_who_lead on own_package for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and (select leads()));
create policy changed_by_those_who_lead on own_package for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select leads()));
grant update (kind, title, purpose, state, held_on, starts_at, minutes, place, address, online_url, venue_email, venue_cancel_days,
  venue_confirmed_at, greeting, no_agreement, calendar_sequence, invited_at, cancelled_at, closed_at, minutes_sent_at) on meeting to klyngerum_web;
grant update (position, title, kind, minutes, owner, owner_id, material, notes) on agenda_item to klyngerum_web;
grant update (sentence, kind, owner, owner_id, due_on, done_at) on resolution to klyngerum_web;
grant update (title, due_on, is_pinned, state, settled_at, settled_by) on deadline to klyngerum_web;
grant insert, update (undone_at) on own_doing to klyngerum_web;
create policy told_by_those_who_arrange on own_doing for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and (select arranges()));

-- Who was there: those who arrange, and each about oneself. In the room somebody says it of themselves, or of
-- whoever they point at on the list.
create policy seen_by_those_who_arrange on attendance for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges()) or member_id in (select member_id from answering()));

-- The worker does what is due by itself, and says so.
grant insert on own_doing, deadline to klyngerum_worker;
grant update (state, settled_at) on deadline to klyngerum_worker;
grant update (state) on meeting to klyngerum_worker;
create policy told_by_the_worker on own_doing for insert to klyngerum_worker with check (true);
create policy set_by_the_worker on deadline for insert to klyngerum_worker with check (true);
create policy settled_by_the_worker on deadline for update to klyngerum_worker using (true);
create policy held_by_the_worker on meeting for update to klyngerum_worker using (true);
