-- That somebody has placed dots is all that a letter about a vote needs to know; where they lie stays the giver's.
create function has_voted(vote uuid, who uuid) returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from topic_dot d join member m using (member_id) where d.topic_vote_id = vote and m.person_id = who)
  $$;
grant execute on function has_voted(uuid, uuid) to klyngerum_worker;
