-- A questionnaire is asked in rounds. Who has answered stands in one table by the day, what was answered in another,
-- and nothing leads from one to the other: an answer is sealed to a key of which the worker alone has the other half, in
-- a file, and lies so until the round closes. Then all answers of the round are opened at once, taken apart question by
-- question, shuffled and written in one transaction; the sealed ones and the key are gone after it.

create table questionnaire_round (
  cluster_id             uuid not null references cluster,
  questionnaire_round_id uuid not null default gen_random_uuid() primary key,
  meeting_id             uuid not null,
  purpose                text not null check (purpose in ('topic', 'evaluation')),
  definition             jsonb not null check (jsonb_typeof(definition) = 'object' and length(definition::text) <= 200000),
  -- Whether the coordinator sees who answered what.
  is_named               boolean not null default false,
  is_wellbeing           boolean not null default false,
  -- Which of the members: doctors with those in training, everybody of the clinics, whoever was at the meeting, none.
  asks                   text not null default 'doctors' check (asks in ('doctors', 'everybody', 'attendees', 'nobody')),
  -- Whose people are asked as well.
  partner_id             uuid,
  -- The earlier round that this one repeats.
  follows_id             uuid,
  opens_on               date,
  -- The last day on which to answer.
  closes_on              date,
  moves_with_meeting     boolean not null default false,
  opens_days             integer not null default -28,
  closes_days            integer not null default -5,
  state                  text not null default 'planned' check (state in ('planned', 'open', 'counted', 'dropped', 'taken_back')),
  public_key             bytea check (length(public_key) = 32),
  planned_at             timestamptz not null,
  opened_at              timestamptz,
  counted_on             date,
  unique (cluster_id, questionnaire_round_id),
  foreign key (cluster_id, meeting_id) references meeting (cluster_id, meeting_id),
  foreign key (cluster_id, partner_id) references partner (cluster_id, partner_id),
  foreign key (cluster_id, follows_id) references questionnaire_round (cluster_id, questionnaire_round_id),
  constraint asks_somebody check (asks <> 'nobody' or partner_id is not null),
  constraint wellbeing_is_never_named check (not (is_named and is_wellbeing)),
  constraint closes_after_it_opens check (opens_on <= closes_on),
  constraint sealed_when_open check (state <> 'open' or is_named or public_key is not null),
  constraint opened_at_some_time check (state in ('planned', 'taken_back') or opened_at is not null),
  constraint counted_on_some_day check ((state = 'counted') = (counted_on is not null))
);
create index on questionnaire_round (meeting_id);
create index on questionnaire_round (cluster_id);
create index rounds_under_way on questionnaire_round (state) where state in ('planned', 'open');

-- What is asked, of whom and whether with names stands fast once it is open, for everybody.
create function keep_what_is_asked() returns trigger language plpgsql set search_path = public, pg_temp
  as $$
  begin
    if old.state <> 'planned' and (old.definition, old.is_named, old.is_wellbeing, old.asks, old.partner_id, old.follows_id, old.purpose, old.public_key)
        is distinct from (new.definition, new.is_named, new.is_wellbeing, new.asks, new.partner_id, new.follows_id, new.purpose, new.public_key)
      or old.state in ('counted', 'dropped', 'taken_back') and old.state <> new.state
    then raise exception 'a round that is open stands fast' using errcode = 'check_violation', constraint = 'stands_fast'; end if;
    return new;
  end $$;
revoke execute on function keep_what_is_asked() from public;
create trigger stands_fast before update on questionnaire_round for each row execute function keep_what_is_asked();

-- Days that nobody chose go with the meeting; of a round that is open only the last day does, and never into the past.
create function move_rounds_with_meeting() returns trigger language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    update questionnaire_round set opens_on = new.held_on + opens_days, closes_on = new.held_on + closes_days
      where meeting_id = new.meeting_id and state = 'planned' and moves_with_meeting;
    update questionnaire_round set closes_on = new.held_on + closes_days
      where meeting_id = new.meeting_id and state = 'open' and moves_with_meeting and closes_on >= current_day()
        and new.held_on + closes_days >= greatest(current_day(), opens_on);
    return null;
  end $$;
revoke execute on function move_rounds_with_meeting() from public;
create trigger rounds_go_with_it after update of held_on on meeting for each row
  when (old.held_on is distinct from new.held_on) execute function move_rounds_with_meeting();

-- Who is asked, and by the day whether they have answered. Nothing here leads to what they answered.
create table respondent (
  cluster_id             uuid not null,
  respondent_id          uuid not null default gen_random_uuid() primary key,
  questionnaire_round_id uuid not null,
  member_id              uuid,
  partner_person_id      uuid,
  asked_on               date not null,
  answered_on            date,
  reminded_on            date,
  unique (cluster_id, respondent_id),
  unique (questionnaire_round_id, member_id),
  unique (questionnaire_round_id, partner_person_id),
  foreign key (cluster_id, questionnaire_round_id) references questionnaire_round (cluster_id, questionnaire_round_id),
  foreign key (cluster_id, member_id) references member (cluster_id, member_id),
  foreign key (cluster_id, partner_person_id) references partner_person (cluster_id, partner_person_id),
  constraint one_of_the_two check ((member_id is null) <> (partner_person_id is null))
);
create index on respondent (member_id);
create index on respondent (partner_person_id);

-- Begun and not sent; readable with the key that is in the link it was begun by, and gone when it is sent.
create table answer_draft (
  cluster_id    uuid not null,
  respondent_id uuid not null primary key,
  sealed        bytea not null check (length(sealed) between 64 and 400000),
  saved_on      date not null,
  foreign key (cluster_id, respondent_id) references respondent (cluster_id, respondent_id) on delete cascade
);

-- Sent, and not yet opened. All of a round are of one length.
create table sealed_response (
  cluster_id             uuid not null,
  sealed_response_id     uuid not null default gen_random_uuid() primary key,
  questionnaire_round_id uuid not null,
  sealed                 bytea not null check (length(sealed) between 64 and 400000),
  foreign key (cluster_id, questionnaire_round_id) references questionnaire_round (cluster_id, questionnaire_round_id)
);
alter table sealed_response alter column sealed set storage external;
create index on sealed_response (questionnaire_round_id);

-- Opened: each answer by itself. What one person answered to two questions stands in no row together; a tag, made of a
-- code that a member keeps, ties the answer to one question to the same member's answer to it a round later.
create table anonymous_answer (
  cluster_id             uuid not null,
  questionnaire_round_id uuid not null,
  party                  text not null check (party in ('member', 'partner')),
  question_key           text not null,
  answer                 jsonb not null,
  pair_tag               bytea check (length(pair_tag) = 32),
  foreign key (cluster_id, questionnaire_round_id) references questionnaire_round (cluster_id, questionnaire_round_id)
);
create index on anonymous_answer (questionnaire_round_id);

-- Answers in words, each by itself; everybody of the cluster reads those that the coordinator has let out.
create table text_answer (
  cluster_id             uuid not null,
  text_answer_id         uuid not null default gen_random_uuid() primary key,
  questionnaire_round_id uuid not null,
  party                  text not null check (party in ('member', 'partner')),
  question_key           text not null,
  answer                 text not null check (length(answer) between 1 and 4000),
  is_released            boolean not null default false,
  foreign key (cluster_id, questionnaire_round_id) references questionnaire_round (cluster_id, questionnaire_round_id)
);
create index on text_answer (questionnaire_round_id);

-- Of a round with names: who answered what, until it closes to be changed.
create table named_answer (
  cluster_id    uuid not null,
  respondent_id uuid not null,
  question_key  text not null,
  answer        jsonb not null,
  given_at      timestamptz not null,
  primary key (respondent_id, question_key),
  foreign key (cluster_id, respondent_id) references respondent (cluster_id, respondent_id)
);

-- What may be shown, frozen when the round is counted: distributions, and against the round before what has changed.
create table questionnaire_result (
  cluster_id             uuid not null,
  questionnaire_round_id uuid not null,
  party                  text not null check (party in ('member', 'partner')),
  result                 jsonb not null,
  changes                jsonb,
  primary key (questionnaire_round_id, party),
  foreign key (cluster_id, questionnaire_round_id) references questionnaire_round (cluster_id, questionnaire_round_id)
);

-- A link of one of a partner's people, to one round.
alter table link add column respondent_id uuid,
  add foreign key (cluster_id, respondent_id) references respondent (cluster_id, respondent_id),
  drop constraint link_purpose_check,
  add constraint link_purpose_check check (purpose in ('member', 'guest', 'venue', 'feed', 'room', 'mute', 'respondent')),
  add constraint of_a_respondent check ((purpose = 'respondent') = (respondent_id is not null));
alter table letter add column questionnaire_round_id uuid references questionnaire_round,
  add column respondent_id uuid references respondent;
create index on letter (respondent_id) where respondent_id is not null;
grant select (questionnaire_round_id, respondent_id), insert (questionnaire_round_id, respondent_id) on letter to klyngerum_web;

-- As whom the transaction may answer questionnaires: a member who is signed in or holds a link that was mailed, or one of
-- a partner's people. A link on paper has been seen by those who arrange, and opens none.
create function own_respondents() returns setof respondent language sql stable security definer set search_path = public, pg_temp
  as $$
    select r.* from respondent r join answering() a on a.member_id = r.member_id
      where not (select is_on_paper())
    union all
    select r.* from current_link() l join respondent r on r.respondent_id = l.respondent_id
      join partner_person p on p.partner_person_id = r.partner_person_id and p.ended_at is null
      where l.purpose = 'respondent'
  $$;

-- Lays a sealed answer in the box of a round, and notes by the day that its giver has answered: both or none.
create function hand_in_response(which uuid, box bytea) returns text language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare own respondent; asked questionnaire_round;
  begin
    select * into own from own_respondents() where questionnaire_round_id = which limit 1;
    if own.respondent_id is null then return 'not_asked'; end if;
    select * into asked from questionnaire_round where questionnaire_round_id = which for share;
    if asked.state <> 'open' or asked.closes_on < current_day() then return 'round_closed'; end if;
    if asked.is_named then return 'not_asked'; end if;
    update respondent set answered_on = current_day() where respondent_id = own.respondent_id and answered_on is null;
    if not found then return 'answered_already'; end if;
    insert into sealed_response (cluster_id, questionnaire_round_id, sealed) values (own.cluster_id, which, box);
    delete from answer_draft where respondent_id = own.respondent_id;
    return 'handed_in';
  end $$;
-- The same of a round with names, which may be answered anew until it closes.
create function hand_in_named_response(which uuid, answers jsonb) returns text language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare own respondent; asked questionnaire_round;
  begin
    select * into own from own_respondents() where questionnaire_round_id = which limit 1;
    if own.respondent_id is null then return 'not_asked'; end if;
    select * into asked from questionnaire_round where questionnaire_round_id = which for share;
    if asked.state <> 'open' or asked.closes_on < current_day() then return 'round_closed'; end if;
    if not asked.is_named then return 'not_asked'; end if;
    update respondent set answered_on = current_day() where respondent_id = own.respondent_id;
    delete from named_answer where respondent_id = own.respondent_id;
    insert into named_answer (cluster_id, respondent_id, question_key, answer, given_at)
      select own.cluster_id, own.respondent_id, key, value, current_moment() from jsonb_each(answers);
    delete from answer_draft where respondent_id = own.respondent_id;
    return 'handed_in';
  end $$;
create function keep_answer_draft(which uuid, box bytea) returns text language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare own respondent;
  begin
    select r.* into own from own_respondents() r join questionnaire_round q using (questionnaire_round_id)
      where r.questionnaire_round_id = which and q.state = 'open' and q.closes_on >= current_day() and (r.answered_on is null or q.is_named) limit 1;
    if own.respondent_id is null then return 'round_closed'; end if;
    insert into answer_draft (cluster_id, respondent_id, sealed, saved_on) values (own.cluster_id, own.respondent_id, box, current_day())
      on conflict (respondent_id) do update set sealed = excluded.sealed, saved_on = excluded.saved_on;
    return 'kept';
  end $$;
create function drop_answer_draft(which uuid) returns boolean language sql volatile security definer set search_path = public, pg_temp
  as $$
    with gone as (
      delete from answer_draft where respondent_id in (select respondent_id from own_respondents() where questionnaire_round_id = which) returning 1)
    select exists (select from gone)
  $$;
-- What meeting a questionnaire that one is asked belongs to.
create function meeting_title_of_round(which uuid) returns text language sql stable security definer set search_path = public, pg_temp
  as $$
    select m.title from own_respondents() r join questionnaire_round q using (questionnaire_round_id) join meeting m on m.meeting_id = q.meeting_id
    where q.questionnaire_round_id = which limit 1
  $$;
-- How many were asked and have answered, which everybody of the cluster may know.
create function response_counts(which uuid) returns table (party text, asked integer, answered integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select case when r.member_id is null then 'partner' else 'member' end, count(*)::int, count(r.answered_on)::int
    from respondent r
    where r.questionnaire_round_id = which and r.cluster_id in (current_cluster(), (select answering_cluster()))
    group by 1
  $$;
-- Whether somebody leads here or is a member to whom figures are shown; a secretary is not.
create function sees_answers() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select (select current_roles()) && array['member', 'coordinator', 'board', 'treasurer'] $$;
grant execute on function own_respondents(), hand_in_response(uuid, bytea), hand_in_named_response(uuid, jsonb), keep_answer_draft(uuid, bytea),
  drop_answer_draft(uuid), meeting_title_of_round(uuid), response_counts(uuid), sees_answers() to klyngerum_web;

-- What a link opens, with the round of one of a partner's people.
drop function enter_by_link(text, timestamptz);
create function enter_by_link(token text, moment timestamptz)
  returns table (purpose text, cluster_id uuid, cluster_name text, is_example boolean, member_id uuid, person_id uuid, name text,
    locale text, meeting_id uuid, guest_id uuid, respondent_id uuid, about text, expires_at timestamptz)
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  begin
    perform set_config('app.link', coalesce(token, ''), true), set_config('app.token', '', true), set_config('app.cluster', '', true),
      set_config('app.source', '', true), set_config('app.now', moment::text, true);
    return query
      select l.purpose, l.cluster_id, c.name, c.is_example, l.member_id, p.person_id, coalesce(p.name, asked.name), p.locale, l.meeting_id, l.guest_id,
        l.respondent_id, l.about, l.expires_at
      from current_link() l join cluster c using (cluster_id)
      left join member m on m.member_id = l.member_id
      left join person p on p.person_id = m.person_id
      left join respondent r on r.respondent_id = l.respondent_id
      left join partner_person asked on asked.partner_person_id = r.partner_person_id
      where (l.member_id is null or m.valid @> current_day() or l.purpose = 'mute')
        and (l.respondent_id is null or asked.ended_at is null);
  end $$;
grant execute on function enter_by_link(text, timestamptz) to klyngerum_web, klyngerum_worker;

do $$
declare t text;
begin
  foreach t in array array['questionnaire_round', 'respondent', 'answer_draft', 'sealed_response', 'anonymous_answer', 'text_answer', 'named_answer', 'questionnaire_result'] loop
    execute format('alter table %I enable row level security', t);
    execute format('grant select on %I to klyngerum_worker', t);
    execute format('create policy read_by_the_worker on %I for select to klyngerum_worker using (true)', t);
  end loop;
end $$;

grant select on questionnaire_round, respondent, answer_draft, text_answer, named_answer, questionnaire_result to klyngerum_web;
create policy seen_by_those_asked on questionnaire_round for select to klyngerum_web
  using (questionnaire_round_id in (select questionnaire_round_id from own_respondents()));
create policy seen_within_the_cluster on questionnaire_round for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and (state in ('open', 'counted', 'dropped') and (select sees_answers()) or (select arranges())));
grant insert (cluster_id, questionnaire_round_id, meeting_id, purpose, definition, is_named, is_wellbeing, asks, partner_id, follows_id, opens_on, closes_on,
  moves_with_meeting, opens_days, closes_days, planned_at) on questionnaire_round to klyngerum_web;
grant update (definition, is_named, is_wellbeing, asks, partner_id, opens_on, closes_on, moves_with_meeting, opens_days, closes_days, state) on questionnaire_round to klyngerum_web;
create policy planned_by_those_who_lead on questionnaire_round for insert to klyngerum_web
  with check (cluster_id = (select current_cluster()) and (select leads()) and state = 'planned');
-- Of an open round only the last day is theirs to change; to open and to count is the worker's.
create policy changed_by_those_who_lead on questionnaire_round for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and (select leads()) and state in ('planned', 'open'))
  with check (state in ('planned', 'open', 'taken_back'));
create function keep_the_state() returns trigger language plpgsql set search_path = public, pg_temp
  as $$
  begin
    if current_user = 'klyngerum_web' and old.state is distinct from new.state
      and not (old.state = 'planned' and new.state = 'taken_back' or old.state = 'open' and new.state = 'taken_back' and not has_answers(old.questionnaire_round_id))
    then raise exception 'a round that is open stands fast' using errcode = 'check_violation', constraint = 'stands_fast'; end if;
    return new;
  end $$;
-- Asked anew each time: somebody may have answered while the row was waited for.
create function has_answers(which uuid) returns boolean language sql volatile security definer set search_path = public, pg_temp
  as $$ select exists (select from respondent where questionnaire_round_id = which and answered_on is not null and cluster_id = current_cluster()) $$;
grant execute on function has_answers(uuid) to klyngerum_web, klyngerum_worker;
revoke execute on function keep_the_state() from public;
create trigger state_is_the_workers before update on questionnaire_round for each row execute function keep_the_state();

create policy oneself on respondent for select to klyngerum_web using (respondent_id in (select respondent_id from own_respondents()));
create policy seen_by_those_who_arrange on respondent for select to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()));
-- Those who arrange remind, and note it.
grant update (reminded_on) on respondent to klyngerum_web;
create policy reminded_by_those_who_arrange on respondent for update to klyngerum_web using (cluster_id = (select current_cluster()) and (select arranges()));
create policy ones_own on answer_draft for select to klyngerum_web using (respondent_id in (select respondent_id from own_respondents()));
create policy ones_own on named_answer for select to klyngerum_web using (respondent_id in (select respondent_id from own_respondents()));
create policy seen_by_the_coordinator on named_answer for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]));
create policy seen_by_the_members on questionnaire_result for select to klyngerum_web using (cluster_id = (select current_cluster()) and (select sees_answers()));
create policy released on text_answer for select to klyngerum_web using (is_released and cluster_id = (select current_cluster()) and (select sees_answers()));
create policy read_before_release on text_answer for select to klyngerum_web
  using (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]));
grant update (is_released) on text_answer to klyngerum_web;
create policy released_by_the_coordinator on text_answer for update to klyngerum_web
  using (cluster_id = (select current_cluster()) and 'coordinator' = any ((select current_roles())::text[]));

-- The worker opens rounds, asks, reminds and counts.
grant insert, update on questionnaire_round to klyngerum_worker;
grant insert, update (reminded_on) on respondent to klyngerum_worker;
grant delete on answer_draft, sealed_response to klyngerum_worker;
grant insert on anonymous_answer, text_answer, questionnaire_result to klyngerum_worker;
create policy planned_by_the_worker on questionnaire_round for insert to klyngerum_worker with check (state = 'planned');
create policy carried_on_by_the_worker on questionnaire_round for update to klyngerum_worker using (true);
create policy asked_by_the_worker on respondent for insert to klyngerum_worker with check (answered_on is null);
create policy reminded_by_the_worker on respondent for update to klyngerum_worker using (true);
create policy gone_when_it_closes on answer_draft for delete to klyngerum_worker using (true);
create policy opened_by_the_worker on sealed_response for delete to klyngerum_worker using (true);
create policy counted_by_the_worker on anonymous_answer for insert to klyngerum_worker with check (true);
create policy counted_by_the_worker on text_answer for insert to klyngerum_worker with check (true);
create policy counted_by_the_worker on questionnaire_result for insert to klyngerum_worker with check (true);
