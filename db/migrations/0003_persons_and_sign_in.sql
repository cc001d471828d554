-- Persons and how they show who they are. Web reads none of the sign-in tables: it calls the
-- functions below, which answer only for the token that it holds.

create table person (
  person_id  uuid primary key default gen_random_uuid(),
  name       text not null check (length(name) between 1 and 120),
  locale     text not null default 'da' check (locale in ('da', 'en')),
  is_example boolean not null default false,
  created_at timestamptz not null,
  unique (person_id, is_example)
);

-- Apart from the name, because fewer people may see it.
create table person_address (
  person_id  uuid primary key references person,
  email      text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 254)
);
create unique index one_person_per_address on person_address (email);

create table session (
  token_hash   bytea primary key check (length(token_hash) = 32),
  session_id   uuid not null unique default gen_random_uuid(),
  person_id    uuid not null references person,
  device       text not null default '' check (length(device) <= 120),
  started_at   timestamptz not null,
  expires_at   timestamptz not null,
  -- When the person last showed that the mailbox is theirs; publishing asks for a fresh one.
  confirmed_at timestamptz not null,
  ended_at     timestamptz
);
create index on session (person_id);

-- A link in a mail. GET shows it, POST uses it, once.
create table sign_in_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  person_id  uuid not null references person,
  purpose    text not null check (purpose in ('sign_in', 'leave_address', 'take_address')),
  -- Where the person was going; a path of this site.
  target     text not null default '/' check (target ~ '^/([^/\\].*)?$' and length(target) <= 300),
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index on sign_in_link (person_id);

-- A wish for another address: confirmed from the old one, then from the new one.
create table address_change (
  person_id    uuid primary key references person,
  email        text not null check (email = lower(email) and email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$' and length(email) <= 254),
  requested_at timestamptz not null,
  released_at  timestamptz
);

-- What somebody tried, by a hash, so that trying can be limited.
create table attempt (
  key_hash bytea not null,
  at       timestamptz not null
);
create index on attempt (key_hash, at);

create function current_person() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$
    select person_id from session
    where token_hash = hash_of(nullif(current_setting('app.token', true), ''))
      and ended_at is null and expires_at > current_moment()
  $$;

-- Whose the token was, also when its session has just ended: the line that tells of it is still theirs.
create function owner_of_token() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select person_id from session where token_hash = hash_of(nullif(current_setting('app.token', true), '')) $$;

-- Counts this attempt, and answers whether it is still among the allowed ones.
create function attempt_allowed(key text, allowed integer, span interval) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare tried integer;
  begin
    perform pg_advisory_xact_lock(hashtextextended(key, 17));
    delete from attempt where at < current_moment() - interval '2 days';
    insert into attempt (key_hash, at) values (hash_of(key), current_moment());
    select count(*) into tried from attempt where key_hash = hash_of(key) and at > current_moment() - span;
    return tried <= allowed;
  end $$;

-- Who this link is for, as long as it can be used.
create function person_of_link(token text) returns table (person_id uuid, purpose text, target text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select l.person_id, l.purpose, l.target from sign_in_link l
    where l.token_hash = hash_of(token) and l.used_at is null and l.expires_at > current_moment()
  $$;

-- Uses a sign-in link and starts a session of 30 days; null when the link cannot be used.
create function start_session(link text, new_token text, device_name text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare who uuid;
  begin
    if length(new_token) < 32 then raise exception 'token too short'; end if;
    update sign_in_link set used_at = current_moment()
      where token_hash = hash_of(link) and purpose = 'sign_in' and used_at is null and expires_at > current_moment()
      returning person_id into who;
    if who is null then return null; end if;
    insert into session (token_hash, person_id, device, started_at, expires_at, confirmed_at)
      values (hash_of(new_token), who, left(device_name, 120), current_moment(), current_moment() + interval '30 days', current_moment());
    return who;
  end $$;

-- A session for an example person, without a link: the doors of the try-out.
create function start_example_session(who uuid, new_token text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if length(new_token) < 32 then raise exception 'token too short'; end if;
    if not exists (select from person where person_id = who and is_example) then return null; end if;
    insert into session (token_hash, person_id, device, started_at, expires_at, confirmed_at)
      values (hash_of(new_token), who, 'demo', current_moment(), current_moment() + interval '12 hours', current_moment());
    return who;
  end $$;

create function own_sessions() returns table (session_id uuid, device text, started_at timestamptz, expires_at timestamptz, confirmed_at timestamptz, is_this boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select session_id, device, started_at, expires_at, confirmed_at,
      token_hash = hash_of(nullif(current_setting('app.token', true), ''))
    from session where person_id = current_person() and ended_at is null and expires_at > current_moment()
    order by started_at desc
  $$;

create function end_session(which uuid) returns boolean
  language sql security definer set search_path = public, pg_temp
  as $$
    with ended as (
      update session set ended_at = current_moment()
      where session_id = which and person_id = current_person() and ended_at is null returning 1)
    select exists (select from ended)
  $$;

-- Moves an address in two steps, each from its own mailbox: the old one lets go, the new one takes.
create function release_address(link text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare who uuid;
  begin
    update sign_in_link set used_at = current_moment()
      where token_hash = hash_of(link) and purpose = 'leave_address' and used_at is null and expires_at > current_moment()
      returning person_id into who;
    update address_change set released_at = current_moment() where person_id = who;
    return found;
  end $$;

create function take_address(link text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare who uuid;
  begin
    update sign_in_link set used_at = current_moment()
      where token_hash = hash_of(link) and purpose = 'take_address' and used_at is null and expires_at > current_moment()
      returning person_id into who;
    if who is null then return false; end if;
    update person_address a set email = c.email from address_change c
      where a.person_id = who and c.person_id = who and c.released_at is not null
        and not exists (select from person_address o where o.email = c.email);
    if not found then return false; end if;
    delete from address_change where person_id = who;
    return true;
  end $$;
