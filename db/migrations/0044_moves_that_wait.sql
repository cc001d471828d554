-- The letters that wait to tell of a meeting's new day or place, for those who arrange it: whether they tell of the
-- place alone. What else a letter holds stays unread.
create function waiting_moves(which uuid) returns table (letter_id uuid, is_place_alone boolean) language sql stable security definer set search_path = public, pg_temp
  as $$
    select l.letter_id, coalesce(l.facts ->> 'change' = 'place', false) from letter l
    where l.meeting_id = which and l.cluster_id = (select current_cluster()) and (select arranges())
      and l.kind in ('meeting_moved', 'guest_moved') and l.recalled_at is null and l.sent_at is null and l.failure is null
      and l.attempts = 0 and l.due_at > (select current_moment())
  $$;
grant execute on function waiting_moves(uuid) to klyngerum_web;
