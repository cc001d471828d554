-- Places, clusters and practices. What changes with time is dated: a municipality's region,
-- a practice's number, its list size and its cluster.

create table region (
  region_code text primary key,
  name        text not null
);

create table municipality (
  municipality_code text primary key,
  name              text not null
);

create table municipality_region (
  municipality_code text not null references municipality,
  region_code       text not null references region,
  valid             daterange not null check (not isempty(valid)),
  primary key (municipality_code, region_code, valid),
  constraint one_region_at_a_time exclude using gist (municipality_code with =, valid with &&)
);

create table cluster (
  cluster_id        uuid primary key default gen_random_uuid(),
  name              text not null check (length(name) between 2 and 120),
  municipality_code text not null references municipality,
  is_example        boolean not null default false,
  created_at        timestamptz not null,
  unique (cluster_id, is_example)
);

create table practice (
  practice_id uuid primary key default gen_random_uuid(),
  name        text not null check (length(name) between 2 and 160),
  is_example  boolean not null default false,
  -- Whether the practice lets its trainees and its staff see its figures.
  trainees_see boolean not null default false,
  staff_see    boolean not null default false,
  created_at  timestamptz not null,
  unique (practice_id, is_example)
);

-- A number belongs to a practice for a time, and may later belong to another. Only the operator
-- and a data source confirm that it does; a number that a coordinator typed is a claim until then.
create table practice_number (
  practice_number_id uuid primary key default gen_random_uuid(),
  practice_id  uuid not null references practice,
  number       text not null check (number ~ '^[0-9A-Z]{6}$'),
  valid        daterange not null check (not isempty(valid)),
  entered_at   timestamptz not null,
  confirmed_at timestamptz,
  constraint a_confirmed_number_has_one_practice
    exclude using gist (number with =, valid with &&) where (confirmed_at is not null)
);
create index on practice_number (practice_id);

create table list_size (
  practice_id uuid not null references practice,
  valid       daterange not null check (not isempty(valid)),
  patients    integer not null check (patients >= 0),
  constraint one_list_size_at_a_time exclude using gist (practice_id with =, valid with &&)
);

create table cluster_practice (
  cluster_id  uuid not null,
  practice_id uuid not null,
  is_example  boolean not null,
  valid       daterange not null check (not isempty(valid)),
  primary key (cluster_id, practice_id, valid),
  -- An example practice stays in example clusters, and a real one outside them.
  foreign key (cluster_id, is_example) references cluster (cluster_id, is_example),
  foreign key (practice_id, is_example) references practice (practice_id, is_example),
  constraint one_cluster_at_a_time exclude using gist (practice_id with =, valid with &&)
);
