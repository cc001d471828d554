-- What a practice's own page asks for: who of the clinic sees its figures, which sources it answers, whether
-- it has a key, and whom to tell when one more person sees them. All of it is told to the practice alone.

-- The people of the own practices: those who can see the figures, whichever cluster they came through, and
-- those of this cluster who wait. The address stands beside the name for those who confirm, since the name is
-- what the inviter typed, and the address is where the person really signs in.
create function colleagues_of_own_practices()
  returns table (practice_id uuid, member_id uuid, name text, kind text, email text, is_oneself boolean, invited_at timestamptz,
    opened_by text, confirmed_by_name text, opened_at timestamptz, ended_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.practice_id, m.member_id, p.name, m.kind,
      case when m.practice_id in (select practice_id from practices_to_decide_for()) then e.email end,
      m.person_id = current_person(), m.invited_at, a.opened_by, by_person.name, a.opened_at, a.ended_at
    from member m
    join person p using (person_id)
    left join person_address e using (person_id)
    left join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id
    left join member by_member on by_member.member_id = a.confirmed_by
    left join person by_person on by_person.person_id = by_member.person_id
    where m.practice_id in (select practice_id from own_practices()) and m.valid @> current_day()
      and (m.cluster_id = current_cluster() or a.ended_at is null and a.opened_at is not null)
  $$;

-- The doctors who decide for the practice of a member, so that they can be told that the member sees its figures.
-- Answered to that member once the figures are open, and to those doctors themselves.
create function doctors_to_tell_of(which uuid) returns table (person_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct m.person_id
    from member own
    join figure_access seen on seen.member_id = own.member_id and seen.ended_at is null
    join member m on m.practice_id = own.practice_id and m.cluster_id = own.cluster_id
      and m.kind = 'doctor' and m.valid @> current_day() and m.person_id <> own.person_id
    join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id and a.ended_at is null
    where own.member_id = which and own.cluster_id = current_cluster()
      and (own.person_id = current_person() or own.practice_id in (select practice_id from practices_to_decide_for()))
  $$;

-- The sources that serve this cluster today, and those that still hold a yes of an own practice, with the latest answer.
create function sources_of_own_practices()
  returns table (practice_id uuid, source_id uuid, name text, kind text, is_serving boolean,
    answer text, answered_by_name text, answered_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select o.practice_id, s.source_id, s.name, s.kind, serving.is_so, a.answer, p.name, a.answered_at
    from (select distinct practice_id from own_practices()) o
    cross join source s
    cross join lateral (
      select exists (select from source_cluster c
        where c.source_id = s.source_id and c.cluster_id = current_cluster() and c.valid @> current_day()) as is_so
    ) serving
    left join latest_source_answer a on a.practice_id = o.practice_id and a.source_id = s.source_id
    left join member m on m.member_id = a.answered_by
    left join person p on p.person_id = m.person_id
    where serving.is_so or a.answer = 'yes'
  $$;

-- When the key that works now was made, to anybody of the practice. The key itself stands nowhere.
create function own_practice_keys() returns table (practice_id uuid, made_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select k.practice_id, max(k.made_at) from practice_key k
    where k.ended_at is null
      and k.practice_id in (select practice_id from member m where m.person_id = current_person() and m.valid @> current_day())
    group by k.practice_id
  $$;

-- Who delivered, with how many indicators rather than how many figures.
drop function deliveries_of_own_figures();
create function deliveries_of_own_figures()
  returns table (practice_id uuid, delivery_id uuid, source_name text, deliverer_name text, state text, confirmed_at timestamptz,
    figures bigint, indicators bigint)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.practice_id, d.delivery_id, s.name, p.name, d.state, d.confirmed_at, count(*), count(distinct m.indicator_key)
    from measurement m join delivery d using (delivery_id) join source s using (source_id)
      left join person p on p.person_id = d.deliverer_id
    where m.practice_id in (select practice_id from own_practices()) and d.confirmed_at is not null
    group by m.practice_id, d.delivery_id, s.name, p.name, d.state, d.confirmed_at
  $$;

-- Taking out is the decision of those who decide for the practice. It waits for a publication that is being made of
-- its figures, and holds up the next one until the answer stands: otherwise a picture could appear after the no.
create or replace function take_down_spreads_of_practice(practice uuid, source uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare taken integer;
  begin
    if practice not in (select practice_id from practices_to_decide_for()) then return 0; end if;
    perform pg_advisory_xact_lock(hashtextextended(subject, 8)) from (
      select distinct c.cluster_id::text || m.indicator_key as subject
      from cluster_practice c join measurement m using (practice_id)
      where c.practice_id = take_down_spreads_of_practice.practice
      order by 1
    ) subjects;
    update spread s set taken_down_at = current_moment()
      from spread_contributor c
      where c.spread_id = s.spread_id and c.practice_id = practice and s.source_id = source and s.taken_down_at is null;
    get diagnostics taken = row_count;
    return taken;
  end $$;

grant execute on function colleagues_of_own_practices(), doctors_to_tell_of(uuid), sources_of_own_practices(), own_practice_keys(),
  deliveries_of_own_figures() to klyngerum_web;
