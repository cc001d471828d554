-- Those who arrange plan figures with a meeting; to order them is the coordinator's, and what became of an order is
-- for the worker to say: a guest is shown totals of what stands as published.

alter policy written_by_those_who_arrange on figure_order
  with check (cluster_id = (select current_cluster()) and (select arranges()) and state = 'planned');
alter policy changed_by_those_who_arrange on figure_order
  using (cluster_id = (select current_cluster()) and (select arranges())
    and (state = 'planned' or state = 'ordered' and 'coordinator' = any ((select current_roles())::text[])))
  with check (cluster_id = (select current_cluster()) and (state in ('planned', 'given_up')
    or state = 'ordered' and 'coordinator' = any ((select current_roles())::text[])));
revoke update (received_at, published_at, reminders) on figure_order from klyngerum_web;

-- What a guest took home is the guest's own sentence.
revoke update (took_home, took_home_at) on guest from klyngerum_web;

-- A letter speaks for a cluster that its writer is in, or delivers to.
create policy written_for_a_cluster_in_sight on letter as restrictive for insert to klyngerum_web
  with check (cluster_id is null or cluster_id in (select cluster_id from clusters_in_sight()));
