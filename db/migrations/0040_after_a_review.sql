-- What a look with fresh eyes found open.

-- Once an address has moved, nothing that went to the old one signs anybody in or answers for them.
create or replace function take_address(link text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare who uuid;
  begin
    update sign_in_link set used_at = current_moment()
      where token_hash = hash_of(link) and purpose = 'take_address' and used_at is null and expires_at > current_moment()
      returning person_id into who;
    if who is null then return false; end if;
    update person_address a set email = c.email from address_change c
      where a.person_id = who and c.person_id = who and c.released_at is not null
        and not exists (select from person_address o where o.email = c.email);
    if not found then return false; end if;
    delete from address_change where person_id = who;
    update sign_in_link set used_at = current_moment() where person_id = who and purpose = 'sign_in' and used_at is null;
    update link l set ended_at = current_moment() from member m
      where m.member_id = l.member_id and m.person_id = who and l.purpose in ('member', 'mute') and l.ended_at is null;
    return true;
  end $$;

-- A temporary table or view outlives its transaction on a connection that the next person gets. So web makes none of
-- its own: the one that a delivery needs is made for it.
create function stage_figures() returns void language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    create temporary table staged_figure (practice_id text, cluster_id text, indicator_key text, period_from text, period_until text,
      numerator text, denominator text, value text, missing text, line text) on commit drop;
    grant select, insert on staged_figure to klyngerum_web;
  end $$;
grant execute on function stage_figures() to klyngerum_web;
do $$
begin
  execute format('revoke temporary on database %I from public', current_database());
end $$;

-- Whoever writes a letter is who is answered.
alter policy written_to_known_people on letter
  with check (person_id in (select person_id from persons_in_sight()) and email is null and meeting_id is null and guest_id is null
    and figure_order_id is null and (reply_to_id is null or reply_to_id = (select current_person())));
alter policy written_about_a_meeting on letter
  with check (email is null and cluster_id = (select current_cluster()) and (select arranges()) and meeting_id is not null
    and exists (select from meeting m where m.meeting_id = letter.meeting_id and m.cluster_id = letter.cluster_id)
    and (person_id is null or person_id in (select person_id from persons_in_sight()))
    and (guest_id is null or exists (select from guest g where g.guest_id = letter.guest_id and g.meeting_id = letter.meeting_id))
    and (figure_order_id is null or exists (select from figure_order o where o.figure_order_id = letter.figure_order_id and o.meeting_id = letter.meeting_id))
    and (reply_to_id is null or reply_to_id = (select current_person())));

create trigger it_ends_once before update of valid on cluster_practice for each row execute function only_ever_shorter();
create trigger it_ends_once before update of valid on source_cluster for each row execute function only_ever_shorter();

update publication set refusal = 'waits_for_next_period' where refusal = 'nothing_new';
