-- Practices count for themselves. A cluster has one source of its own kind for it, through which nobody delivers by
-- file: a figure comes in by a function that looks at who counts, for which practice, and of what.

alter table source drop constraint source_kind_check;
alter table source add constraint source_kind_check
  check (kind in ('quality_unit', 'region', 'kiap', 'municipality', 'coordinator', 'own_count'));
alter table source drop constraint a_coordinator_vouches_for_nobody;
alter table source add constraint a_coordinator_vouches_for_nobody
  check (not (is_trusted and kind in ('coordinator', 'own_count')));
alter table source drop constraint own_cluster_for_a_coordinator;
alter table source add constraint own_cluster_for_a_coordinator
  check ((kind in ('coordinator', 'own_count')) = (cluster_id is not null));
create unique index one_source_of_own_counts_per_cluster on source (cluster_id) where kind = 'own_count';

-- Nobody acts as that source, makes it by hand, or takes it to another cluster.
create or replace function own_sources() returns table (source_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.source_id from source_person p join source s using (source_id)
    where p.person_id = current_person() and p.valid @> current_day() and s.kind <> 'own_count'
      and (s.kind <> 'coordinator' or coordinates(s.cluster_id))
  $$;
create or replace function is_new_source(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select not exists (select from source_person where source_id = which)
      and not exists (select from source where source_id = which and (is_trusted or kind = 'own_count'))
  $$;
alter policy made_by_a_coordinator on source
  with check ('coordinator' = any ((select current_roles())::text[]) and not is_trusted and kind <> 'own_count'
    and is_example = (select is_example_cluster()) and (cluster_id is null or cluster_id = (select current_cluster())));
create function is_own_count(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from source where source_id = which and kind = 'own_count') $$;
alter policy invited_by_a_coordinator on source_cluster
  with check (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]) and not is_own_count(source_id));
alter policy ended_by_a_coordinator on source_cluster
  using (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]) and not is_own_count(source_id));
create or replace function clusters_of_source(which uuid) returns table (cluster_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.cluster_id from source_cluster c join source s using (source_id)
    where c.source_id = which and c.valid @> current_day()
      and (s.kind not in ('coordinator', 'own_count') or c.cluster_id = s.cluster_id)
  $$;

-- That somebody counted is for those who lead the cluster to know, and for the practice; not for every member.
create or replace function deliveries_to_cluster() returns table (delivery_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct p.delivery_id from delivery_part p
    join delivery d using (delivery_id) join source s using (source_id)
    where p.cluster_id = current_cluster()
      and case when s.kind = 'own_count' then current_roles() && array['coordinator', 'board']
        else current_roles() && array['member', 'coordinator', 'board', 'treasurer'] end
  $$;
alter policy counted_for_both on delivery_part
  using (cluster_id = (select current_cluster()) and delivery_id in (select delivery_id from deliveries_to_cluster())
    or delivery_id in (select delivery_id from deliveries_of_source()));

-- Who counts for a practice. Once somebody has opened its figures, by its key or through a colleague, those who see
-- them; until then its doctors, of whom each sees what they themselves have counted and nothing else.
create function is_opened(which uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from figure_access where practice_id = which) $$;
create function counting_for() returns table (practice_id uuid, member_id uuid, decides boolean, sees boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.practice_id, m.member_id, m.kind = 'doctor', o.practice_id is not null
    from member m
    join cluster_practice c on c.cluster_id = m.cluster_id and c.practice_id = m.practice_id and c.valid @> current_day()
    left join practices_opened_by(current_person()) o on o.cluster_id = m.cluster_id and o.practice_id = m.practice_id
    where m.cluster_id = current_cluster() and m.person_id = current_person() and m.valid @> current_day()
      and (o.practice_id is not null or m.kind = 'doctor' and not is_opened(m.practice_id))
  $$;

-- What has been counted for those practices, newest first: the one that counts of each period, and the numbers where
-- the reader may see them.
create function own_counts() returns table (practice_id uuid, delivery_id uuid, indicator_key text, period_from date, period_until date,
    numerator numeric, denominator numeric, value numeric, counted_by text, is_own boolean, is_shown boolean, may_withdraw boolean, counted_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct on (m.practice_id, m.indicator_key, m.period_from, m.period_until)
      m.practice_id, d.delivery_id, m.indicator_key, m.period_from, m.period_until,
      case when shown.is_so then m.numerator end, case when shown.is_so then m.denominator end, case when shown.is_so then m.value end,
      coalesce(p.name, ''), d.deliverer_id is not distinct from current_person(), shown.is_so,
      d.deliverer_id is not distinct from current_person() or c.sees and c.decides, d.confirmed_at
    from counting_for() c
    join measurement m on m.practice_id = c.practice_id
    join delivery d on d.delivery_id = m.delivery_id and d.state = 'confirmed'
    join source s on s.source_id = d.source_id and s.kind = 'own_count'
    left join person p on p.person_id = d.deliverer_id
    cross join lateral (select c.sees or d.deliverer_id is not distinct from current_person() as is_so) shown
    order by m.practice_id, m.indicator_key, m.period_from, m.period_until, d.confirmed_at desc, d.delivery_id
  $$;

-- The yes or no that binds a figure: that of the practice, and of the doctor who counted it. Another who has not opened
-- the figures cannot say yes for it, since nobody but the list of members vouches for them.
create function own_count_answer(practice uuid, source uuid, counter uuid) returns text
  language sql stable set search_path = public, pg_temp
  as $$
    select a.answer from source_answer a left join member m on m.member_id = a.answered_by
    where a.practice_id = practice and a.source_id = source
      and (m.member_id is null or m.person_id = counter or exists (select from figure_access f where f.member_id = m.member_id))
    order by a.answered_at desc limit 1
  $$;

-- The cluster's source of own counts, and what the reader's own answer for each practice is.
create function own_count_answers() returns table (practice_id uuid, source_id uuid, answer text, answered_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.practice_id, s.source_id, own_count_answer(c.practice_id, s.source_id, current_person()),
      (select max(a.answered_at) from source_answer a where a.practice_id = c.practice_id and a.source_id = s.source_id)
    from counting_for() c join source s on s.cluster_id = current_cluster() and s.kind = 'own_count'
  $$;

create function source_of_own_counts(new_source uuid, source_name text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare own uuid; home cluster;
  begin
    select * into home from cluster where cluster_id = current_cluster();
    if home.cluster_id is null or not exists (select from counting_for()) then return null; end if;
    insert into source (source_id, name, kind, cluster_id, is_example, created_at)
      values (new_source, source_name, 'own_count', home.cluster_id, home.is_example, current_moment())
      on conflict (cluster_id) where kind = 'own_count' do nothing;
    select source_id into own from source where cluster_id = home.cluster_id and kind = 'own_count';
    insert into source_cluster (source_id, cluster_id, is_example, valid)
      select own, home.cluster_id, home.is_example, daterange(current_day(), null)
      where not exists (select from source_cluster c
        where c.source_id = own and c.cluster_id = home.cluster_id and c.valid @> current_day());
    return own;
  end $$;

-- A no takes down what the practice stands in, and holds up a picture that is being made, as an answer to any source.
create function take_down_own_counts(practice uuid, source uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(subject, 8)) from (
      select distinct current_cluster()::text || m.indicator_key as subject from measurement m
      where m.practice_id = practice order by 1
    ) subjects;
    update spread s set taken_down_at = current_moment()
      from spread_contributor c
      where c.spread_id = s.spread_id and c.practice_id = practice and s.source_id = source and s.taken_down_at is null;
  end $$;
create function answer_own_counts(practice uuid, said text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare counter record; own record;
  begin
    select * into counter from counting_for() where practice_id = practice and decides;
    select * into own from own_count_answers() where practice_id = practice;
    if counter.member_id is null or own.source_id is null or said not in ('yes', 'no') then return false; end if;
    insert into source_answer (practice_id, source_id, answer, answered_by, answered_at)
      values (practice, own.source_id, said, counter.member_id, greatest(current_moment(), own.answered_at + interval '1 millisecond'));
    if said = 'no' then perform take_down_own_counts(practice, own.source_id); end if;
    return true;
  end $$;

-- Keeps what somebody counted for their practice as a delivery of its own, confirmed at once. Answers `kept`, or why not.
create function keep_own_count(delivery uuid, practice uuid, key text, from_day date, until_day date, counted numeric, of_all numeric)
  returns text
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare counter record; what jsonb; own uuid; other record;
  begin
    select * into counter from counting_for() where practice_id = practice;
    if counter.member_id is null then return 'not_yours_to_count'; end if;
    select definition into what from indicator where indicator_key = key and (definition ->> 'isOwnCount')::boolean;
    if what is null then return 'not_an_own_count'; end if;
    select source_id into own from source where cluster_id = current_cluster() and kind = 'own_count';
    if own is null then return 'not_yours_to_count'; end if;
    if from_day > until_day or until_day > current_day() or from_day < until_day - 1830
      or counted < 0 or counted <> trunc(counted) or counted > 1000000
      or what ->> 'kind' <> 'count' and (of_all is null or of_all < 0 or of_all <> trunc(of_all) or of_all > 1000000)
      or what ->> 'kind' = 'count' and of_all is not null
      or what ->> 'kind' = 'proportion' and counted > of_all
      or of_all = 0 and counted > 0
    then return 'cannot_be'; end if;
    -- One at a time for each practice, so that two colleagues cannot both be the first.
    perform pg_advisory_xact_lock(hashtextextended(practice::text, 15));
    select * into other from own_counts() c
      where c.practice_id = practice and c.indicator_key = key and c.period_from = from_day and c.period_until = until_day;
    if not counter.sees and other.delivery_id is not null and not other.is_own and exists (
      select from delivery d join member m on m.person_id = d.deliverer_id and m.practice_id = practice
        and m.kind = 'doctor' and m.valid @> current_day()
      where d.delivery_id = other.delivery_id) then return 'counted_by_colleague'; end if;
    insert into delivery (delivery_id, source_id, deliverer_id, state, file_hash, file_bytes, extracted_on,
        row_count, figure_count, practice_count, started_at, confirmed_at)
      values (delivery, own, current_person(), 'confirmed', sha256(convert_to(delivery::text, 'UTF8')), 0, current_day(),
        1, 1, 1, current_moment(), greatest(current_moment(), other.counted_at + interval '1 millisecond'));
    insert into measurement (delivery_id, practice_id, indicator_key, period_from, period_until, numerator, denominator, value, missing, line)
      values (delivery, practice, key, from_day, until_day, counted, of_all,
        case when what ->> 'kind' = 'count' then counted when of_all > 0 then (what ->> 'scale')::numeric * counted / of_all end,
        case when of_all = 0 then 'empty' end, 1);
    insert into delivery_part (delivery_id, cluster_id, indicator_key, period_from, period_until, practices)
      values (delivery, current_cluster(), key, from_day, until_day, 1);
    return 'kept';
  end $$;

-- Takes back what was counted of an indicator and a period, with what it once corrected, and every picture it stands in.
create function withdraw_own_count(which uuid) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare own record; home uuid;
  begin
    select * into own from own_counts() where delivery_id = which and may_withdraw;
    if own.delivery_id is null then return false; end if;
    select source_id into home from delivery where delivery_id = which;
    perform pg_advisory_xact_lock(hashtextextended(home::text, 9));
    with gone as (
      update delivery d set state = 'withdrawn', withdrawn_at = current_moment(), withdrawn_by = current_person()
        from measurement m
        where m.delivery_id = d.delivery_id and m.practice_id = own.practice_id and m.indicator_key = own.indicator_key
          and m.period_from = own.period_from and m.period_until = own.period_until
          and d.source_id = home and d.state = 'confirmed'
        returning d.delivery_id
    )
    update spread s set taken_down_at = current_moment()
      from spread_contributor c join gone using (delivery_id)
      where c.spread_id = s.spread_id and s.taken_down_at is null;
    return true;
  end $$;

-- That a practice has counted, for those who lead. Whether its yes stands beside it is not told: elsewhere they are
-- told who has counted, and the difference would be the no.
create or replace function contributing_practices(key text, from_day date, until_day date, source uuid)
  returns table (practice_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select cp.practice_id from cluster_practice cp
    where cp.cluster_id = current_cluster() and cp.valid @> current_day()
      and current_roles() && array['coordinator', 'board']
      and exists (
        select from measurement m join delivery d using (delivery_id)
        where m.practice_id = cp.practice_id and m.indicator_key = key and m.period_from = from_day
          and m.period_until = until_day and d.source_id = source and d.state = 'confirmed')
      and (is_own_count(source)
        or (select a.answer from source_answer a where a.practice_id = cp.practice_id and a.source_id = source
           order by answered_at desc limit 1) = 'yes')
  $$;

grant execute on function is_own_count(uuid), counting_for(), own_counts(), own_count_answers(), source_of_own_counts(uuid, text),
  answer_own_counts(uuid, text), keep_own_count(uuid, uuid, text, date, date, numeric, numeric), withdraw_own_count(uuid) to klyngerum_web;
grant execute on function own_count_answer(uuid, uuid, uuid) to klyngerum_worker;
