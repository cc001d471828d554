-- The three logins and the database of Klyngerum, for a PostgreSQL server of your own (15 or later). The built-in
-- database needs none of this. Run it with psql 15 or later, as a superuser, with a password for each login in the
-- environment, where other accounts of the machine do not see them; it may be repeated:
--
--   OWNER_PASSWORD=… WEB_PASSWORD=… WORKER_PASSWORD=… psql -X -v ON_ERROR_STOP=1 -d postgres -f db/roles.sql
--
-- Add -v database=… for a name other than klyngerum. The names of the logins are fixed: migrations grant to them.

\getenv owner_password OWNER_PASSWORD
\getenv web_password WEB_PASSWORD
\getenv worker_password WORKER_PASSWORD
\if :{?database}
\else
  \set database klyngerum
\endif

-- Neither login stands above row-level security. The owner owns the tables; web and worker own nothing there.
select format('create role %I', login)
from unnest(array['klyngerum_owner', 'klyngerum_web', 'klyngerum_worker']) login
where not exists (select from pg_roles where rolname = login) \gexec
alter role klyngerum_owner with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
alter role klyngerum_web with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'web_password';
alter role klyngerum_worker with login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'worker_password';

-- The owner lays out the queue for the worker, whose schema it is, and inherits nothing from it where the server
-- knows that difference (16 and later).
select 'grant klyngerum_worker to klyngerum_owner'
  || case when current_setting('server_version_num')::int >= 160000 then ' with inherit false, set true' else '' end \gexec

select format('create database %I owner klyngerum_owner template template0 encoding %L', :'database', 'UTF8')
where not exists (select from pg_database where datname = :'database') \gexec
revoke all on database :"database" from public;
grant connect, temporary on database :"database" to klyngerum_web, klyngerum_worker;

-- An error of the database can carry a cell of a delivered file, and the server's log is no place for figures.
alter database :"database" set log_min_messages = fatal;
alter database :"database" set log_min_error_statement = panic;
alter database :"database" set log_error_verbosity = terse;
alter database :"database" set log_statement = none;
alter database :"database" set log_min_duration_statement = -1;
alter database :"database" set log_min_duration_sample = -1;
alter database :"database" set log_transaction_sample_rate = 0;
