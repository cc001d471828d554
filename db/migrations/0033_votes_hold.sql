-- A vote on topics holds: what can be voted for stands fixed, a ballot is one person's and never above its dots, and
-- a vote that has closed is over.

-- The memberships of whoever answers, ended ones too: who changes clinic keeps ballot, proposals and groups, and
-- nobody has two ballots.
create function own_memberships() returns table (member_id uuid) language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.member_id from member m
    join (select distinct cluster_id, person_id from answering()) a on a.cluster_id = m.cluster_id and a.person_id = m.person_id
  $$;
grant execute on function own_memberships() to klyngerum_web;

alter table topic
  add constraint planned_for_a_half_year check (state <> 'planned' or planned_for is not null),
  add constraint a_half_year_begins_it check (extract(day from planned_for) = 1 and extract(month from planned_for) in (1, 7));

-- Who of a clinic answers proposes, votes and helps; bought help and consultants look on.
alter policy proposed_in_own_name on topic
  with check (cluster_id = (select answering_cluster()) and state = 'proposed' and answer = '' and planned_for is null
    and package_key is null and merged_into is null and decided_at is null
    and proposer_id in (select member_id from answering() where practice_id is not null));
alter policy joined_by_oneself on topic_helper
  with check (cluster_id = (select answering_cluster())
    and member_id in (select member_id from answering() where practice_id is not null));
alter policy left_by_oneself on topic_helper using (member_id in (select member_id from own_memberships()));
-- A sentence that others are voting on stays as they read it.
alter policy changed_by_its_proposer on topic
  using (cluster_id = (select answering_cluster()) and state = 'proposed' and proposer_id in (select member_id from own_memberships())
    and not exists (select from topic_choice c where c.topic_id = topic.topic_id and is_open_vote(c.topic_vote_id)))
  with check (state in ('proposed', 'withdrawn') and answer = '' and planned_for is null and package_key is null
    and merged_into is null);

alter policy ones_own on topic_dot using (member_id in (select member_id from own_memberships()));
alter policy placed_while_open on topic_dot
  with check (member_id in (select member_id from answering() where practice_id is not null) and is_open_vote(topic_vote_id));
alter policy taken_back_while_open on topic_dot
  using (member_id in (select member_id from own_memberships()) and is_open_vote(topic_vote_id));
create function ballot_within_its_dots() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if (select sum(d.dots) from topic_dot d join member m using (member_id) where d.topic_vote_id = new.topic_vote_id
          and m.person_id = (select person_id from member where member_id = new.member_id))
       > (select dots from topic_vote where topic_vote_id = new.topic_vote_id) then
      raise exception using errcode = 'check_violation', constraint = 'ballot_within_its_dots', message = 'more dots than the vote gives';
    end if;
    return null;
  end $$;
create trigger it_stays_within_its_dots after insert on topic_dot for each row execute function ballot_within_its_dots();

-- Once the day has passed the result is told, so that no later day may be set; what is closed stays closed.
revoke update (closes_on) on topic_vote from klyngerum_web;
alter policy opened_by_those_who_lead on topic_vote
  with check (cluster_id = (select current_cluster()) and (select leads()) and closed_at is null
    and opened_at = (select current_moment()) and closes_on >= (select current_day()));
alter policy closed_by_those_who_lead on topic_vote
  with check (cluster_id = (select current_cluster()) and (select leads()) and closed_at = (select current_moment()));
-- What can be voted for is put up at the moment in which the vote opens.
alter policy put_up_by_those_who_lead on topic_choice
  with check (cluster_id = (select current_cluster()) and (select leads())
    and exists (select from topic_vote v where v.topic_vote_id = topic_choice.topic_vote_id and v.closed_at is null
      and v.opened_at = (select current_moment())));

-- Voters are persons.
create or replace function topic_result(which uuid) returns table (topic_id uuid, dots integer, voters integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.topic_id, coalesce(sum(d.dots), 0)::int, count(distinct m.person_id)::int
    from topic_vote v join topic_choice c using (topic_vote_id)
    left join topic_dot d on d.topic_vote_id = c.topic_vote_id and d.topic_id = c.topic_id
    left join member m on m.member_id = d.member_id
    where v.topic_vote_id = which and v.cluster_id = (select answering_cluster())
      and (v.closed_at is not null or v.closes_on < (select current_day()))
    group by c.topic_id
  $$;
create or replace function topic_turnout(which uuid) returns integer language sql stable security definer set search_path = public, pg_temp
  as $$
    select count(distinct m.person_id)::int from topic_vote v join topic_dot d using (topic_vote_id) join member m using (member_id)
    where v.topic_vote_id = which and v.cluster_id = (select answering_cluster())
  $$;
