-- Letters that tell of a delivery or a publication, the place where the example clusters lie, and the doors to them.

-- Codes that begin with a letter x are invented.
insert into region (region_code, name) values ('x1', 'Region Vestfjord (eksempel)');
insert into municipality (municipality_code, name) values ('x001', 'Vestfjord (eksempel)');
insert into municipality_region (municipality_code, region_code, valid) values ('x001', 'x1', '[2007-01-01,)');

-- Tells the doctors whose practices stand in a delivery that it is there: one letter each, with no figure in it,
-- and none the second time. The operator's tool calls it as it is.
create function tell_the_doctors(which uuid, message_host text) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare written uuid[];
  begin
    if exists (select from letter l where l.kind = 'figures_ready' and l.facts ->> 'delivery' = which::text) then return; end if;
    with doctors as (
      select distinct on (m.person_id) gen_random_uuid() as letter_id, m.person_id, m.cluster_id, p.name as practice, s.name as source
      from (select distinct practice_id from measurement where delivery_id = which) given
      join practice p using (practice_id)
      join member m on m.practice_id = p.practice_id and m.kind = 'doctor' and m.valid @> current_day()
      join delivery d on d.delivery_id = which and d.state = 'confirmed'
      join source s on s.source_id = d.source_id
      order by m.person_id, m.cluster_id
    ), letters as (
      insert into letter (letter_id, kind, person_id, cluster_id, facts, message_id, written_at, due_at)
      select letter_id, 'figures_ready', person_id, cluster_id,
        jsonb_build_object('delivery', which, 'practice', practice, 'source', source, 'target', '/c/' || cluster_id || '/practice'),
        format('<%s@%s>', letter_id, message_host), current_moment(), current_moment()
      from doctors returning letter_id
    )
    select array_agg(letter_id) into written from letters;
    -- A country's letters are left to the sweep, so that the delivery need not wait for so many jobs.
    if cardinality(written) <= 200 then
      perform queue.enqueue('send-letter', letter_id) from unnest(written) letter_id;
    end if;
  end $$;

-- The same for the source that confirms the delivery in this transaction; it learns neither who nor how many they are.
create function announce_delivery(which uuid, message_host text) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if exists (select from delivery d where d.delivery_id = which and d.state = 'confirmed'
      and d.source_id = current_source() and d.confirmed_at = current_moment())
    then perform tell_the_doctors(which, message_host); end if;
  end $$;
grant execute on function announce_delivery(uuid, text) to klyngerum_web;

-- The worker tells that a picture is up.
grant insert on letter to klyngerum_worker;
create policy told_by_the_worker on letter for insert to klyngerum_worker with check (kind = 'publication_done' and email is null);

-- Who stands behind an example address, for the doors of the try-out: a person, and where they belong today.
create function example_person(address text) returns table (person_id uuid, name text, cluster_id uuid, source_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.person_id, p.name,
      (select m.cluster_id from member m where m.person_id = p.person_id and m.valid @> current_day()
        order by m.invited_at, m.cluster_id limit 1),
      (select s.source_id from source_person s where s.person_id = p.person_id and s.valid @> current_day()
        order by s.source_id limit 1)
    from person_address a join person p using (person_id)
    where a.email = address and p.is_example
  $$;
grant execute on function example_person(text) to klyngerum_web;
