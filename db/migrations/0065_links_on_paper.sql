-- A link on paper has been in the hands of whoever printed it. It answers days and who comes; it shows and places no
-- dots, shows and tells no diet and no reason of absence, and does not tell which questions are the member's.

create function is_on_paper() returns boolean language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from current_link() where purpose = 'member' and about = 'handed_over') $$;
grant execute on function is_on_paper() to klyngerum_web;

create policy not_by_a_link_on_paper on topic_dot as restrictive for all to klyngerum_web using (not (select is_on_paper()));
create policy not_by_a_link_on_paper on rsvp_need as restrictive for all to klyngerum_web using (not (select is_on_paper()));

create or replace function own_questions() returns table (partner_question_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select q.partner_question_id from partner_question q
    where q.asker_id in (select member_id from own_memberships()) and not (select is_on_paper())
  $$;
create or replace function take_back_question(which uuid) returns boolean
  language sql security definer set search_path = public, pg_temp
  as $$
    with gone as (
      delete from partner_question where partner_question_id = which and answer = '' and partner_question_id in (select * from own_questions())
      returning 1)
    select exists (select from gone)
  $$;
