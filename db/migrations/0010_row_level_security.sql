-- Who may read and write which rows. Nothing is granted that is not written here.
-- Web acts for the token of the transaction; the worker reads figures of one indicator at a time.

do $$
declare t regclass;
begin
  for t in select c.oid from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace loop
    execute format('alter table %s enable row level security', t);
  end loop;
end $$;

grant execute on all functions in schema public to klyngerum_web, klyngerum_worker;

-- Places, indicators and references belong to everybody.
grant select on region, municipality, municipality_region, indicator, reference to klyngerum_web, klyngerum_worker;
create policy known_to_all on region for select using (true);
create policy known_to_all on municipality for select using (true);
create policy known_to_all on municipality_region for select using (true);
create policy known_to_all on indicator for select using (true);
create policy known_to_all on reference for select using (true);

-- Clusters and practices.
grant select on cluster, practice, practice_number, list_size, cluster_practice to klyngerum_web;
create policy seen_by_its_people on cluster for select to klyngerum_web
  using (cluster_id in (select cluster_id from clusters_in_sight()));
create policy seen_by_neighbours on practice for select to klyngerum_web
  using (practice_id in (select practice_id from practices_in_sight()));
create policy seen_by_neighbours on practice_number for select to klyngerum_web
  using (practice_id in (select practice_id from practices_in_sight()));
create policy seen_by_neighbours on list_size for select to klyngerum_web
  using (practice_id in (select practice_id from own_practices()));
create policy seen_within_the_cluster on cluster_practice for select to klyngerum_web
  using (cluster_id = (select current_cluster())
    or (select current_source()) is not null and cluster_id in (select cluster_id from clusters_in_sight()));

-- A practice that nobody has vouched for is a claim; only claims are a coordinator's to place.
create function is_a_claim(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select not exists (select from practice_number where practice_id = which and confirmed_at is not null)
       and not exists (select from practice_key where practice_id = which)
       and not exists (select from measurement where practice_id = which)
  $$;
create function is_example_cluster() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select is_example from cluster where cluster_id = current_cluster() $$;
grant execute on function is_a_claim(uuid), is_example_cluster() to klyngerum_web;

grant insert on practice, practice_number, cluster_practice to klyngerum_web;
grant insert on list_size to klyngerum_web;
grant update (valid) on cluster_practice to klyngerum_web;
grant update (trainees_see, staff_see) on practice to klyngerum_web;
create policy entered_by_a_coordinator on practice for insert to klyngerum_web
  with check ('coordinator' = any ((select current_roles())::text[]) and is_example = (select is_example_cluster()));
create policy decided_by_the_practice on practice for update to klyngerum_web
  using (practice_id in (select practice_id from own_practices()));
create policy claimed_by_a_coordinator on practice_number for insert to klyngerum_web
  with check ('coordinator' = any ((select current_roles())::text[]) and confirmed_at is null and is_a_claim(practice_id));
create policy told_by_the_practice on list_size for insert to klyngerum_web
  with check (practice_id in (select practice_id from own_practices()));
create policy placed_by_a_coordinator on cluster_practice for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]) and is_a_claim(practice_id));
create policy ended_by_a_coordinator on cluster_practice for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]));

-- Persons and memberships.
grant select on person, person_address, member, role_holding to klyngerum_web;
grant update (name, locale) on person to klyngerum_web;
grant insert on member, role_holding to klyngerum_web;
grant update (valid) on member, role_holding to klyngerum_web;
create policy seen_by_companions on person for select to klyngerum_web
  using (person_id in (select person_id from persons_in_sight()));
create policy written_by_oneself on person for update to klyngerum_web
  using (person_id = (select current_person()));
create policy addresses_for_those_who_write on person_address for select to klyngerum_web
  using (person_id = (select current_person())
    or (select current_roles()) && array['coordinator', 'secretary']
       and person_id in (select person_id from member where cluster_id = (select current_cluster())));
create policy seen_within_the_cluster on member for select to klyngerum_web
  using (cluster_id = (select current_cluster()) or person_id = (select current_person()));
create policy invited_by_a_coordinator on member for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[])
    and (practice_id is null or practice_id in (select practice_id from cluster_practice p where p.cluster_id = (select current_cluster()))));
create policy ended_by_a_coordinator on member for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]));
create policy seen_within_the_cluster on role_holding for select to klyngerum_web
  using (cluster_id = (select current_cluster()));
create policy given_by_a_coordinator on role_holding for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]));
create policy ended_by_a_coordinator on role_holding for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]));

-- A wish for another address is the person's own.
grant select, insert, update, delete on address_change to klyngerum_web;
create policy wished_by_oneself on address_change for all to klyngerum_web
  using (person_id = (select current_person())) with check (person_id = (select current_person()) and released_at is null);

-- Sources.
grant select, insert on source, source_person, source_cluster to klyngerum_web;
grant update (valid) on source_person, source_cluster to klyngerum_web;
create policy seen_by_those_it_serves on source for select to klyngerum_web
  using (source_id in (select source_id from sources_in_sight()));
create policy made_by_a_coordinator on source for insert to klyngerum_web
  with check ('coordinator' = any ((select current_roles())::text[]) and not is_trusted
    and is_example = (select is_example_cluster()) and (cluster_id is null or cluster_id = (select current_cluster())));
create policy seen_by_those_it_serves on source_person for select to klyngerum_web
  using (source_id in (select source_id from sources_in_sight()));
-- A coordinator names the first person of a source that she made; later ones the source names itself.
create function is_new_source(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select not exists (select from source_person where source_id = which)
      and not exists (select from source where source_id = which and is_trusted)
  $$;
grant execute on function is_new_source(uuid) to klyngerum_web;
create policy named_by_maker_or_source on source_person for insert to klyngerum_web
  with check (source_id = (select current_source())
    or 'coordinator' = any ((select current_roles())::text[]) and is_new_source(source_id));
create policy ended_by_the_source on source_person for update to klyngerum_web
  using (source_id = (select current_source()));
create policy seen_by_both on source_cluster for select to klyngerum_web
  using (cluster_id = (select current_cluster()) or source_id in (select source_id from own_sources()));
create policy invited_by_a_coordinator on source_cluster for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]));
create policy ended_by_a_coordinator on source_cluster for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]));

-- Who opens a practice's figures, and what it answers its sources: the practice alone.
grant select, insert on figure_access, source_answer, figure_look to klyngerum_web;
grant update (ended_at) on figure_access to klyngerum_web;
grant select on latest_source_answer to klyngerum_web, klyngerum_worker;
create policy seen_by_the_practice on figure_access for select to klyngerum_web
  using (practice_id in (select practice_id from own_practices())
    or member_id in (select member_id from member where person_id = (select current_person())));
create policy opened_by_a_colleague on figure_access for insert to klyngerum_web
  with check (practice_id in (select practice_id from own_practices()) and opened_by = 'colleague'
    and confirmed_by in (select member_id from member m where m.person_id = (select current_person()) and m.practice_id = figure_access.practice_id)
    and member_id in (select member_id from member m where m.practice_id = figure_access.practice_id));
create policy closed_by_the_practice on figure_access for update to klyngerum_web
  using (practice_id in (select practice_id from own_practices()));
create policy seen_by_the_practice on source_answer for select to klyngerum_web
  using (practice_id in (select practice_id from own_practices()));
create policy answered_by_the_practice on source_answer for insert to klyngerum_web
  with check (practice_id in (select practice_id from own_practices())
    and answered_by in (select member_id from member m where m.person_id = (select current_person()) and m.practice_id = source_answer.practice_id));
create policy seen_by_the_practice on figure_look for select to klyngerum_web
  using (practice_id in (select practice_id from own_practices()));
create policy left_by_the_looker on figure_look for insert to klyngerum_web
  with check (practice_id in (select practice_id from own_practices())
    and member_id in (select member_id from member m where m.person_id = (select current_person())));

-- Deliveries: the source sees its own, a cluster sees counts of what concerns it.
create function own_deliveries() returns table (delivery_id uuid) language sql stable security definer set search_path = public, pg_temp
  as $$ select distinct delivery_id from measurement where practice_id in (select practice_id from own_practices()) $$;
grant execute on function own_deliveries() to klyngerum_web;
grant select, insert on delivery, delivery_part to klyngerum_web;
grant update (state, mapping, extracted_on, row_count, figure_count, missing_count, practice_count, confirmed_at, withdrawn_at, withdrawn_by) on delivery to klyngerum_web;
grant select, insert, update on source_mapping to klyngerum_web;
create policy seen_by_source_and_receivers on delivery for select to klyngerum_web
  using (source_id = (select current_source())
    or delivery_id in (select delivery_id from delivery_part p where p.cluster_id = (select current_cluster()))
    or delivery_id in (select delivery_id from own_deliveries()));
create policy started_by_the_source on delivery for insert to klyngerum_web
  with check (source_id = (select current_source()) and deliverer_id = (select current_person()) and state in ('draft', 'refused'));
create policy carried_on_by_the_source on delivery for update to klyngerum_web
  using (source_id = (select current_source()));
create policy kept_by_the_source on source_mapping for all to klyngerum_web
  using (source_id = (select current_source())) with check (source_id = (select current_source()));
create policy counted_for_both on delivery_part for select to klyngerum_web
  using (cluster_id = (select current_cluster()) or delivery_id in (select delivery_id from delivery d where d.source_id = (select current_source())));
create policy counted_at_confirmation on delivery_part for insert to klyngerum_web
  with check (delivery_id = (select open_delivery()));

-- Measurements: in through a delivery that is being confirmed, out to the practice that owns them.
grant select, insert on measurement to klyngerum_web;
grant select on latest_measurement to klyngerum_web;
create policy read_by_its_owner on measurement for select to klyngerum_web
  using (practice_id in (select practice_id from own_practices()));
create policy written_at_confirmation on measurement for insert to klyngerum_web
  with check (delivery_id = (select open_delivery()));

-- Spreads: made by the worker, read by the cluster's members; a secretary reads none.
grant select, insert on publication to klyngerum_web;
grant select on spread, spread_contributor to klyngerum_web;
create policy seen_by_the_members on publication for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select current_roles()) && array['member', 'coordinator', 'board', 'treasurer']);
create policy asked_by_a_coordinator on publication for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]) and state = 'waiting');
create policy seen_by_the_members on spread for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and taken_down_at is null
    and (select current_roles()) && array['member', 'coordinator', 'board', 'treasurer']);
create policy seen_by_the_practice on spread_contributor for select to klyngerum_web
  using (practice_id in (select practice_id from own_practices()));

-- The clusters that have published figures of this source; not what they show.
create function publishing_clusters() returns table (cluster_id uuid, indicator_key text, period_from date, period_until date, published_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select cluster_id, indicator_key, period_from, period_until, max(published_at) from spread
    where source_id = current_source() and taken_down_at is null group by 1, 2, 3, 4
  $$;
grant execute on function publishing_clusters() to klyngerum_web;

-- The journal takes lines and gives back one's own; nothing in it changes.
grant select, insert on journal to klyngerum_web;
create policy read_by_its_author on journal for select to klyngerum_web
  using (person_id = (select current_person()));
create policy written_in_own_name on journal for insert to klyngerum_web
  with check ((person_id is not distinct from (select current_person())
      or event = 'session.ended' and person_id = (select owner_of_token()))
    and (cluster_id is null or cluster_id in (select cluster_id from clusters_in_sight())));
grant insert on letter to klyngerum_web;
create policy written_to_known_people on letter for insert to klyngerum_web
  with check (person_id in (select person_id from persons_in_sight()));
grant select on example_letter to klyngerum_web;
create policy shown_in_the_try_out on example_letter for select to klyngerum_web using (true);

-- The worker: spreads, references and letters.
grant select on cluster, practice, cluster_practice, practice_number, member, role_holding, person, person_address, source, source_answer,
  source_person, delivery, delivery_part, measurement, publication, spread, spread_contributor, spread_total, letter, address_change,
  figure_access to klyngerum_worker;
grant insert on spread, spread_contributor, spread_total, reference, sign_in_link, example_letter to klyngerum_worker;
grant update (state, refusal, finished_at) on publication to klyngerum_worker;
grant update (taken_down_at) on spread to klyngerum_worker;
grant update (practices, numerator, denominator, p10, p25, p50, p75, p90, tau_squared, overdispersion, made_at) on reference to klyngerum_worker;
grant update (sent_at, due_at, attempts, failure) on letter to klyngerum_worker;
do $$
declare t text;
begin
  foreach t in array array['cluster', 'practice', 'cluster_practice', 'practice_number', 'member', 'role_holding', 'person', 'person_address', 'source',
    'source_answer', 'source_person', 'delivery', 'delivery_part', 'publication', 'spread', 'spread_contributor', 'spread_total', 'letter',
    'address_change', 'figure_access'] loop
    execute format('create policy read_by_the_worker on %I for select to klyngerum_worker using (true)', t);
  end loop;
end $$;
-- One indicator at a time, so that no job reads more than its own subject.
create policy read_for_one_spread on measurement for select to klyngerum_worker
  using (indicator_key = nullif(current_setting('app.indicator', true), ''));
grant delete on spread, spread_contributor to klyngerum_worker;
create policy only_what_shows_nothing on spread for delete to klyngerum_worker using (version = 0);
create policy only_what_shows_nothing on spread_contributor for delete to klyngerum_worker
  using (spread_id in (select spread_id from spread where version = 0));
create policy published_by_the_worker on spread for insert to klyngerum_worker with check (true);
create policy taken_down_by_the_worker on spread for update to klyngerum_worker using (true);
create policy kept_by_the_worker on spread_contributor for insert to klyngerum_worker with check (true);
create policy kept_by_the_worker on spread_total for insert to klyngerum_worker with check (true);
create policy finished_by_the_worker on publication for update to klyngerum_worker using (true);
create policy computed_by_the_worker on reference for insert to klyngerum_worker with check (origin = 'computed');
create policy renewed_by_the_worker on reference for update to klyngerum_worker using (origin = 'computed');
create policy minted_by_the_worker on sign_in_link for insert to klyngerum_worker with check (true);
create policy sent_by_the_worker on letter for update to klyngerum_worker using (true);
create policy kept_by_the_worker on example_letter for insert to klyngerum_worker with check (true);
