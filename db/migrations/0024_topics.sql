-- Topics that members propose, the votes on them, who will help, and the order in which they are taken up.

create table topic (
  cluster_id  uuid not null references cluster,
  topic_id    uuid not null default gen_random_uuid() primary key,
  proposer_id uuid,
  sentence    text not null check (length(sentence) between 3 and 300),
  measure     text not null default '' check (length(measure) <= 300),
  state       text not null check (state in ('proposed', 'planned', 'met', 'merged', 'dropped', 'withdrawn')),
  merged_into uuid,
  -- What became of it, in the words that the proposer reads.
  answer      text not null default '' check (length(answer) <= 600),
  package_key text,
  -- The first day of the half-year in which it is to be taken up, and the turn within it.
  planned_for date,
  turn        integer not null default 0,
  proposed_at timestamptz not null,
  decided_at  timestamptz,
  unique (cluster_id, topic_id),
  foreign key (cluster_id, proposer_id) references member (cluster_id, member_id),
  foreign key (cluster_id, merged_into) references topic (cluster_id, topic_id),
  constraint merged_into_another check ((state = 'merged') = (merged_into is not null) and merged_into <> topic_id)
);
create index on topic (cluster_id, state);

create table topic_vote (
  cluster_id    uuid not null references cluster,
  topic_vote_id uuid not null default gen_random_uuid() primary key,
  dots          integer not null check (dots between 1 and 10),
  opened_at     timestamptz not null,
  closes_on     date not null,
  closed_at     timestamptz,
  unique (cluster_id, topic_vote_id)
);
create unique index one_open_topic_vote on topic_vote (cluster_id) where closed_at is null;

-- What can be voted for stands fixed while a vote runs.
create table topic_choice (
  cluster_id    uuid not null,
  topic_vote_id uuid not null,
  topic_id      uuid not null,
  primary key (topic_vote_id, topic_id),
  foreign key (cluster_id, topic_vote_id) references topic_vote (cluster_id, topic_vote_id),
  foreign key (cluster_id, topic_id) references topic (cluster_id, topic_id)
);
create table topic_dot (
  cluster_id    uuid not null,
  topic_vote_id uuid not null,
  topic_id      uuid not null,
  member_id     uuid not null,
  dots          integer not null check (dots between 1 and 10),
  primary key (topic_vote_id, topic_id, member_id),
  foreign key (topic_vote_id, topic_id) references topic_choice (topic_vote_id, topic_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id)
);
create table topic_helper (
  cluster_id uuid not null,
  topic_id   uuid not null,
  member_id  uuid not null,
  joined_at  timestamptz not null,
  primary key (topic_id, member_id),
  foreign key (cluster_id, topic_id) references topic (cluster_id, topic_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id)
);

create function is_open_vote(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from topic_vote where topic_vote_id = which and cluster_id = (select answering_cluster())
      and closed_at is null and closes_on >= (select current_day()))
  $$;
-- The result, once the vote has closed: how many dots, and from how many.
create function topic_result(which uuid) returns table (topic_id uuid, dots integer, voters integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.topic_id, coalesce(sum(d.dots), 0)::int, count(d.member_id)::int
    from topic_vote v join topic_choice c using (topic_vote_id)
    left join topic_dot d on d.topic_vote_id = c.topic_vote_id and d.topic_id = c.topic_id
    where v.topic_vote_id = which and v.cluster_id = (select answering_cluster())
      and (v.closed_at is not null or v.closes_on < (select current_day()))
    group by c.topic_id
  $$;
-- How many have voted, which tells nothing of what for.
create function topic_turnout(which uuid) returns integer language sql stable security definer set search_path = public, pg_temp
  as $$
    select count(distinct d.member_id)::int from topic_vote v join topic_dot d using (topic_vote_id)
    where v.topic_vote_id = which and v.cluster_id = (select answering_cluster())
  $$;
grant execute on function is_open_vote(uuid), topic_result(uuid), topic_turnout(uuid) to klyngerum_web;

alter table topic enable row level security;
alter table topic_vote enable row level security;
alter table topic_choice enable row level security;
alter table topic_dot enable row level security;
alter table topic_helper enable row level security;
grant select, insert on topic, topic_vote, topic_choice to klyngerum_web;
grant update (sentence, measure, state, merged_into, answer, package_key, planned_for, turn, decided_at) on topic to klyngerum_web;
grant update (closes_on, closed_at) on topic_vote to klyngerum_web;
grant select, insert, delete on topic_dot, topic_helper to klyngerum_web;
create policy seen_within_the_cluster on topic for select to klyngerum_web using (cluster_id = (select answering_cluster()));
create policy proposed_in_own_name on topic for insert to klyngerum_web
  with check (cluster_id = (select answering_cluster()) and state = 'proposed' and answer = ''
    and proposer_id in (select member_id from answering()));
create policy changed_by_its_proposer on topic for update to klyngerum_web
  using (state = 'proposed' and proposer_id in (select member_id from answering()))
  with check (state in ('proposed', 'withdrawn') and answer = '' and planned_for is null and package_key is null);
create policy decided_by_those_who_lead on topic for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select leads()));
create policy seen_within_the_cluster on topic_vote for select to klyngerum_web using (cluster_id = (select answering_cluster()));
create policy opened_by_those_who_lead on topic_vote for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and (select leads()) and closed_at is null);
create policy closed_by_those_who_lead on topic_vote for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select leads()) and closed_at is null);
create policy seen_within_the_cluster on topic_choice for select to klyngerum_web using (cluster_id = (select answering_cluster()));
create policy put_up_by_those_who_lead on topic_choice for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and (select leads()));
create policy ones_own on topic_dot for select to klyngerum_web using (member_id in (select member_id from answering()));
create policy placed_while_open on topic_dot for insert to klyngerum_web
  with check (member_id in (select member_id from answering()) and is_open_vote(topic_vote_id));
create policy taken_back_while_open on topic_dot for delete to klyngerum_web
  using (member_id in (select member_id from answering()) and is_open_vote(topic_vote_id));
create policy seen_within_the_cluster on topic_helper for select to klyngerum_web using (cluster_id = (select answering_cluster()));
create policy joined_by_oneself on topic_helper for insert to klyngerum_web
  with check (cluster_id = (select answering_cluster()) and member_id in (select member_id from answering()));
create policy left_by_oneself on topic_helper for delete to klyngerum_web
  using (member_id in (select member_id from answering()));

-- The worker closes a vote whose day has passed, and tells.
grant select on topic, topic_vote, topic_choice, topic_helper to klyngerum_worker;
grant update (closed_at) on topic_vote to klyngerum_worker;
create policy read_by_the_worker on topic for select to klyngerum_worker using (true);
create policy read_by_the_worker on topic_vote for select to klyngerum_worker using (true);
create policy closed_by_the_worker on topic_vote for update to klyngerum_worker using (true);
create policy read_by_the_worker on topic_choice for select to klyngerum_worker using (true);
create policy read_by_the_worker on topic_helper for select to klyngerum_worker using (true);
