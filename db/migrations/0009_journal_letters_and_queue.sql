-- Who did what to which thing, and when; the letters that go out; and the door to the queue.

create table journal (
  journal_id uuid primary key default gen_random_uuid(),
  cluster_id uuid references cluster,
  person_id  uuid references person,
  event      text not null check (event ~ '^[a-z_]+\.[a-z_]+$'),
  subject    text not null check (length(subject) <= 80),
  command_id uuid not null,
  outcome    jsonb not null,
  at         timestamptz not null,
  constraint each_command_once unique nulls not distinct (person_id, command_id)
);
create index on journal (cluster_id, at);

create table letter (
  letter_id  uuid primary key default gen_random_uuid(),
  kind       text not null check (kind ~ '^[a-z_]+$'),
  person_id  uuid references person,
  -- Only for a letter to an address that is not yet a person's own.
  email      text check (length(email) <= 254),
  cluster_id uuid references cluster,
  -- Ids, names of things and paths; never a figure, never a token.
  facts      jsonb not null default '{}',
  message_id text not null unique,
  written_at timestamptz not null,
  due_at     timestamptz not null,
  sent_at    timestamptz,
  attempts   integer not null default 0,
  failure    text
);
create index letters_to_send on letter (due_at) where sent_at is null;

-- Letters to example persons never leave the machine: the try-out shows them here.
create table example_letter (
  letter_id  uuid primary key references letter,
  person_id  uuid not null,
  is_example boolean not null default true check (is_example),
  subject    text not null,
  body       text not null,
  sent_at    timestamptz not null,
  foreign key (person_id, is_example) references person (person_id, is_example)
);

-- That somebody looked at a practice's own figures; the practice can read it.
create table figure_look (
  figure_look_id uuid primary key default gen_random_uuid(),
  practice_id   uuid not null references practice,
  member_id     uuid not null references member,
  indicator_key text not null references indicator,
  looked_at     timestamptz not null
);
create index on figure_look (practice_id, looked_at);

-- Writes a sign-in letter when the address is known. It answers nothing, so that nobody learns which are.
create function request_sign_in(address text, going_to text, letter uuid, message text) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    insert into letter (letter_id, kind, person_id, facts, message_id, written_at, due_at)
      select letter, 'sign_in', person_id, jsonb_build_object('target', going_to), message, current_moment(), current_moment()
      from person_address where email = lower(address);
  end $$;

create schema queue authorization klyngerum_worker;
set local role klyngerum_worker;
-- Web enqueues through this and through nothing else; a payload holds one id.
create function queue.enqueue(task text, id uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
  as $$
  begin
    if task not in ('publish-spread', 'send-letter') then raise exception 'unknown task'; end if;
    perform graphile_worker.add_job(task, json_build_object('id', id));
  end $$;
revoke execute on function queue.enqueue(text, uuid) from public;
grant usage on schema queue to klyngerum_web, klyngerum_owner;
grant execute on function queue.enqueue(text, uuid) to klyngerum_web, klyngerum_owner;
reset role;
