-- Letters of a round are followed and recalled also when they are about no meeting: a vote on topics, say.
alter policy followed_by_those_who_arrange on letter
  using ((meeting_id is not null or round_id is not null) and cluster_id = (select current_cluster()) and (select arranges()));
alter policy recalled_by_those_who_arrange on letter
  using ((meeting_id is not null or round_id is not null) and sent_at is null and failure is null and attempts = 0
    and cluster_id = (select current_cluster()) and (select arranges()));

-- For the phone list of those whom no mail reaches: the number of the clinic, which its patients know anyway.
alter table practice add column phone text not null default '' check (phone ~ '^[0-9+ ]{0,20}$');
create function note_practice_phone(which uuid, number text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    if not arranges() then return false; end if;
    update practice set phone = number where practice_id = which
      and practice_id in (select practice_id from cluster_practice where cluster_id = current_cluster() and valid @> current_day());
    return found;
  end $$;
grant execute on function note_practice_phone(uuid, text) to klyngerum_web;
