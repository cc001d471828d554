-- Questions of packages say their type, as those of all questionnaires do. What clusters keep of their own, and what
-- meetings were made with, is written anew; the packages that come along are, too, until their files are read.

-- One question as it was, as one or more: what was asked of several things without a scale becomes a question of each.
create function questions_as_they_are_now(old jsonb, package_key text) returns setof jsonb language sql as $$
  select jsonb_build_object(
    'key', case when split.about is null then old->>'key' else left(old->>'key', 37) || '-' || split.place end,
    'type', new.type,
    'question', case when split.about is null then old->>'question'
      else left((old->>'question') || ' ' || split.about, 300) end,
    'hint', '', 'section', '',
    'isRequired', new.type <> 'long_text' and package_key <> 'trivsel',
    'showIf', null::text,
    'scale', case when new.type in ('scale', 'matrix') then old->>'scale' end,
    'lowLabel', case when old->>'scale' = 'one_to_ten' then 'Mindst' else '' end,
    'highLabel', case when old->>'scale' = 'one_to_ten' then 'Mest' else '' end,
    'isReversed', coalesce((old->>'isReversed')::boolean, false)
      and new.type in ('scale', 'matrix', 'number', 'yes_no'),
    'options', coalesce(old->'options', '[]'),
    'rows', case when new.type = 'matrix' then old->'about' else '[]' end,
    'unit', '', 'min', null::numeric, 'max', null::numeric, 'partnerQuestion', '')
  from (select coalesce(old->'about', '[]') <> '[]' as is_of_several) asked
  cross join lateral (select case
    when old->>'scale' in ('agreement', 'frequency', 'knowledge', 'confidence', 'one_to_ten')
      then case when asked.is_of_several then 'matrix' else 'scale' end
    when old->>'scale' = 'choice'
      then case when package_key = 'akutfunktion' and old->>'key' = 'opgaver' then 'multiple' else 'single' end
    when old->>'scale' = 'text' then 'long_text'
    else old->>'scale' end as type) new
  left join lateral jsonb_array_elements_text(old->'about') with ordinality as split (about, place)
    on asked.is_of_several and new.type <> 'matrix'
  order by split.place
$$;

-- A package as it was, with its questions as they are now. How people are is never asked in their own words: such a
-- question becomes one to talk about.
create function with_questions_as_they_are_now(old jsonb) returns jsonb language sql as $$
  select old || jsonb_build_object(
    'isWellbeing', old->>'key' = 'trivsel',
    'questionnaireDays', jsonb_build_object('opens', -28, 'closes', -5),
    'questions', coalesce((
      select jsonb_agg(now_asked order by place, at)
      from jsonb_array_elements(old->'questions') with ordinality as asked (question, place)
      cross join lateral questions_as_they_are_now(asked.question, old->>'key') with ordinality as new (now_asked, at)
      where not (old->>'key' = 'trivsel' and now_asked->>'type' = 'long_text')), '[]'),
    'discussion', (old->'discussion') || coalesce((
      select jsonb_agg(question->'question' order by place)
      from jsonb_array_elements(old->'questions') with ordinality as asked (question, place)
      where old->>'key' = 'trivsel' and question->>'scale' = 'text'
        and not (old->'discussion') @> jsonb_build_array(question->'question')), '[]'))
$$;

update own_package set definition = with_questions_as_they_are_now(definition) where not definition ? 'isWellbeing';
update meeting set package = with_questions_as_they_are_now(package) where package is not null and not package ? 'isWellbeing';
update package set definition = with_questions_as_they_are_now(definition) where not definition ? 'isWellbeing';

drop function with_questions_as_they_are_now(jsonb);
drop function questions_as_they_are_now(jsonb, text);
