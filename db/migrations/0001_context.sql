-- On whose behalf a transaction acts. The application passes a token, a cluster, a source and
-- the moment; who that is, and whether it may, is looked up here and never taken from the caller.

create schema extension;
create extension btree_gist schema extension;
alter default privileges revoke execute on functions from public;

-- The one clock: the moment comes from the application, so that a year can be simulated.
create function current_moment() returns timestamptz language sql stable parallel safe
  as $$ select nullif(current_setting('app.now', true), '')::timestamptz $$;

create function current_day() returns date language sql stable parallel safe
  as $$ select (current_moment() at time zone 'Europe/Copenhagen')::date $$;

create function hash_of(token text) returns bytea language sql immutable parallel safe
  as $$ select sha256(convert_to(token, 'UTF8')) $$;
