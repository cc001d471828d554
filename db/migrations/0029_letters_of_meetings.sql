-- Letters about meetings: to members, to guests, to a venue; grouped, muted, recalled, bounced.

alter table letter add column meeting_id uuid references meeting,
  add column guest_id uuid references guest,
  add column figure_order_id uuid references figure_order,
  -- Whom the receiver answers, when it is not the installation.
  add column reply_to_id uuid references person,
  -- Letters of one act, which are shown before and can be recalled together.
  add column round_id uuid,
  add column recalled_at timestamptz,
  -- Everything that may wait is told in one digest a week.
  add column is_for_digest boolean not null default false,
  add column bounced_at timestamptz;
create index on letter (meeting_id);
create index on letter (round_id);
drop index letters_to_send;
create index letters_to_send on letter (due_at) where sent_at is null and recalled_at is null;

-- Kinds of mail that a person wants no more of.
create table muted (
  person_id uuid not null references person,
  kind      text not null check (kind ~ '^[a-z_]+$'),
  muted_at  timestamptz not null,
  primary key (person_id, kind)
);
alter table muted enable row level security;
grant select, insert, delete on muted to klyngerum_web;
grant select on muted to klyngerum_worker;
create policy ones_own on muted for all to klyngerum_web
  using (person_id = (select current_person())) with check (person_id = (select current_person()));
create policy read_by_the_worker on muted for select to klyngerum_worker using (true);
-- By the link in the mail itself, for the kind that the link was made for.
create function mute_by_link() returns text language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare who uuid; what text;
  begin
    select m.person_id, l.about into who, what from current_link() l join member m on m.member_id = l.member_id where l.purpose = 'mute';
    if who is null then return null; end if;
    insert into muted (person_id, kind, muted_at) values (who, what, current_moment()) on conflict do nothing;
    return what;
  end $$;
create function unmute_by_link() returns text language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare what text;
  begin
    delete from muted using current_link() l join member m on m.member_id = l.member_id
      where l.purpose = 'mute' and muted.person_id = m.person_id and muted.kind = l.about returning muted.kind into what;
    return what;
  end $$;
grant execute on function mute_by_link(), unmute_by_link() to klyngerum_web;

-- Those who arrange see what became of the letters of their meetings: to whom, sent or not; never what a link is.
grant select (letter_id, kind, person_id, cluster_id, meeting_id, guest_id, figure_order_id, round_id, written_at, due_at, sent_at, recalled_at, failure, bounced_at, is_for_digest)
  on letter to klyngerum_web;
create policy followed_by_those_who_arrange on letter for select to klyngerum_web
  using (meeting_id is not null and cluster_id = (select current_cluster()) and (select arranges()));
create policy written_about_a_meeting on letter for insert to klyngerum_web
  with check (email is null and cluster_id = (select current_cluster()) and (select arranges()) and meeting_id is not null
    and exists (select from meeting m where m.meeting_id = letter.meeting_id and m.cluster_id = letter.cluster_id)
    and (person_id is null or person_id in (select person_id from persons_in_sight()))
    and (guest_id is null or exists (select from guest g where g.guest_id = letter.guest_id and g.meeting_id = letter.meeting_id)));
-- Recalled while it has not gone: that is the undo.
grant update (recalled_at) on letter to klyngerum_web;
create policy recalled_by_those_who_arrange on letter for update to klyngerum_web
  using (meeting_id is not null and sent_at is null and attempts = 0 and cluster_id = (select current_cluster()) and (select arranges()));
create policy written_by_the_worker on letter for insert to klyngerum_worker with check (email is null and meeting_id is not null);
grant update (bounced_at) on letter to klyngerum_worker;

-- Letters of example clusters never leave the machine, also those to guests and venues, who are no persons here.
alter table example_letter alter person_id drop not null, add column addressee text not null default '' check (length(addressee) <= 400);
