-- A questionnaire of a cluster's own: made from nothing, copied, or taken in. A round asks with a copy of its own, so that
-- what is changed here changes no round. Nothing of whoever answers is in it.

create table own_questionnaire (
  cluster_id           uuid not null references cluster,
  own_questionnaire_id uuid not null default gen_random_uuid() primary key,
  content              jsonb not null,
  -- The title of what it was copied from; empty for one made here.
  made_from            text not null default '' check (length(made_from) <= 160),
  made_at              timestamptz not null,
  changed_at           timestamptz not null,
  ended_at             timestamptz,
  unique (cluster_id, own_questionnaire_id),
  constraint a_questionnaire_has_a_title check (length(content->>'title') between 1 and 120)
);
create index on own_questionnaire (cluster_id);

alter table own_questionnaire enable row level security;
grant select, insert on own_questionnaire to klyngerum_web;
grant update (content, changed_at, ended_at) on own_questionnaire to klyngerum_web;
create policy seen_by_those_who_arrange on own_questionnaire for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges()));
create policy made_by_those_who_lead on own_questionnaire for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and (select leads()));
create policy changed_by_those_who_lead on own_questionnaire for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select leads()));
