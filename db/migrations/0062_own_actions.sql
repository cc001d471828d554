-- Whoever took on an action says themselves that it is done, or that it is not after all; signed in or by the link of a
-- mail. Nothing else of it is theirs to change.
create function settle_own_action(which uuid, is_done boolean) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update resolution r set done_at = case when is_done then current_moment() end
      from meeting m
      where r.resolution_id = which and r.kind = 'action' and m.meeting_id = r.meeting_id and m.state in ('held', 'closed')
        and r.owner_id in (select a.member_id from answering() a) and (r.done_at is null) = is_done;
    return found;
  end $$;
revoke execute on function settle_own_action(uuid, boolean) from public;
grant execute on function settle_own_action(uuid, boolean) to klyngerum_web;
