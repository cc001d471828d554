-- Links that open one page without a sign-in. A link is a capability: looking changes nothing, it is never used up,
-- and it dies by itself. It never opens a figure.

create table link (
  token_hash bytea primary key,
  cluster_id uuid not null references cluster,
  purpose    text not null check (purpose in ('member', 'guest', 'venue', 'feed', 'room', 'mute')),
  member_id  uuid,
  meeting_id uuid,
  guest_id   uuid,
  -- Which kind of letter is muted.
  about      text not null default '' check (about ~ '^[a-z_]*$'),
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  foreign key (cluster_id, member_id) references member (cluster_id, member_id),
  constraint of_a_member check ((purpose in ('member', 'feed', 'mute')) = (member_id is not null)),
  constraint of_a_guest check ((purpose = 'guest') = (guest_id is not null)),
  constraint of_a_meeting check (purpose not in ('venue', 'room') or meeting_id is not null)
);
create index on link (cluster_id, member_id);
create index on link (meeting_id);
alter table link enable row level security;

create function current_link() returns setof link language sql stable security definer set search_path = public, pg_temp
  as $$
    select * from link
    where token_hash = (select hash_of(nullif(current_setting('app.link', true), '')))
      and ended_at is null and expires_at > (select current_moment())
  $$;

-- As whom the transaction may answer in a cluster: a person who is signed in, or who holds a link of their own. A
-- membership that has ended answers nothing more.
create function answering() returns table (cluster_id uuid, member_id uuid, practice_id uuid, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.cluster_id, m.member_id, m.practice_id, m.person_id from member m
    where m.cluster_id = (select current_cluster()) and m.person_id = (select current_person()) and m.valid @> (select current_day())
    union
    select m.cluster_id, m.member_id, m.practice_id, m.person_id
    from current_link() l
    join member own on own.member_id = l.member_id and own.valid @> (select current_day())
    join member m on m.cluster_id = own.cluster_id and m.person_id = own.person_id and m.valid @> (select current_day())
    where l.purpose = 'member'
  $$;
create function answering_cluster() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select cluster_id from answering() limit 1 $$;
-- Who works in the same clinic today, oneself among them.
create function answering_clinic() returns table (member_id uuid) language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.member_id from member m
    join (select distinct cluster_id, practice_id, member_id from answering()) a
      on a.cluster_id = m.cluster_id and (a.practice_id = m.practice_id or a.member_id = m.member_id)
    where m.valid @> (select current_day())
  $$;
-- Their names, which a link may show.
create function clinic_people() returns table (member_id uuid, practice_id uuid, practice_name text, name text, kind text, is_self boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.member_id, m.practice_id, coalesce(pr.name, ''), p.name, m.kind, m.member_id in (select member_id from answering())
    from member m join person p using (person_id) left join practice pr on pr.practice_id = m.practice_id
    where m.member_id in (select member_id from answering_clinic())
  $$;
-- Whether the person who is signed in arranges the meetings of the cluster.
create function arranges() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select (select current_roles()) && array['coordinator', 'board', 'secretary'] $$;
-- Whether they lead it: what is taken up and what is agreed.
create function leads() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select (select current_roles()) && array['coordinator', 'board'] $$;

-- What a link opens, as the application is told it; it binds the transaction to the link and to nothing else.
create function enter_by_link(token text, moment timestamptz)
  returns table (purpose text, cluster_id uuid, cluster_name text, is_example boolean, member_id uuid, person_id uuid, name text,
    locale text, meeting_id uuid, guest_id uuid, about text, expires_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform set_config('app.link', coalesce(token, ''), true), set_config('app.token', '', true), set_config('app.cluster', '', true),
      set_config('app.source', '', true), set_config('app.now', moment::text, true);
    return query
      select l.purpose, l.cluster_id, c.name, c.is_example, l.member_id, p.person_id, p.name, p.locale, l.meeting_id, l.guest_id, l.about, l.expires_at
      from current_link() l join cluster c using (cluster_id)
      left join member m on m.member_id = l.member_id
      left join person p on p.person_id = m.person_id
      where l.member_id is null or m.valid @> current_day() or l.purpose = 'mute';
  end $$;

-- For the page of a link that opens nothing any more: whose cluster it was, so that the page can say whom to ask.
create function cluster_of_old_link(token text) returns text language sql stable security definer set search_path = public, pg_temp
  as $$ select c.name from link l join cluster c using (cluster_id) where l.token_hash = hash_of(token) $$;

create function linked_person() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select m.person_id from current_link() l join member m on m.member_id = l.member_id $$;
create function linked_cluster() returns uuid language sql stable security definer set search_path = public, pg_temp
  as $$ select cluster_id from current_link() $$;

grant execute on function answering(), answering_cluster(), answering_clinic(), clinic_people(), arranges(), leads(),
  enter_by_link(text, timestamptz), cluster_of_old_link(text), linked_person(), linked_cluster() to klyngerum_web;
grant execute on function enter_by_link(text, timestamptz) to klyngerum_worker;

-- What somebody did through a link stands in the journal under their name; a guest's under none.
create policy written_through_a_link on journal for insert to klyngerum_web
  with check (cluster_id = (select linked_cluster()) and person_id is not distinct from (select linked_person()));

-- The worker makes links, with the letter that carries them, and ends those of an earlier round.
grant select, insert, update (ended_at, expires_at) on link to klyngerum_worker;
create policy made_by_the_worker on link for all to klyngerum_worker using (true) with check (true);
