-- What was agreed, and when it is measured again; what a meeting cost.

create table agreement (
  cluster_id   uuid not null,
  agreement_id uuid not null default gen_random_uuid() primary key,
  meeting_id   uuid not null,
  what         text not null check (length(what) between 3 and 600),
  who          text not null check (length(who) between 1 and 200),
  by_on        date not null,
  measure      text not null check (length(measure) between 1 and 300),
  indicator_key text references indicator,
  measured_again_on date not null,
  second_measure_on date,
  state        text not null default 'open' check (state in ('open', 'kept', 'changed', 'given_up')),
  outcome      text not null default '' check (length(outcome) <= 1000),
  made_at      timestamptz not null,
  settled_at   timestamptz,
  unique (cluster_id, agreement_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id)
);
create index on agreement (cluster_id, measured_again_on);

create table expense (
  cluster_id   uuid not null,
  expense_id   uuid not null default gen_random_uuid() primary key,
  meeting_id   uuid not null,
  kind         text not null check (kind in ('venue', 'food', 'speaker', 'transport', 'help', 'fee', 'other')),
  what         text not null check (length(what) between 1 and 200),
  amount       numeric(9, 2) not null check (amount > 0),
  spent_on     date not null,
  payee        text not null default '' check (length(payee) <= 160),
  kept_file_id uuid,
  entered_by   uuid not null,
  entered_at   timestamptz not null,
  unique (cluster_id, expense_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, kept_file_id) references kept_file (cluster_id, kept_file_id),
  foreign key (cluster_id, entered_by) references member (cluster_id, member_id)
);
create index on expense (cluster_id, meeting_id);

alter table agreement enable row level security;
alter table expense enable row level security;
grant select, insert on agreement, expense to klyngerum_web;
grant update (what, who, by_on, measure, indicator_key, measured_again_on, second_measure_on, state, outcome, settled_at) on agreement to klyngerum_web;
grant update (kind, what, amount, spent_on, payee, kept_file_id) on expense to klyngerum_web;
grant delete on agreement, expense to klyngerum_web;
create policy seen_within_the_cluster on agreement for select to klyngerum_web using (cluster_id = (select current_cluster()));
create policy made_by_those_who_arrange on agreement for insert to klyngerum_web with check (cluster_id = (select current_cluster()) and (select arranges()));
create policy changed_by_those_who_arrange on agreement for update to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()));
-- Until the meeting is closed it is a draft.
create policy taken_out_by_those_who_arrange on agreement for delete to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges())
    and exists (select from meeting m where m.meeting_id = agreement.meeting_id and m.state <> 'closed'));

create function pays() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select (select current_roles()) && array['coordinator', 'board', 'treasurer', 'secretary'] $$;
grant execute on function pays() to klyngerum_web;
create policy seen_by_those_who_pay on expense for select to klyngerum_web using (cluster_id = (select current_cluster()) and (select pays()));
create policy entered_by_those_who_pay on expense for insert to klyngerum_web with check (cluster_id = (select current_cluster()) and (select pays()));
create policy changed_by_those_who_pay on expense for update to klyngerum_web using (cluster_id = (select current_cluster()) and (select pays()));
create policy taken_out_by_those_who_pay on expense for delete to klyngerum_web using (cluster_id = (select current_cluster()) and (select pays()));
create policy kept_by_the_treasurer on kept_file for insert to klyngerum_web
  with check (purpose = 'receipt' and guest_id is null and cluster_id = (select current_cluster()) and (select pays()));
create policy attendance_for_those_who_pay on attendance for select to klyngerum_web using (cluster_id = (select current_cluster()) and (select pays()));

grant select on agreement to klyngerum_worker;
create policy read_by_the_worker on agreement for select to klyngerum_worker using (true);
