-- A poll or an invitation that is taken back while its letters have not gone is as if it had not been.

alter table date_option drop constraint date_option_cluster_id_date_poll_id_fkey,
  add foreign key (cluster_id, date_poll_id) references date_poll (cluster_id, date_poll_id) on delete cascade;
alter table date_must drop constraint date_must_cluster_id_date_poll_id_fkey,
  add foreign key (cluster_id, date_poll_id) references date_poll (cluster_id, date_poll_id) on delete cascade;
grant delete on date_poll, invitation, venue_told to klyngerum_web;
create policy taken_back_by_those_who_arrange on date_poll for delete to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges()));
create policy taken_back_by_those_who_arrange on invitation for delete to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges()));
create policy taken_back_by_those_who_arrange on venue_told for delete to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select arranges()) and confirmed_at is null);
