-- What goes out about meetings: digests, answers to whoever acted, calendars that are followed, and a link on paper.

-- A letter that was told of in a digest names it.
alter table letter add column digest_id uuid references letter;
create index on letter (digest_id) where digest_id is not null;
create index letters_for_digests on letter (person_id, due_at)
  where is_for_digest and digest_id is null and sent_at is null and failure is null and recalled_at is null;
grant select (attempts) on letter to klyngerum_web;
grant update (digest_id) on letter to klyngerum_worker;

-- Whatever lets a letter in, web writes it unsent, has it answered to whoever writes it, and ties it to a meeting, a
-- guest and an order of the cluster that it is in.
create policy written_unsent_and_in_own_name on letter as restrictive for insert to klyngerum_web
  with check (sent_at is null and failure is null and bounced_at is null and recalled_at is null and digest_id is null and attempts = 0
    and (reply_to_id is null or reply_to_id = (select current_person()))
    and (guest_id is null or meeting_id is not null)
    and (meeting_id is null or cluster_id = (select current_cluster()) and (select arranges())
      and exists (select from meeting m where m.meeting_id = letter.meeting_id and m.cluster_id = letter.cluster_id))
    and (figure_order_id is null or exists (select from figure_order f
      where f.figure_order_id = letter.figure_order_id and f.cluster_id = letter.cluster_id)));

create policy written_by_the_worker_to_a_person on letter for insert to klyngerum_worker
  with check (email is null and meeting_id is null and guest_id is null and person_id is not null and cluster_id is not null
    and kind in ('topic_vote', 'topic_outcome', 'week_ahead', 'digest'));

-- One's own calendar: a link that lists the meetings of one cluster to whoever has it, until it is ended.
create function end_calendar() returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update link set ended_at = current_moment()
      where purpose = 'feed' and ended_at is null
        and member_id in (select member_id from member where cluster_id = current_cluster() and person_id = current_person());
    return found;
  end $$;
create function make_calendar(token text) returns boolean language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare own uuid;
  begin
    select m.member_id into own from member m
      where m.cluster_id = current_cluster() and m.person_id = current_person() and m.valid @> current_day()
      order by m.invited_at, m.member_id limit 1;
    if own is null or length(token) < 40 then return false; end if;
    perform end_calendar();
    insert into link (token_hash, cluster_id, purpose, member_id, made_at, expires_at)
      values (hash_of(token), current_cluster(), 'feed', own, current_moment(), current_moment() + interval '2 years');
    return true;
  end $$;
create function own_calendar() returns table (made_at timestamptz, expires_at timestamptz) language sql stable security definer set search_path = public, pg_temp
  as $$
    select l.made_at, l.expires_at from link l join member m on m.member_id = l.member_id
    where l.purpose = 'feed' and l.ended_at is null and l.expires_at > (select current_moment())
      and m.cluster_id = (select current_cluster()) and m.person_id = (select current_person())
  $$;
-- The meetings that the holder of such a link is asked to, or that are everybody's; called off ones stay, so that a
-- calendar takes them out.
create function calendar_meetings() returns table (meeting_id uuid, cluster_id uuid, title text, state text, held_on date, starts_at time, minutes integer,
    place text, address text, online_url text, calendar_sequence integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.meeting_id, m.cluster_id, m.title, m.state, m.held_on, m.starts_at, m.minutes, m.place, m.address, m.online_url, m.calendar_sequence
    from current_link() l
    join member own on own.member_id = l.member_id and own.valid @> (select current_day())
    join meeting m on m.cluster_id = l.cluster_id
    where l.purpose = 'feed' and m.held_on > (select current_day()) - 400 and m.state in ('reserved', 'confirmed', 'held', 'closed', 'cancelled')
      and (m.kind not in ('board', 'pre_meeting') or exists (select from invitation i join member asked on asked.member_id = i.member_id
        where i.meeting_id = m.meeting_id and asked.person_id = own.person_id))
    order by m.held_on, m.starts_at, m.meeting_id
  $$;

-- A link to the own page, to be handed over on paper to somebody whom a letter about the meeting could not reach. It is
-- made for nobody else: whoever has it answers in that person's name.
create function hand_over_link(which_meeting uuid, which_member uuid, token text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare until timestamptz;
  begin
    if not arranges() or length(token) < 40 then return false; end if;
    select coalesce((m.held_on + 15)::timestamp at time zone 'Europe/Copenhagen', current_moment() + interval '60 days') into until
      from meeting m join member who on who.member_id = which_member and who.cluster_id = m.cluster_id and who.valid @> current_day()
      where m.meeting_id = which_meeting and m.cluster_id = current_cluster()
        and exists (select from letter l where l.meeting_id = m.meeting_id and l.person_id = who.person_id
          and (l.bounced_at is not null or l.failure ~ '^smtp_5|^(bad_address|no_address|gave_up)$'));
    if until is null or until <= current_moment() then return false; end if;
    update link set ended_at = current_moment()
      where purpose = 'member' and about = 'handed_over' and member_id = which_member and meeting_id = which_meeting and ended_at is null;
    insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, about, made_at, expires_at)
      values (hash_of(token), current_cluster(), 'member', which_member, which_meeting, 'handed_over', current_moment(), until);
    return true;
  end $$;

grant execute on function make_calendar(text), end_calendar(), own_calendar(), calendar_meetings(), hand_over_link(uuid, uuid, text) to klyngerum_web;
