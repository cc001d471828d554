-- Whoever placed dots in a vote hears once how it ended, with the weekly letter: nobody else learns who voted. Who closed
-- it has seen the result.

create function results_to_tell() returns table (topic_vote_id uuid, cluster_id uuid, person_id uuid, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct v.topic_vote_id, v.cluster_id, m.person_id, case when p.locale = 'en' then 'en' else 'da' end
    from topic_vote v join topic_dot d using (topic_vote_id) join member m using (member_id) join person p using (person_id)
    where v.closed_at > (select current_moment()) - interval '7 days'
      and exists (select from member now where now.cluster_id = v.cluster_id and now.person_id = m.person_id
        and now.valid @> (select current_day()))
      and not exists (select from journal j where j.event = 'topic_vote.closed' and j.subject = v.topic_vote_id::text
        and j.person_id = m.person_id)
      and not exists (select from letter l where l.kind = 'topic_vote_result' and l.person_id = m.person_id
        and l.facts ->> 'vote' = v.topic_vote_id::text)
    order by 1, 3
  $$;

-- What the letter tells: sums of a vote that has closed, never whose they are.
create function leading_topics(which uuid) returns table (sentence text, dots integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select t.sentence, sum(d.dots)::int from topic_vote v join topic_dot d using (topic_vote_id) join topic t on t.topic_id = d.topic_id
    where v.topic_vote_id = which and v.closed_at is not null
    group by t.topic_id, t.sentence order by 2 desc, t.sentence collate "da-x-icu", t.topic_id limit 3
  $$;
revoke execute on function results_to_tell(), leading_topics(uuid) from public;
grant execute on function results_to_tell(), leading_topics(uuid) to klyngerum_worker;

alter policy written_by_the_worker_to_a_person on letter
  with check (email is null and meeting_id is null and guest_id is null and person_id is not null and cluster_id is not null
    and kind in ('topic_vote', 'topic_vote_result', 'topic_outcome', 'week_ahead', 'digest'));
