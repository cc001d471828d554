-- Tables

table address_change (
  person_id uuid not null,
  email text not null,
  requested_at timestamp with time zone not null,
  released_at timestamp with time zone
);
table agenda_item (
  cluster_id uuid not null,
  agenda_item_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  "position" integer not null,
  title text not null,
  kind text not null default 'talk'::text,
  minutes integer not null,
  owner text not null default ''::text,
  owner_id uuid,
  material text not null default ''::text,
  notes text not null default ''::text
);
table agreement (
  cluster_id uuid not null,
  agreement_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  what text not null,
  who text not null,
  by_on date not null,
  measure text not null,
  indicator_key text,
  measured_again_on date not null,
  second_measure_on date,
  state text not null default 'open'::text,
  outcome text not null default ''::text,
  made_at timestamp with time zone not null,
  settled_at timestamp with time zone
);
table anonymous_answer (
  cluster_id uuid not null,
  questionnaire_round_id uuid not null,
  party text not null,
  question_key text not null,
  answer jsonb not null,
  pair_tag bytea
);
table answer_draft (
  cluster_id uuid not null,
  respondent_id uuid not null,
  sealed bytea not null,
  saved_on date not null
);
table attempt (
  key_hash bytea not null,
  at timestamp with time zone not null
);
table attendance (
  cluster_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  how text not null,
  registered_at timestamp with time zone not null
);
table cluster (
  cluster_id uuid not null default gen_random_uuid(),
  name text not null,
  municipality_code text not null,
  is_example boolean not null default false,
  created_at timestamp with time zone not null
);
table cluster_practice (
  cluster_id uuid not null,
  practice_id uuid not null,
  is_example boolean not null,
  valid daterange not null
);
table date_must (
  cluster_id uuid not null,
  date_poll_id uuid not null,
  member_id uuid not null
);
table date_option (
  cluster_id uuid not null,
  date_option_id uuid not null default gen_random_uuid(),
  date_poll_id uuid not null,
  held_on date not null,
  starts_at time without time zone not null,
  added_at timestamp with time zone not null
);
table date_poll (
  cluster_id uuid not null,
  date_poll_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  opened_at timestamp with time zone not null,
  closes_on date not null,
  closed_at timestamp with time zone
);
table date_vote (
  cluster_id uuid not null,
  date_option_id uuid not null,
  member_id uuid not null,
  answer text not null,
  cast_by uuid not null,
  cast_at timestamp with time zone not null
);
table deadline (
  cluster_id uuid not null,
  deadline_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  act text not null,
  title text not null default ''::text,
  offset_days integer not null,
  due_on date,
  is_pinned boolean not null default false,
  state text not null default 'open'::text,
  settled_at timestamp with time zone,
  settled_by uuid
);
table delivery (
  delivery_id uuid not null default gen_random_uuid(),
  source_id uuid not null,
  deliverer_id uuid,
  state text not null,
  file_name text not null default ''::text,
  file_hash bytea not null,
  file_bytes bigint not null,
  extracted_on date,
  mapping jsonb,
  row_count integer not null default 0,
  figure_count integer not null default 0,
  missing_count integer not null default 0,
  practice_count integer not null default 0,
  started_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid
);
table delivery_part (
  delivery_id uuid not null,
  cluster_id uuid not null,
  indicator_key text not null,
  period_from date not null,
  period_until date not null,
  practices integer not null
);
table example_letter (
  letter_id uuid not null,
  person_id uuid,
  is_example boolean not null default true,
  subject text not null,
  body text not null,
  sent_at timestamp with time zone not null,
  addressee text not null default ''::text
);
table expense (
  cluster_id uuid not null,
  expense_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  kind text not null,
  what text not null,
  amount numeric(9,2) not null,
  spent_on date not null,
  payee text not null default ''::text,
  kept_file_id uuid,
  entered_by uuid not null,
  entered_at timestamp with time zone not null,
  taken_out_at timestamp with time zone
);
table figure_access (
  member_id uuid not null,
  practice_id uuid not null,
  opened_by text not null,
  confirmed_by uuid,
  opened_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
table figure_look (
  figure_look_id uuid not null default gen_random_uuid(),
  practice_id uuid not null,
  member_id uuid not null,
  indicator_key text not null,
  looked_at timestamp with time zone not null
);
table figure_order (
  cluster_id uuid not null,
  figure_order_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  source_id uuid,
  indicators text[] not null,
  remark text not null default ''::text,
  send_on date,
  wanted_on date,
  state text not null default 'planned'::text,
  ordered_at timestamp with time zone,
  received_at timestamp with time zone,
  published_at timestamp with time zone,
  reminders integer not null default 0,
  is_sent_by_itself boolean not null default false,
  moves_with_meeting boolean not null default false
);
table guest (
  cluster_id uuid not null,
  guest_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  partner_person_id uuid not null,
  agenda_item_id uuid,
  problem text not null default ''::text,
  practicalities text not null default ''::text,
  pre_meeting_on date,
  pre_meeting_at time without time zone,
  must_attend boolean not null default true,
  added_at timestamp with time zone not null,
  invited_at timestamp with time zone,
  answer text not null default ''::text,
  answered_at timestamp with time zone,
  pre_meeting_answer text not null default ''::text,
  took_home text not null default ''::text,
  took_home_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  former_answer text not null default ''::text,
  former_answered_at timestamp with time zone
);
table guest_vote (
  cluster_id uuid not null,
  date_option_id uuid not null,
  guest_id uuid not null,
  answer text not null,
  cast_at timestamp with time zone not null
);
table indicator (
  indicator_key text not null,
  definition jsonb not null,
  loaded_at timestamp with time zone not null
);
table invitation (
  cluster_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  asked_at timestamp with time zone not null,
  told_sequence integer not null default '-1'::integer,
  told_method text not null default ''::text
);
table journal (
  journal_id uuid not null default gen_random_uuid(),
  cluster_id uuid,
  person_id uuid,
  event text not null,
  subject text not null,
  command_id uuid not null,
  outcome jsonb not null,
  at timestamp with time zone not null
);
table kept_file (
  cluster_id uuid not null,
  kept_file_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  guest_id uuid,
  purpose text not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  kept_at timestamp with time zone not null
);
table letter (
  letter_id uuid not null default gen_random_uuid(),
  kind text not null,
  person_id uuid,
  email text,
  cluster_id uuid,
  facts jsonb not null default '{}'::jsonb,
  message_id text not null,
  written_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  attempts integer not null default 0,
  failure text,
  meeting_id uuid,
  guest_id uuid,
  figure_order_id uuid,
  reply_to_id uuid,
  round_id uuid,
  recalled_at timestamp with time zone,
  is_for_digest boolean not null default false,
  bounced_at timestamp with time zone,
  digest_id uuid,
  questionnaire_round_id uuid,
  respondent_id uuid
);
table link (
  token_hash bytea not null,
  cluster_id uuid not null,
  purpose text not null,
  member_id uuid,
  meeting_id uuid,
  guest_id uuid,
  about text not null default ''::text,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  respondent_id uuid
);
table list_size (
  practice_id uuid not null,
  valid daterange not null,
  patients integer not null
);
table measurement (
  delivery_id uuid not null,
  practice_id uuid not null,
  indicator_key text not null,
  period_from date not null,
  period_until date not null,
  numerator numeric,
  denominator numeric,
  value numeric,
  missing text,
  line integer not null
);
table meeting (
  cluster_id uuid not null,
  meeting_id uuid not null default gen_random_uuid(),
  kind text not null,
  title text not null,
  purpose text not null default ''::text,
  state text not null,
  package_key text,
  own_package_id uuid,
  package jsonb,
  topic_id uuid,
  follows_id uuid,
  held_on date,
  starts_at time without time zone,
  minutes integer not null default 150,
  place text not null default ''::text,
  address text not null default ''::text,
  online_url text not null default ''::text,
  venue_email text not null default ''::text,
  venue_cancel_days integer not null default 3,
  venue_confirmed_at timestamp with time zone,
  greeting text not null default ''::text,
  no_agreement text not null default ''::text,
  calendar_sequence integer not null default 0,
  made_at timestamp with time zone not null,
  invited_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  closed_at timestamp with time zone,
  minutes_sent_at timestamp with time zone
);
table meeting_person (
  cluster_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  part text not null
);
table member (
  cluster_id uuid not null,
  member_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  practice_id uuid,
  is_example boolean not null,
  kind text not null,
  valid daterange not null,
  invited_at timestamp with time zone not null
);
table municipality (
  municipality_code text not null,
  name text not null
);
table municipality_region (
  municipality_code text not null,
  region_code text not null,
  valid daterange not null
);
table muted (
  person_id uuid not null,
  kind text not null,
  muted_at timestamp with time zone not null
);
table named_answer (
  cluster_id uuid not null,
  respondent_id uuid not null,
  question_key text not null,
  answer jsonb not null,
  given_at timestamp with time zone not null
);
table own_count_ask (
  cluster_id uuid not null,
  own_count_ask_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  indicator_key text not null,
  period_from date not null,
  period_until date not null,
  due_on date not null,
  state text not null default 'open'::text,
  reminders smallint not null default 0,
  asked_at timestamp with time zone not null,
  is_by_itself boolean not null default false
);
table own_doing (
  cluster_id uuid not null,
  own_doing_id uuid not null default gen_random_uuid(),
  meeting_id uuid,
  act text not null,
  facts jsonb not null default '{}'::jsonb,
  at timestamp with time zone not null,
  undone_at timestamp with time zone
);
table own_package (
  cluster_id uuid not null,
  own_package_id uuid not null default gen_random_uuid(),
  package_key text not null,
  definition jsonb not null,
  made_from text not null default ''::text,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
table own_questionnaire (
  cluster_id uuid not null,
  own_questionnaire_id uuid not null default gen_random_uuid(),
  content jsonb not null,
  made_from text not null default ''::text,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
table package (
  package_key text not null,
  version integer not null,
  definition jsonb not null,
  loaded_at timestamp with time zone not null
);
table partner (
  cluster_id uuid not null,
  partner_id uuid not null default gen_random_uuid(),
  name text not null,
  kind text not null,
  notes text not null default ''::text,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
table partner_person (
  cluster_id uuid not null,
  partner_person_id uuid not null default gen_random_uuid(),
  partner_id uuid not null,
  name text not null,
  title text not null default ''::text,
  email text not null default ''::text,
  phone text not null default ''::text,
  ended_at timestamp with time zone
);
table partner_question (
  cluster_id uuid not null,
  partner_question_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  asker_id uuid not null,
  question text not null,
  asked_at timestamp with time zone not null,
  answer text not null default ''::text,
  answered_by text not null default ''::text,
  answered_at timestamp with time zone,
  answered_guest_id uuid
);
table person (
  person_id uuid not null default gen_random_uuid(),
  name text not null,
  locale text not null default 'da'::text,
  is_example boolean not null default false,
  created_at timestamp with time zone not null
);
table person_address (
  person_id uuid not null,
  email text not null
);
table practice (
  practice_id uuid not null default gen_random_uuid(),
  name text not null,
  is_example boolean not null default false,
  trainees_see boolean not null default false,
  staff_see boolean not null default false,
  created_at timestamp with time zone not null,
  phone text not null default ''::text
);
table practice_key (
  practice_key_id uuid not null default gen_random_uuid(),
  practice_id uuid not null,
  key_hash bytea not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
table practice_number (
  practice_number_id uuid not null default gen_random_uuid(),
  practice_id uuid not null,
  number text not null,
  valid daterange not null,
  entered_at timestamp with time zone not null,
  confirmed_at timestamp with time zone
);
table publication (
  publication_id uuid not null default gen_random_uuid(),
  cluster_id uuid not null,
  indicator_key text not null,
  period_from date not null,
  period_until date not null,
  source_id uuid not null,
  requested_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  refusal text,
  finished_at timestamp with time zone
);
table questionnaire_result (
  cluster_id uuid not null,
  questionnaire_round_id uuid not null,
  party text not null,
  result jsonb not null,
  changes jsonb
);
table questionnaire_round (
  cluster_id uuid not null,
  questionnaire_round_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  purpose text not null,
  definition jsonb not null,
  is_named boolean not null default false,
  is_wellbeing boolean not null default false,
  asks text not null default 'doctors'::text,
  partner_id uuid,
  follows_id uuid,
  opens_on date,
  closes_on date,
  moves_with_meeting boolean not null default false,
  opens_days integer not null default '-28'::integer,
  closes_days integer not null default '-5'::integer,
  state text not null default 'planned'::text,
  public_key bytea,
  planned_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  counted_on date
);
table reference (
  indicator_key text not null,
  period_from date not null,
  period_until date not null,
  level text not null,
  area_code text not null,
  source_id uuid,
  origin text not null,
  practices integer not null,
  numerator numeric not null,
  denominator numeric not null,
  p10 numeric not null,
  p25 numeric not null,
  p50 numeric not null,
  p75 numeric not null,
  p90 numeric not null,
  tau_squared numeric not null,
  overdispersion numeric not null,
  made_at timestamp with time zone not null
);
table region (
  region_code text not null,
  name text not null
);
table resolution (
  cluster_id uuid not null,
  resolution_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  agenda_item_id uuid,
  kind text not null,
  sentence text not null,
  owner text not null default ''::text,
  owner_id uuid,
  due_on date,
  made_at timestamp with time zone not null,
  done_at timestamp with time zone
);
table respondent (
  cluster_id uuid not null,
  respondent_id uuid not null default gen_random_uuid(),
  questionnaire_round_id uuid not null,
  member_id uuid,
  partner_person_id uuid,
  asked_on date not null,
  answered_on date,
  reminded_on date
);
table role_holding (
  cluster_id uuid not null,
  role_holding_id uuid not null default gen_random_uuid(),
  role text not null,
  member_id uuid,
  practice_id uuid,
  valid daterange not null,
  given_at timestamp with time zone not null
);
table rsvp (
  cluster_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  answer text not null,
  given_by uuid not null,
  given_at timestamp with time zone not null
);
table rsvp_need (
  cluster_id uuid not null,
  meeting_id uuid not null,
  member_id uuid not null,
  diet text not null default ''::text,
  absence text not null default ''::text
);
table sealed_response (
  cluster_id uuid not null,
  sealed_response_id uuid not null default gen_random_uuid(),
  questionnaire_round_id uuid not null,
  sealed bytea not null
);
table session (
  token_hash bytea not null,
  session_id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  device text not null default ''::text,
  started_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  confirmed_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
table sign_in_link (
  token_hash bytea not null,
  person_id uuid not null,
  purpose text not null,
  target text not null default '/'::text,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
table source (
  source_id uuid not null default gen_random_uuid(),
  name text not null,
  kind text not null,
  cluster_id uuid,
  is_example boolean not null default false,
  is_trusted boolean not null default false,
  created_at timestamp with time zone not null
);
table source_answer (
  practice_id uuid not null,
  source_id uuid not null,
  answer text not null,
  answered_by uuid,
  answered_at timestamp with time zone not null
);
table source_cluster (
  source_id uuid not null,
  cluster_id uuid not null,
  is_example boolean not null,
  valid daterange not null
);
table source_mapping (
  source_id uuid not null,
  header_hash bytea not null,
  mapping jsonb not null,
  remembered_at timestamp with time zone not null
);
table source_person (
  source_id uuid not null,
  person_id uuid not null,
  is_example boolean not null,
  valid daterange not null
);
table spread (
  spread_id uuid not null default gen_random_uuid(),
  cluster_id uuid not null,
  indicator_key text not null,
  period_from date not null,
  period_until date not null,
  source_id uuid not null,
  version smallint not null,
  picture jsonb not null,
  contributors integer not null,
  practices integer not null,
  extracted_on date,
  published_at timestamp with time zone not null,
  taken_down_at timestamp with time zone,
  source_name text not null default ''::text
);
table spread_contributor (
  spread_id uuid not null,
  practice_id uuid not null,
  delivery_id uuid not null
);
table spread_total (
  spread_id uuid not null,
  numerator integer not null,
  denominator integer not null
);
table text_answer (
  cluster_id uuid not null,
  text_answer_id uuid not null default gen_random_uuid(),
  questionnaire_round_id uuid not null,
  party text not null,
  question_key text not null,
  answer text not null,
  is_released boolean not null default false
);
table topic (
  cluster_id uuid not null,
  topic_id uuid not null default gen_random_uuid(),
  proposer_id uuid,
  sentence text not null,
  measure text not null default ''::text,
  state text not null,
  merged_into uuid,
  answer text not null default ''::text,
  package_key text,
  planned_for date,
  turn integer not null default 0,
  proposed_at timestamp with time zone not null,
  decided_at timestamp with time zone
);
table topic_choice (
  cluster_id uuid not null,
  topic_vote_id uuid not null,
  topic_id uuid not null
);
table topic_dot (
  cluster_id uuid not null,
  topic_vote_id uuid not null,
  topic_id uuid not null,
  member_id uuid not null,
  dots integer not null
);
table topic_helper (
  cluster_id uuid not null,
  topic_id uuid not null,
  member_id uuid not null,
  joined_at timestamp with time zone not null
);
table topic_vote (
  cluster_id uuid not null,
  topic_vote_id uuid not null default gen_random_uuid(),
  dots integer not null,
  opened_at timestamp with time zone not null,
  closes_on date not null,
  closed_at timestamp with time zone
);
table venue_told (
  cluster_id uuid not null,
  venue_told_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  people integer not null,
  diets jsonb not null default '{}'::jsonb,
  told_for text not null default ''::text,
  told_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  left_at timestamp with time zone
);
table visitor_present (
  cluster_id uuid not null,
  visitor_present_id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  name text not null,
  belongs_to text not null default ''::text
);
table worker_sign (
  only_one boolean not null default true,
  at timestamp with time zone not null
);

-- Constraints

address_change: address_change_email_check CHECK (((email = lower(email)) AND (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'::text) AND (length(email) <= 254)))
address_change: address_change_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
address_change: address_change_pkey PRIMARY KEY (person_id)
agenda_item: agenda_item_cluster_id_agenda_item_id_key UNIQUE (cluster_id, agenda_item_id)
agenda_item: agenda_item_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
agenda_item: agenda_item_cluster_id_owner_id_fkey FOREIGN KEY (cluster_id, owner_id) REFERENCES member(cluster_id, member_id)
agenda_item: agenda_item_kind_check CHECK ((kind = ANY (ARRAY['welcome'::text, 'talk'::text, 'figures'::text, 'group_work'::text, 'plenum'::text, 'meal'::text, 'agreements'::text, 'evaluation'::text, 'actions'::text])))
agenda_item: agenda_item_material_check CHECK ((length(material) <= 500))
agenda_item: agenda_item_minutes_check CHECK (((minutes >= 0) AND (minutes <= 480)))
agenda_item: agenda_item_notes_check CHECK ((length(notes) <= 8000))
agenda_item: agenda_item_owner_check CHECK ((length(owner) <= 120))
agenda_item: agenda_item_pkey PRIMARY KEY (agenda_item_id)
agenda_item: agenda_item_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
agreement: agreement_cluster_id_agreement_id_key UNIQUE (cluster_id, agreement_id)
agreement: agreement_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
agreement: agreement_indicator_key_fkey FOREIGN KEY (indicator_key) REFERENCES indicator(indicator_key)
agreement: agreement_measure_check CHECK (((length(measure) >= 1) AND (length(measure) <= 300)))
agreement: agreement_outcome_check CHECK ((length(outcome) <= 1000))
agreement: agreement_pkey PRIMARY KEY (agreement_id)
agreement: agreement_state_check CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'changed'::text, 'given_up'::text])))
agreement: agreement_what_check CHECK (((length(what) >= 3) AND (length(what) <= 600)))
agreement: agreement_who_check CHECK (((length(who) >= 1) AND (length(who) <= 200)))
anonymous_answer: anonymous_answer_cluster_id_questionnaire_round_id_fkey FOREIGN KEY (cluster_id, questionnaire_round_id) REFERENCES questionnaire_round(cluster_id, questionnaire_round_id)
anonymous_answer: anonymous_answer_pair_tag_check CHECK ((length(pair_tag) = 32))
anonymous_answer: anonymous_answer_party_check CHECK ((party = ANY (ARRAY['member'::text, 'partner'::text])))
answer_draft: answer_draft_cluster_id_respondent_id_fkey FOREIGN KEY (cluster_id, respondent_id) REFERENCES respondent(cluster_id, respondent_id) ON DELETE CASCADE
answer_draft: answer_draft_pkey PRIMARY KEY (respondent_id)
answer_draft: answer_draft_sealed_check CHECK (((length(sealed) >= 64) AND (length(sealed) <= 400000)))
attendance: attendance_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
attendance: attendance_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
attendance: attendance_how_check CHECK ((how = ANY (ARRAY['list'::text, 'scan'::text])))
attendance: attendance_pkey PRIMARY KEY (meeting_id, member_id)
cluster: cluster_cluster_id_is_example_key UNIQUE (cluster_id, is_example)
cluster: cluster_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(municipality_code)
cluster: cluster_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120)))
cluster: cluster_pkey PRIMARY KEY (cluster_id)
cluster_practice: cluster_practice_cluster_id_is_example_fkey FOREIGN KEY (cluster_id, is_example) REFERENCES cluster(cluster_id, is_example)
cluster_practice: cluster_practice_practice_id_is_example_fkey FOREIGN KEY (practice_id, is_example) REFERENCES practice(practice_id, is_example)
cluster_practice: one_cluster_at_a_time EXCLUDE USING gist (practice_id WITH =, valid WITH &&)
date_must: date_must_cluster_id_date_poll_id_fkey FOREIGN KEY (cluster_id, date_poll_id) REFERENCES date_poll(cluster_id, date_poll_id) ON DELETE CASCADE
date_must: date_must_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
date_must: date_must_pkey PRIMARY KEY (date_poll_id, member_id)
date_option: date_option_cluster_id_date_option_id_key UNIQUE (cluster_id, date_option_id)
date_option: date_option_cluster_id_date_poll_id_fkey FOREIGN KEY (cluster_id, date_poll_id) REFERENCES date_poll(cluster_id, date_poll_id) ON DELETE CASCADE
date_option: date_option_date_poll_id_held_on_starts_at_key UNIQUE (date_poll_id, held_on, starts_at)
date_option: date_option_pkey PRIMARY KEY (date_option_id)
date_poll: date_poll_cluster_id_date_poll_id_key UNIQUE (cluster_id, date_poll_id)
date_poll: date_poll_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
date_poll: date_poll_meeting_id_key UNIQUE (meeting_id)
date_poll: date_poll_pkey PRIMARY KEY (date_poll_id)
date_vote: date_vote_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'if_needed'::text, 'no'::text])))
date_vote: date_vote_cluster_id_cast_by_fkey FOREIGN KEY (cluster_id, cast_by) REFERENCES member(cluster_id, member_id)
date_vote: date_vote_cluster_id_date_option_id_fkey FOREIGN KEY (cluster_id, date_option_id) REFERENCES date_option(cluster_id, date_option_id) ON DELETE CASCADE
date_vote: date_vote_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
date_vote: date_vote_pkey PRIMARY KEY (date_option_id, member_id)
deadline: deadline_act_check CHECK ((act ~ '^[a-z_]+$'::text))
deadline: deadline_cluster_id_deadline_id_key UNIQUE (cluster_id, deadline_id)
deadline: deadline_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
deadline: deadline_cluster_id_settled_by_fkey FOREIGN KEY (cluster_id, settled_by) REFERENCES member(cluster_id, member_id)
deadline: deadline_offset_days_check CHECK (((offset_days >= '-400'::integer) AND (offset_days <= 800)))
deadline: deadline_pkey PRIMARY KEY (deadline_id)
deadline: deadline_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'skipped'::text])))
deadline: deadline_title_check CHECK ((length(title) <= 200))
delivery: confirmed_at_some_time CHECK (((state = ANY (ARRAY['confirmed'::text, 'withdrawn'::text])) = (confirmed_at IS NOT NULL)))
delivery: delivery_deliverer_id_fkey FOREIGN KEY (deliverer_id) REFERENCES person(person_id)
delivery: delivery_file_bytes_check CHECK ((file_bytes >= 0))
delivery: delivery_file_hash_check CHECK ((length(file_hash) = 32))
delivery: delivery_file_name_check CHECK ((length(file_name) <= 200))
delivery: delivery_pkey PRIMARY KEY (delivery_id)
delivery: delivery_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(source_id)
delivery: delivery_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'confirmed'::text, 'withdrawn'::text, 'refused'::text])))
delivery: delivery_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(person_id)
delivery: withdrawn_at_some_time CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
delivery_part: delivery_part_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
delivery_part: delivery_part_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(delivery_id)
delivery_part: delivery_part_indicator_key_fkey FOREIGN KEY (indicator_key) REFERENCES indicator(indicator_key)
delivery_part: delivery_part_pkey PRIMARY KEY (delivery_id, cluster_id, indicator_key, period_from, period_until)
example_letter: example_letter_addressee_check CHECK ((length(addressee) <= 400))
example_letter: example_letter_is_example_check CHECK (is_example)
example_letter: example_letter_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(letter_id)
example_letter: example_letter_person_id_is_example_fkey FOREIGN KEY (person_id, is_example) REFERENCES person(person_id, is_example)
example_letter: example_letter_pkey PRIMARY KEY (letter_id)
expense: expense_amount_check CHECK ((amount > (0)::numeric))
expense: expense_cluster_id_entered_by_fkey FOREIGN KEY (cluster_id, entered_by) REFERENCES member(cluster_id, member_id)
expense: expense_cluster_id_expense_id_key UNIQUE (cluster_id, expense_id)
expense: expense_cluster_id_kept_file_id_fkey FOREIGN KEY (cluster_id, kept_file_id) REFERENCES kept_file(cluster_id, kept_file_id)
expense: expense_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
expense: expense_kind_check CHECK ((kind = ANY (ARRAY['venue'::text, 'food'::text, 'speaker'::text, 'transport'::text, 'help'::text, 'fee'::text, 'other'::text])))
expense: expense_payee_check CHECK ((length(payee) <= 160))
expense: expense_pkey PRIMARY KEY (expense_id)
expense: expense_what_check CHECK (((length(what) >= 1) AND (length(what) <= 200)))
figure_access: a_colleague_has_a_name CHECK (((opened_by = 'colleague'::text) = (confirmed_by IS NOT NULL)))
figure_access: figure_access_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES member(member_id)
figure_access: figure_access_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(member_id)
figure_access: figure_access_opened_by_check CHECK ((opened_by = ANY (ARRAY['key'::text, 'colleague'::text])))
figure_access: figure_access_pkey PRIMARY KEY (member_id)
figure_access: figure_access_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
figure_look: figure_look_indicator_key_fkey FOREIGN KEY (indicator_key) REFERENCES indicator(indicator_key)
figure_look: figure_look_member_id_fkey FOREIGN KEY (member_id) REFERENCES member(member_id)
figure_look: figure_look_pkey PRIMARY KEY (figure_look_id)
figure_look: figure_look_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
figure_order: an_order_has_a_source CHECK (((state = 'planned'::text) OR (state = 'given_up'::text) OR (source_id IS NOT NULL)))
figure_order: figure_order_cluster_id_figure_order_id_key UNIQUE (cluster_id, figure_order_id)
figure_order: figure_order_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
figure_order: figure_order_indicators_check CHECK (((cardinality(indicators) >= 1) AND (cardinality(indicators) <= 20)))
figure_order: figure_order_pkey PRIMARY KEY (figure_order_id)
figure_order: figure_order_remark_check CHECK ((length(remark) <= 2000))
figure_order: figure_order_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(source_id)
figure_order: figure_order_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'ordered'::text, 'received'::text, 'published'::text, 'given_up'::text])))
guest: guest_answer_check CHECK ((answer = ANY (ARRAY[''::text, 'yes'::text, 'no'::text])))
guest: guest_cluster_id_agenda_item_id_fkey FOREIGN KEY (cluster_id, agenda_item_id) REFERENCES agenda_item(cluster_id, agenda_item_id) ON DELETE SET NULL (agenda_item_id)
guest: guest_cluster_id_guest_id_key UNIQUE (cluster_id, guest_id)
guest: guest_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
guest: guest_cluster_id_partner_person_id_fkey FOREIGN KEY (cluster_id, partner_person_id) REFERENCES partner_person(cluster_id, partner_person_id)
guest: guest_former_answer_check CHECK ((former_answer = ANY (ARRAY[''::text, 'yes'::text, 'no'::text])))
guest: guest_meeting_id_partner_person_id_key UNIQUE (meeting_id, partner_person_id)
guest: guest_pkey PRIMARY KEY (guest_id)
guest: guest_practicalities_check CHECK ((length(practicalities) <= 2000))
guest: guest_pre_meeting_answer_check CHECK ((pre_meeting_answer = ANY (ARRAY[''::text, 'yes'::text, 'no'::text])))
guest: guest_problem_check CHECK ((length(problem) <= 4000))
guest: guest_took_home_check CHECK ((length(took_home) <= 2000))
guest_vote: guest_vote_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'if_needed'::text, 'no'::text])))
guest_vote: guest_vote_cluster_id_date_option_id_fkey FOREIGN KEY (cluster_id, date_option_id) REFERENCES date_option(cluster_id, date_option_id) ON DELETE CASCADE
guest_vote: guest_vote_cluster_id_guest_id_fkey FOREIGN KEY (cluster_id, guest_id) REFERENCES guest(cluster_id, guest_id)
guest_vote: guest_vote_pkey PRIMARY KEY (date_option_id, guest_id)
indicator: indicator_indicator_key_check CHECK ((indicator_key ~ '^[a-z0-9][a-z0-9-]{1,40}$'::text))
indicator: indicator_pkey PRIMARY KEY (indicator_key)
invitation: invitation_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
invitation: invitation_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
invitation: invitation_pkey PRIMARY KEY (meeting_id, member_id)
invitation: invitation_told_method_check CHECK ((told_method = ANY (ARRAY[''::text, 'REQUEST'::text, 'CANCEL'::text])))
journal: each_command_once UNIQUE NULLS NOT DISTINCT (person_id, command_id)
journal: journal_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
journal: journal_event_check CHECK ((event ~ '^[a-z_]+\.[a-z_]+$'::text))
journal: journal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
journal: journal_pkey PRIMARY KEY (journal_id)
journal: journal_subject_check CHECK ((length(subject) <= 80))
kept_file: a_receipt_is_no_guests CHECK (((purpose <> 'receipt'::text) OR (guest_id IS NULL)))
kept_file: a_receipt_is_no_slide CHECK (((purpose <> 'receipt'::text) OR (media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'image/png'::text]))))
kept_file: a_receipt_is_small CHECK (((purpose <> 'receipt'::text) OR (length(bytes) <= 10485760)))
kept_file: kept_file_bytes_check CHECK (((length(bytes) >= 1) AND (length(bytes) <= 26214400)))
kept_file: kept_file_cluster_id_guest_id_fkey FOREIGN KEY (cluster_id, guest_id) REFERENCES guest(cluster_id, guest_id)
kept_file: kept_file_cluster_id_kept_file_id_key UNIQUE (cluster_id, kept_file_id)
kept_file: kept_file_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
kept_file: kept_file_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'::text, 'application/vnd.oasis.opendocument.presentation'::text, 'image/jpeg'::text, 'image/png'::text])))
kept_file: kept_file_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
kept_file: kept_file_pkey PRIMARY KEY (kept_file_id)
kept_file: kept_file_purpose_check CHECK ((purpose = ANY (ARRAY['slides'::text, 'receipt'::text])))
kept_file: slides_are_slides CHECK (((purpose <> 'slides'::text) OR (media_type !~~ 'image/%'::text)))
letter: letter_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
letter: letter_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES letter(letter_id)
letter: letter_email_check CHECK ((length(email) <= 254))
letter: letter_figure_order_id_fkey FOREIGN KEY (figure_order_id) REFERENCES figure_order(figure_order_id)
letter: letter_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES guest(guest_id)
letter: letter_kind_check CHECK ((kind ~ '^[a-z_]+$'::text))
letter: letter_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(meeting_id)
letter: letter_message_id_key UNIQUE (message_id)
letter: letter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
letter: letter_pkey PRIMARY KEY (letter_id)
letter: letter_questionnaire_round_id_fkey FOREIGN KEY (questionnaire_round_id) REFERENCES questionnaire_round(questionnaire_round_id)
letter: letter_reply_to_id_fkey FOREIGN KEY (reply_to_id) REFERENCES person(person_id)
letter: letter_respondent_id_fkey FOREIGN KEY (respondent_id) REFERENCES respondent(respondent_id)
link: link_about_check CHECK ((about ~ '^[a-z_]*$'::text))
link: link_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
link: link_cluster_id_guest_id_fkey FOREIGN KEY (cluster_id, guest_id) REFERENCES guest(cluster_id, guest_id)
link: link_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
link: link_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
link: link_cluster_id_respondent_id_fkey FOREIGN KEY (cluster_id, respondent_id) REFERENCES respondent(cluster_id, respondent_id)
link: link_pkey PRIMARY KEY (token_hash)
link: link_purpose_check CHECK ((purpose = ANY (ARRAY['member'::text, 'guest'::text, 'venue'::text, 'feed'::text, 'room'::text, 'mute'::text, 'respondent'::text])))
link: of_a_guest CHECK (((purpose = 'guest'::text) = (guest_id IS NOT NULL)))
link: of_a_meeting CHECK (((purpose <> ALL (ARRAY['venue'::text, 'room'::text])) OR (meeting_id IS NOT NULL)))
link: of_a_member CHECK (((purpose = ANY (ARRAY['member'::text, 'feed'::text, 'mute'::text])) = (member_id IS NOT NULL)))
link: of_a_respondent CHECK (((purpose = 'respondent'::text) = (respondent_id IS NOT NULL)))
list_size: list_size_patients_check CHECK ((patients >= 0))
list_size: list_size_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
list_size: list_size_valid_check CHECK ((NOT isempty(valid)))
list_size: one_list_size_at_a_time EXCLUDE USING gist (practice_id WITH =, valid WITH &&)
measurement: a_figure_or_a_reason CHECK (((missing IS NULL) = (value IS NOT NULL)))
measurement: counts_are_not_negative CHECK (((numerator >= (0)::numeric) AND (denominator >= (0)::numeric)))
measurement: measurement_check CHECK ((period_from <= period_until))
measurement: measurement_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(delivery_id)
measurement: measurement_indicator_key_fkey FOREIGN KEY (indicator_key) REFERENCES indicator(indicator_key)
measurement: measurement_missing_check CHECK ((missing = ANY (ARRAY['suppressed'::text, 'not_available'::text, 'not_applicable'::text, 'empty'::text])))
measurement: measurement_pkey PRIMARY KEY (practice_id, indicator_key, period_from, period_until, delivery_id)
measurement: measurement_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
meeting: a_day_has_an_hour CHECK (((held_on IS NULL) = (starts_at IS NULL)))
meeting: a_fixed_meeting_has_a_day CHECK (((state <> ALL (ARRAY['reserved'::text, 'confirmed'::text, 'held'::text, 'closed'::text])) OR (held_on IS NOT NULL)))
meeting: meeting_address_check CHECK ((length(address) <= 300))
meeting: meeting_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
meeting: meeting_cluster_id_follows_id_fkey FOREIGN KEY (cluster_id, follows_id) REFERENCES meeting(cluster_id, meeting_id)
meeting: meeting_cluster_id_meeting_id_key UNIQUE (cluster_id, meeting_id)
meeting: meeting_cluster_id_own_package_id_fkey FOREIGN KEY (cluster_id, own_package_id) REFERENCES own_package(cluster_id, own_package_id)
meeting: meeting_cluster_id_topic_id_fkey FOREIGN KEY (cluster_id, topic_id) REFERENCES topic(cluster_id, topic_id)
meeting: meeting_greeting_check CHECK ((length(greeting) <= 2000))
meeting: meeting_kind_check CHECK ((kind = ANY (ARRAY['cluster'::text, 'general_assembly'::text, 'founding_assembly'::text, 'board'::text, 'joint'::text, 'pre_meeting'::text, 'follow_up'::text])))
meeting: meeting_minutes_check CHECK (((minutes >= 15) AND (minutes <= 720)))
meeting: meeting_no_agreement_check CHECK ((length(no_agreement) <= 600))
meeting: meeting_online_url_check CHECK (((online_url = ''::text) OR ((online_url ~ '^https://[^\s"<>]{3,}$'::text) AND (length(online_url) <= 508))))
meeting: meeting_pkey PRIMARY KEY (meeting_id)
meeting: meeting_place_check CHECK ((length(place) <= 200))
meeting: meeting_purpose_check CHECK ((length(purpose) <= 2000))
meeting: meeting_state_check CHECK ((state = ANY (ARRAY['idea'::text, 'polling'::text, 'reserved'::text, 'confirmed'::text, 'held'::text, 'closed'::text, 'cancelled'::text])))
meeting: meeting_title_check CHECK (((length(title) >= 1) AND (length(title) <= 160)))
meeting: meeting_venue_cancel_days_check CHECK (((venue_cancel_days >= 0) AND (venue_cancel_days <= 60)))
meeting: meeting_venue_email_check CHECK ((length(venue_email) <= 254))
meeting_person: meeting_person_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
meeting_person: meeting_person_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
meeting_person: meeting_person_part_check CHECK ((part = ANY (ARRAY['chair'::text, 'facilitator'::text, 'minute_taker'::text, 'host'::text])))
meeting_person: meeting_person_pkey PRIMARY KEY (meeting_id, member_id, part)
member: clinic_people_have_a_clinic CHECK (((kind = ANY (ARRAY['doctor'::text, 'trainee'::text, 'staff'::text])) = (practice_id IS NOT NULL)))
member: member_cluster_id_is_example_fkey FOREIGN KEY (cluster_id, is_example) REFERENCES cluster(cluster_id, is_example)
member: member_cluster_id_member_id_key UNIQUE (cluster_id, member_id)
member: member_kind_check CHECK ((kind = ANY (ARRAY['doctor'::text, 'trainee'::text, 'staff'::text, 'secretary'::text, 'consultant'::text])))
member: member_person_id_is_example_fkey FOREIGN KEY (person_id, is_example) REFERENCES person(person_id, is_example)
member: member_pkey PRIMARY KEY (member_id)
member: member_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
member: once_per_cluster_and_practice EXCLUDE USING gist (person_id WITH =, cluster_id WITH =, COALESCE(practice_id, cluster_id) WITH =, valid WITH &&)
migration: migration_pkey PRIMARY KEY (name)
municipality: municipality_pkey PRIMARY KEY (municipality_code)
municipality_region: municipality_region_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES municipality(municipality_code)
municipality_region: municipality_region_pkey PRIMARY KEY (municipality_code, region_code, valid)
municipality_region: municipality_region_region_code_fkey FOREIGN KEY (region_code) REFERENCES region(region_code)
municipality_region: municipality_region_valid_check CHECK ((NOT isempty(valid)))
municipality_region: one_region_at_a_time EXCLUDE USING gist (municipality_code WITH =, valid WITH &&)
muted: muted_kind_check CHECK ((kind ~ '^[a-z_]+$'::text))
muted: muted_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
muted: muted_pkey PRIMARY KEY (person_id, kind)
named_answer: named_answer_cluster_id_respondent_id_fkey FOREIGN KEY (cluster_id, respondent_id) REFERENCES respondent(cluster_id, respondent_id)
named_answer: named_answer_pkey PRIMARY KEY (respondent_id, question_key)
own_count_ask: own_count_ask_check CHECK ((period_from <= period_until))
own_count_ask: own_count_ask_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
own_count_ask: own_count_ask_cluster_id_own_count_ask_id_key UNIQUE (cluster_id, own_count_ask_id)
own_count_ask: own_count_ask_indicator_key_fkey FOREIGN KEY (indicator_key) REFERENCES indicator(indicator_key)
own_count_ask: own_count_ask_meeting_id_indicator_key_due_on_key UNIQUE (meeting_id, indicator_key, due_on)
own_count_ask: own_count_ask_pkey PRIMARY KEY (own_count_ask_id)
own_count_ask: own_count_ask_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'given_up'::text])))
own_doing: own_doing_act_check CHECK ((act ~ '^[a-z_]+$'::text))
own_doing: own_doing_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
own_doing: own_doing_cluster_id_own_doing_id_key UNIQUE (cluster_id, own_doing_id)
own_doing: own_doing_pkey PRIMARY KEY (own_doing_id)
own_package: own_package_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
own_package: own_package_cluster_id_own_package_id_key UNIQUE (cluster_id, own_package_id)
own_package: own_package_package_key_check CHECK ((package_key ~ '^[a-z][a-z0-9-]{1,40}$'::text))
own_package: own_package_pkey PRIMARY KEY (own_package_id)
own_questionnaire: a_questionnaire_has_a_title CHECK (((length((content ->> 'title'::text)) >= 1) AND (length((content ->> 'title'::text)) <= 120)))
own_questionnaire: own_questionnaire_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
own_questionnaire: own_questionnaire_cluster_id_own_questionnaire_id_key UNIQUE (cluster_id, own_questionnaire_id)
own_questionnaire: own_questionnaire_made_from_check CHECK ((length(made_from) <= 160))
own_questionnaire: own_questionnaire_pkey PRIMARY KEY (own_questionnaire_id)
package: package_package_key_check CHECK ((package_key ~ '^[a-z][a-z0-9-]{1,40}$'::text))
package: package_pkey PRIMARY KEY (package_key)
package: package_version_check CHECK ((version > 0))
partner: partner_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
partner: partner_cluster_id_partner_id_key UNIQUE (cluster_id, partner_id)
partner: partner_kind_check CHECK ((kind = ANY (ARRAY['hospital'::text, 'practice_consultant'::text, 'quality_unit'::text, 'municipality'::text, 'researcher'::text, 'patient_association'::text, 'other'::text])))
partner: partner_name_check CHECK (((length(name) >= 1) AND (length(name) <= 160)))
partner: partner_notes_check CHECK ((length(notes) <= 4000))
partner: partner_pkey PRIMARY KEY (partner_id)
partner_person: partner_person_cluster_id_partner_id_fkey FOREIGN KEY (cluster_id, partner_id) REFERENCES partner(cluster_id, partner_id)
partner_person: partner_person_cluster_id_partner_person_id_key UNIQUE (cluster_id, partner_person_id)
partner_person: partner_person_email_check CHECK ((length(email) <= 254))
partner_person: partner_person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
partner_person: partner_person_phone_check CHECK ((length(phone) <= 40))
partner_person: partner_person_pkey PRIMARY KEY (partner_person_id)
partner_person: partner_person_title_check CHECK ((length(title) <= 120))
partner_question: partner_question_answer_check CHECK ((length(answer) <= 4000))
partner_question: partner_question_answered_by_check CHECK ((length(answered_by) <= 160))
partner_question: partner_question_cluster_id_answered_guest_id_fkey FOREIGN KEY (cluster_id, answered_guest_id) REFERENCES guest(cluster_id, guest_id)
partner_question: partner_question_cluster_id_asker_id_fkey FOREIGN KEY (cluster_id, asker_id) REFERENCES member(cluster_id, member_id)
partner_question: partner_question_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
partner_question: partner_question_cluster_id_partner_question_id_key UNIQUE (cluster_id, partner_question_id)
partner_question: partner_question_pkey PRIMARY KEY (partner_question_id)
partner_question: partner_question_question_check CHECK (((length(question) >= 3) AND (length(question) <= 1000)))
person: person_locale_check CHECK ((locale = ANY (ARRAY['da'::text, 'en'::text])))
person: person_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
person: person_person_id_is_example_key UNIQUE (person_id, is_example)
person: person_pkey PRIMARY KEY (person_id)
person_address: person_address_email_check CHECK (((email = lower(email)) AND (email ~ '^[^@\s]+@[^@\s]+\.[^@\s]+$'::text) AND (length(email) <= 254)))
person_address: person_address_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
person_address: person_address_pkey PRIMARY KEY (person_id)
practice: practice_name_check CHECK (((length(name) >= 2) AND (length(name) <= 160)))
practice: practice_phone_check CHECK ((phone ~ '^[0-9+ ]{0,20}$'::text))
practice: practice_pkey PRIMARY KEY (practice_id)
practice: practice_practice_id_is_example_key UNIQUE (practice_id, is_example)
practice_key: practice_key_key_hash_key UNIQUE (key_hash)
practice_key: practice_key_pkey PRIMARY KEY (practice_key_id)
practice_key: practice_key_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
practice_number: a_confirmed_number_has_one_practice EXCLUDE USING gist (number WITH =, valid WITH &&) WHERE ((confirmed_at IS NOT NULL))
practice_number: practice_number_number_check CHECK ((number ~ '^[0-9A-Z]{6}$'::text))
practice_number: practice_number_pkey PRIMARY KEY (practice_number_id)
practice_number: practice_number_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
practice_number: practice_number_valid_check CHECK ((NOT isempty(valid)))
publication: publication_check CHECK (((state = 'waiting'::text) = (finished_at IS NULL)))
publication: publication_check1 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL)))
publication: publication_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
publication: publication_indicator_key_fkey FOREIGN KEY (indicator_key) REFERENCES indicator(indicator_key)
publication: publication_pkey PRIMARY KEY (publication_id)
publication: publication_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(source_id)
publication: publication_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'refused'::text])))
questionnaire_result: questionnaire_result_cluster_id_questionnaire_round_id_fkey FOREIGN KEY (cluster_id, questionnaire_round_id) REFERENCES questionnaire_round(cluster_id, questionnaire_round_id)
questionnaire_result: questionnaire_result_party_check CHECK ((party = ANY (ARRAY['member'::text, 'partner'::text])))
questionnaire_result: questionnaire_result_pkey PRIMARY KEY (questionnaire_round_id, party)
questionnaire_round: asks_somebody CHECK (((asks <> 'nobody'::text) OR (partner_id IS NOT NULL)))
questionnaire_round: closes_after_it_opens CHECK ((opens_on <= closes_on))
questionnaire_round: counted_on_some_day CHECK (((state = 'counted'::text) = (counted_on IS NOT NULL)))
questionnaire_round: opened_at_some_time CHECK (((state = ANY (ARRAY['planned'::text, 'taken_back'::text])) OR (opened_at IS NOT NULL)))
questionnaire_round: questionnaire_round_asks_check CHECK ((asks = ANY (ARRAY['doctors'::text, 'everybody'::text, 'attendees'::text, 'nobody'::text])))
questionnaire_round: questionnaire_round_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
questionnaire_round: questionnaire_round_cluster_id_follows_id_fkey FOREIGN KEY (cluster_id, follows_id) REFERENCES questionnaire_round(cluster_id, questionnaire_round_id)
questionnaire_round: questionnaire_round_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
questionnaire_round: questionnaire_round_cluster_id_partner_id_fkey FOREIGN KEY (cluster_id, partner_id) REFERENCES partner(cluster_id, partner_id)
questionnaire_round: questionnaire_round_cluster_id_questionnaire_round_id_key UNIQUE (cluster_id, questionnaire_round_id)
questionnaire_round: questionnaire_round_definition_check CHECK (((jsonb_typeof(definition) = 'object'::text) AND (length((definition)::text) <= 200000)))
questionnaire_round: questionnaire_round_pkey PRIMARY KEY (questionnaire_round_id)
questionnaire_round: questionnaire_round_public_key_check CHECK ((length(public_key) = 32))
questionnaire_round: questionnaire_round_purpose_check CHECK ((purpose = ANY (ARRAY['topic'::text, 'evaluation'::text])))
questionnaire_round: questionnaire_round_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'open'::text, 'counted'::text, 'dropped'::text, 'taken_back'::text])))
questionnaire_round: sealed_when_open CHECK (((state <> 'open'::text) OR is_named OR (public_key IS NOT NULL)))
questionnaire_round: wellbeing_is_never_named CHECK ((NOT (is_named AND is_wellbeing)))
reference: one_reference_each UNIQUE NULLS NOT DISTINCT (indicator_key, period_from, period_until, level, area_code, source_id)
reference: percentiles_in_order CHECK (((p10 <= p25) AND (p25 <= p50) AND (p50 <= p75) AND (p75 <= p90)))
reference: reference_check CHECK ((period_from <= period_until))
reference: reference_indicator_key_fkey FOREIGN KEY (indicator_key) REFERENCES indicator(indicator_key)
reference: reference_level_check CHECK ((level = ANY (ARRAY['nation'::text, 'region'::text])))
reference: reference_origin_check CHECK ((origin = ANY (ARRAY['delivered'::text, 'computed'::text])))
reference: reference_practices_check CHECK ((practices >= 100))
reference: reference_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(source_id)
reference: reference_tau_squared_check CHECK ((tau_squared >= (0)::numeric))
region: region_pkey PRIMARY KEY (region_code)
resolution: resolution_cluster_id_agenda_item_id_fkey FOREIGN KEY (cluster_id, agenda_item_id) REFERENCES agenda_item(cluster_id, agenda_item_id) ON DELETE SET NULL (agenda_item_id)
resolution: resolution_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
resolution: resolution_cluster_id_owner_id_fkey FOREIGN KEY (cluster_id, owner_id) REFERENCES member(cluster_id, member_id)
resolution: resolution_cluster_id_resolution_id_key UNIQUE (cluster_id, resolution_id)
resolution: resolution_kind_check CHECK ((kind = ANY (ARRAY['decision'::text, 'action'::text])))
resolution: resolution_owner_check CHECK ((length(owner) <= 120))
resolution: resolution_pkey PRIMARY KEY (resolution_id)
resolution: resolution_sentence_check CHECK (((length(sentence) >= 1) AND (length(sentence) <= 600)))
respondent: one_of_the_two CHECK (((member_id IS NULL) <> (partner_person_id IS NULL)))
respondent: respondent_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
respondent: respondent_cluster_id_partner_person_id_fkey FOREIGN KEY (cluster_id, partner_person_id) REFERENCES partner_person(cluster_id, partner_person_id)
respondent: respondent_cluster_id_questionnaire_round_id_fkey FOREIGN KEY (cluster_id, questionnaire_round_id) REFERENCES questionnaire_round(cluster_id, questionnaire_round_id)
respondent: respondent_cluster_id_respondent_id_key UNIQUE (cluster_id, respondent_id)
respondent: respondent_pkey PRIMARY KEY (respondent_id)
respondent: respondent_questionnaire_round_id_member_id_key UNIQUE (questionnaire_round_id, member_id)
respondent: respondent_questionnaire_round_id_partner_person_id_key UNIQUE (questionnaire_round_id, partner_person_id)
role_holding: held_by_one CHECK ((num_nonnulls(member_id, practice_id) = 1))
role_holding: role_holding_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
role_holding: role_holding_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
role_holding: role_holding_pkey PRIMARY KEY (role_holding_id)
role_holding: role_holding_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
role_holding: role_holding_role_check CHECK ((role = ANY (ARRAY['coordinator'::text, 'board'::text, 'treasurer'::text])))
rsvp: rsvp_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'online'::text, 'no'::text])))
rsvp: rsvp_cluster_id_given_by_fkey FOREIGN KEY (cluster_id, given_by) REFERENCES member(cluster_id, member_id)
rsvp: rsvp_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
rsvp: rsvp_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
rsvp: rsvp_pkey PRIMARY KEY (meeting_id, member_id)
rsvp_need: rsvp_need_absence_check CHECK ((absence = ANY (ARRAY[''::text, 'duty'::text, 'holiday'::text, 'ill'::text, 'family'::text, 'course'::text, 'other'::text])))
rsvp_need: rsvp_need_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
rsvp_need: rsvp_need_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
rsvp_need: rsvp_need_diet_check CHECK ((diet = ANY (ARRAY[''::text, 'vegetarian'::text, 'vegan'::text, 'no_pork'::text, 'no_gluten'::text, 'no_lactose'::text, 'no_nuts'::text, 'other'::text])))
rsvp_need: rsvp_need_meeting_id_member_id_fkey FOREIGN KEY (meeting_id, member_id) REFERENCES rsvp(meeting_id, member_id) ON DELETE CASCADE
rsvp_need: rsvp_need_pkey PRIMARY KEY (meeting_id, member_id)
sealed_response: sealed_response_cluster_id_questionnaire_round_id_fkey FOREIGN KEY (cluster_id, questionnaire_round_id) REFERENCES questionnaire_round(cluster_id, questionnaire_round_id)
sealed_response: sealed_response_pkey PRIMARY KEY (sealed_response_id)
sealed_response: sealed_response_sealed_check CHECK (((length(sealed) >= 64) AND (length(sealed) <= 400000)))
session: session_device_check CHECK ((length(device) <= 120))
session: session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
session: session_pkey PRIMARY KEY (token_hash)
session: session_session_id_key UNIQUE (session_id)
session: session_token_hash_check CHECK ((length(token_hash) = 32))
sign_in_link: sign_in_link_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id)
sign_in_link: sign_in_link_pkey PRIMARY KEY (token_hash)
sign_in_link: sign_in_link_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'leave_address'::text, 'take_address'::text])))
sign_in_link: sign_in_link_target_check CHECK (((target ~ '^/([^/\\].*)?$'::text) AND (length(target) <= 300)))
sign_in_link: sign_in_link_token_hash_check CHECK ((length(token_hash) = 32))
source: a_coordinator_vouches_for_nobody CHECK ((NOT (is_trusted AND (kind = ANY (ARRAY['coordinator'::text, 'own_count'::text])))))
source: own_cluster_for_a_coordinator CHECK (((kind = ANY (ARRAY['coordinator'::text, 'own_count'::text])) = (cluster_id IS NOT NULL)))
source: source_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
source: source_kind_check CHECK ((kind = ANY (ARRAY['quality_unit'::text, 'region'::text, 'kiap'::text, 'municipality'::text, 'coordinator'::text, 'own_count'::text])))
source: source_name_check CHECK (((length(name) >= 2) AND (length(name) <= 120)))
source: source_pkey PRIMARY KEY (source_id)
source: source_source_id_is_example_key UNIQUE (source_id, is_example)
source_answer: source_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text])))
source_answer: source_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES member(member_id)
source_answer: source_answer_pkey PRIMARY KEY (practice_id, source_id, answered_at)
source_answer: source_answer_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
source_answer: source_answer_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(source_id)
source_cluster: serves_once_at_a_time EXCLUDE USING gist (source_id WITH =, cluster_id WITH =, valid WITH &&)
source_cluster: source_cluster_cluster_id_is_example_fkey FOREIGN KEY (cluster_id, is_example) REFERENCES cluster(cluster_id, is_example)
source_cluster: source_cluster_source_id_is_example_fkey FOREIGN KEY (source_id, is_example) REFERENCES source(source_id, is_example)
source_mapping: source_mapping_pkey PRIMARY KEY (source_id, header_hash)
source_mapping: source_mapping_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(source_id)
source_person: source_person_person_id_is_example_fkey FOREIGN KEY (person_id, is_example) REFERENCES person(person_id, is_example)
source_person: source_person_pkey PRIMARY KEY (source_id, person_id, valid)
source_person: source_person_source_id_is_example_fkey FOREIGN KEY (source_id, is_example) REFERENCES source(source_id, is_example)
spread: one_spread_each UNIQUE (cluster_id, indicator_key, period_from, period_until, source_id, version)
spread: spread_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
spread: spread_indicator_key_fkey FOREIGN KEY (indicator_key) REFERENCES indicator(indicator_key)
spread: spread_pkey PRIMARY KEY (spread_id)
spread: spread_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(source_id)
spread: spread_version_check CHECK ((version = ANY (ARRAY[0, 1, 2])))
spread_contributor: spread_contributor_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(delivery_id)
spread_contributor: spread_contributor_pkey PRIMARY KEY (spread_id, practice_id)
spread_contributor: spread_contributor_practice_id_fkey FOREIGN KEY (practice_id) REFERENCES practice(practice_id)
spread_contributor: spread_contributor_spread_id_fkey FOREIGN KEY (spread_id) REFERENCES spread(spread_id)
spread_total: spread_total_denominator_check CHECK (((denominator % 5) = 0))
spread_total: spread_total_numerator_check CHECK (((numerator % 5) = 0))
spread_total: spread_total_pkey PRIMARY KEY (spread_id)
spread_total: spread_total_spread_id_fkey FOREIGN KEY (spread_id) REFERENCES spread(spread_id)
text_answer: text_answer_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 4000)))
text_answer: text_answer_cluster_id_questionnaire_round_id_fkey FOREIGN KEY (cluster_id, questionnaire_round_id) REFERENCES questionnaire_round(cluster_id, questionnaire_round_id)
text_answer: text_answer_party_check CHECK ((party = ANY (ARRAY['member'::text, 'partner'::text])))
text_answer: text_answer_pkey PRIMARY KEY (text_answer_id)
topic: a_half_year_begins_it CHECK (((EXTRACT(day FROM planned_for) = (1)::numeric) AND (EXTRACT(month FROM planned_for) = ANY (ARRAY[(1)::numeric, (7)::numeric]))))
topic: merged_into_another CHECK ((((state = 'merged'::text) = (merged_into IS NOT NULL)) AND (merged_into <> topic_id)))
topic: planned_for_a_half_year CHECK (((state <> 'planned'::text) OR (planned_for IS NOT NULL)))
topic: topic_answer_check CHECK ((length(answer) <= 600))
topic: topic_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
topic: topic_cluster_id_merged_into_fkey FOREIGN KEY (cluster_id, merged_into) REFERENCES topic(cluster_id, topic_id)
topic: topic_cluster_id_proposer_id_fkey FOREIGN KEY (cluster_id, proposer_id) REFERENCES member(cluster_id, member_id)
topic: topic_cluster_id_topic_id_key UNIQUE (cluster_id, topic_id)
topic: topic_measure_check CHECK ((length(measure) <= 300))
topic: topic_pkey PRIMARY KEY (topic_id)
topic: topic_sentence_check CHECK (((length(sentence) >= 3) AND (length(sentence) <= 300)))
topic: topic_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'planned'::text, 'met'::text, 'merged'::text, 'dropped'::text, 'withdrawn'::text])))
topic_choice: topic_choice_cluster_id_topic_id_fkey FOREIGN KEY (cluster_id, topic_id) REFERENCES topic(cluster_id, topic_id)
topic_choice: topic_choice_cluster_id_topic_vote_id_fkey FOREIGN KEY (cluster_id, topic_vote_id) REFERENCES topic_vote(cluster_id, topic_vote_id)
topic_choice: topic_choice_pkey PRIMARY KEY (topic_vote_id, topic_id)
topic_dot: topic_dot_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
topic_dot: topic_dot_dots_check CHECK (((dots >= 1) AND (dots <= 10)))
topic_dot: topic_dot_pkey PRIMARY KEY (topic_vote_id, topic_id, member_id)
topic_dot: topic_dot_topic_vote_id_topic_id_fkey FOREIGN KEY (topic_vote_id, topic_id) REFERENCES topic_choice(topic_vote_id, topic_id)
topic_helper: topic_helper_cluster_id_member_id_fkey FOREIGN KEY (cluster_id, member_id) REFERENCES member(cluster_id, member_id)
topic_helper: topic_helper_cluster_id_topic_id_fkey FOREIGN KEY (cluster_id, topic_id) REFERENCES topic(cluster_id, topic_id)
topic_helper: topic_helper_pkey PRIMARY KEY (topic_id, member_id)
topic_vote: topic_vote_cluster_id_fkey FOREIGN KEY (cluster_id) REFERENCES cluster(cluster_id)
topic_vote: topic_vote_cluster_id_topic_vote_id_key UNIQUE (cluster_id, topic_vote_id)
topic_vote: topic_vote_dots_check CHECK (((dots >= 1) AND (dots <= 10)))
topic_vote: topic_vote_pkey PRIMARY KEY (topic_vote_id)
venue_told: venue_told_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
venue_told: venue_told_cluster_id_venue_told_id_key UNIQUE (cluster_id, venue_told_id)
venue_told: venue_told_people_check CHECK ((people >= 0))
venue_told: venue_told_pkey PRIMARY KEY (venue_told_id)
visitor_present: visitor_present_belongs_to_check CHECK ((length(belongs_to) <= 160))
visitor_present: visitor_present_cluster_id_meeting_id_fkey FOREIGN KEY (cluster_id, meeting_id) REFERENCES meeting(cluster_id, meeting_id)
visitor_present: visitor_present_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
visitor_present: visitor_present_pkey PRIMARY KEY (visitor_present_id)
worker_sign: worker_sign_only_one_check CHECK (only_one)
worker_sign: worker_sign_pkey PRIMARY KEY (only_one)

-- Indexes

CREATE UNIQUE INDEX address_change_pkey ON public.address_change USING btree (person_id);
CREATE UNIQUE INDEX agenda_item_cluster_id_agenda_item_id_key ON public.agenda_item USING btree (cluster_id, agenda_item_id);
CREATE INDEX agenda_item_meeting_id_position_idx ON public.agenda_item USING btree (meeting_id, "position");
CREATE UNIQUE INDEX agenda_item_pkey ON public.agenda_item USING btree (agenda_item_id);
CREATE UNIQUE INDEX agreement_cluster_id_agreement_id_key ON public.agreement USING btree (cluster_id, agreement_id);
CREATE INDEX agreement_cluster_id_measured_again_on_idx ON public.agreement USING btree (cluster_id, measured_again_on);
CREATE UNIQUE INDEX agreement_pkey ON public.agreement USING btree (agreement_id);
CREATE INDEX anonymous_answer_questionnaire_round_id_idx ON public.anonymous_answer USING btree (questionnaire_round_id);
CREATE UNIQUE INDEX answer_draft_pkey ON public.answer_draft USING btree (respondent_id);
CREATE INDEX attempt_key_hash_at_idx ON public.attempt USING btree (key_hash, at);
CREATE UNIQUE INDEX attendance_pkey ON public.attendance USING btree (meeting_id, member_id);
CREATE UNIQUE INDEX cluster_cluster_id_is_example_key ON public.cluster USING btree (cluster_id, is_example);
CREATE UNIQUE INDEX cluster_pkey ON public.cluster USING btree (cluster_id);
CREATE INDEX cluster_practice_cluster_id_practice_id_idx ON public.cluster_practice USING btree (cluster_id, practice_id);
CREATE INDEX one_cluster_at_a_time ON public.cluster_practice USING gist (practice_id, valid);
CREATE UNIQUE INDEX date_must_pkey ON public.date_must USING btree (date_poll_id, member_id);
CREATE UNIQUE INDEX date_option_cluster_id_date_option_id_key ON public.date_option USING btree (cluster_id, date_option_id);
CREATE UNIQUE INDEX date_option_date_poll_id_held_on_starts_at_key ON public.date_option USING btree (date_poll_id, held_on, starts_at);
CREATE UNIQUE INDEX date_option_pkey ON public.date_option USING btree (date_option_id);
CREATE UNIQUE INDEX date_poll_cluster_id_date_poll_id_key ON public.date_poll USING btree (cluster_id, date_poll_id);
CREATE UNIQUE INDEX date_poll_meeting_id_key ON public.date_poll USING btree (meeting_id);
CREATE UNIQUE INDEX date_poll_pkey ON public.date_poll USING btree (date_poll_id);
CREATE INDEX date_vote_member_id_idx ON public.date_vote USING btree (member_id);
CREATE UNIQUE INDEX date_vote_pkey ON public.date_vote USING btree (date_option_id, member_id);
CREATE UNIQUE INDEX deadline_cluster_id_deadline_id_key ON public.deadline USING btree (cluster_id, deadline_id);
CREATE INDEX deadline_cluster_id_state_due_on_idx ON public.deadline USING btree (cluster_id, state, due_on);
CREATE INDEX deadline_meeting_id_idx ON public.deadline USING btree (meeting_id);
CREATE UNIQUE INDEX deadline_pkey ON public.deadline USING btree (deadline_id);
CREATE UNIQUE INDEX delivery_pkey ON public.delivery USING btree (delivery_id);
CREATE INDEX delivery_source_id_confirmed_at_idx ON public.delivery USING btree (source_id, confirmed_at);
CREATE UNIQUE INDEX the_same_file_once ON public.delivery USING btree (source_id, file_hash) WHERE (state = 'confirmed'::text);
CREATE INDEX delivery_part_cluster_id_idx ON public.delivery_part USING btree (cluster_id);
CREATE UNIQUE INDEX delivery_part_pkey ON public.delivery_part USING btree (delivery_id, cluster_id, indicator_key, period_from, period_until);
CREATE UNIQUE INDEX example_letter_pkey ON public.example_letter USING btree (letter_id);
CREATE UNIQUE INDEX expense_cluster_id_expense_id_key ON public.expense USING btree (cluster_id, expense_id);
CREATE INDEX expense_cluster_id_meeting_id_idx ON public.expense USING btree (cluster_id, meeting_id);
CREATE UNIQUE INDEX expense_pkey ON public.expense USING btree (expense_id);
CREATE UNIQUE INDEX figure_access_pkey ON public.figure_access USING btree (member_id);
CREATE INDEX figure_access_practice_id_idx ON public.figure_access USING btree (practice_id);
CREATE UNIQUE INDEX figure_look_pkey ON public.figure_look USING btree (figure_look_id);
CREATE INDEX figure_look_practice_id_looked_at_idx ON public.figure_look USING btree (practice_id, looked_at);
CREATE UNIQUE INDEX figure_order_cluster_id_figure_order_id_key ON public.figure_order USING btree (cluster_id, figure_order_id);
CREATE INDEX figure_order_cluster_id_state_idx ON public.figure_order USING btree (cluster_id, state);
CREATE UNIQUE INDEX figure_order_pkey ON public.figure_order USING btree (figure_order_id);
CREATE UNIQUE INDEX guest_cluster_id_guest_id_key ON public.guest USING btree (cluster_id, guest_id);
CREATE UNIQUE INDEX guest_meeting_id_partner_person_id_key ON public.guest USING btree (meeting_id, partner_person_id);
CREATE UNIQUE INDEX guest_pkey ON public.guest USING btree (guest_id);
CREATE UNIQUE INDEX guest_vote_pkey ON public.guest_vote USING btree (date_option_id, guest_id);
CREATE UNIQUE INDEX indicator_pkey ON public.indicator USING btree (indicator_key);
CREATE UNIQUE INDEX invitation_pkey ON public.invitation USING btree (meeting_id, member_id);
CREATE UNIQUE INDEX each_command_once ON public.journal USING btree (person_id, command_id) NULLS NOT DISTINCT;
CREATE INDEX journal_cluster_id_at_idx ON public.journal USING btree (cluster_id, at);
CREATE UNIQUE INDEX journal_pkey ON public.journal USING btree (journal_id);
CREATE UNIQUE INDEX kept_file_cluster_id_kept_file_id_key ON public.kept_file USING btree (cluster_id, kept_file_id);
CREATE INDEX kept_file_meeting_id_idx ON public.kept_file USING btree (meeting_id);
CREATE UNIQUE INDEX kept_file_pkey ON public.kept_file USING btree (kept_file_id);
CREATE INDEX letter_digest_id_idx ON public.letter USING btree (digest_id) WHERE (digest_id IS NOT NULL);
CREATE INDEX letter_meeting_id_idx ON public.letter USING btree (meeting_id);
CREATE UNIQUE INDEX letter_message_id_key ON public.letter USING btree (message_id);
CREATE UNIQUE INDEX letter_pkey ON public.letter USING btree (letter_id);
CREATE INDEX letter_respondent_id_idx ON public.letter USING btree (respondent_id) WHERE (respondent_id IS NOT NULL);
CREATE INDEX letter_round_id_idx ON public.letter USING btree (round_id);
CREATE INDEX letters_for_digests ON public.letter USING btree (person_id, due_at) WHERE (is_for_digest AND (digest_id IS NULL) AND (sent_at IS NULL) AND (failure IS NULL) AND (recalled_at IS NULL));
CREATE INDEX letters_to_send ON public.letter USING btree (due_at) WHERE ((sent_at IS NULL) AND (recalled_at IS NULL));
CREATE INDEX link_cluster_id_member_id_idx ON public.link USING btree (cluster_id, member_id);
CREATE INDEX link_meeting_id_idx ON public.link USING btree (meeting_id);
CREATE UNIQUE INDEX link_pkey ON public.link USING btree (token_hash);
CREATE INDEX one_list_size_at_a_time ON public.list_size USING gist (practice_id, valid);
CREATE INDEX measurement_indicator_key_period_from_period_until_idx ON public.measurement USING btree (indicator_key, period_from, period_until);
CREATE UNIQUE INDEX measurement_pkey ON public.measurement USING btree (practice_id, indicator_key, period_from, period_until, delivery_id);
CREATE INDEX meeting_cluster_id_held_on_idx ON public.meeting USING btree (cluster_id, held_on);
CREATE UNIQUE INDEX meeting_cluster_id_meeting_id_key ON public.meeting USING btree (cluster_id, meeting_id);
CREATE UNIQUE INDEX meeting_pkey ON public.meeting USING btree (meeting_id);
CREATE UNIQUE INDEX meeting_person_pkey ON public.meeting_person USING btree (meeting_id, member_id, part);
CREATE UNIQUE INDEX member_cluster_id_member_id_key ON public.member USING btree (cluster_id, member_id);
CREATE INDEX member_person_id_idx ON public.member USING btree (person_id);
CREATE UNIQUE INDEX member_pkey ON public.member USING btree (member_id);
CREATE INDEX member_practice_id_idx ON public.member USING btree (practice_id);
CREATE INDEX once_per_cluster_and_practice ON public.member USING gist (person_id, cluster_id, COALESCE(practice_id, cluster_id), valid);
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name);
CREATE UNIQUE INDEX municipality_pkey ON public.municipality USING btree (municipality_code);
CREATE UNIQUE INDEX municipality_region_pkey ON public.municipality_region USING btree (municipality_code, region_code, valid);
CREATE INDEX one_region_at_a_time ON public.municipality_region USING gist (municipality_code, valid);
CREATE UNIQUE INDEX muted_pkey ON public.muted USING btree (person_id, kind);
CREATE UNIQUE INDEX named_answer_pkey ON public.named_answer USING btree (respondent_id, question_key);
CREATE UNIQUE INDEX own_count_ask_cluster_id_own_count_ask_id_key ON public.own_count_ask USING btree (cluster_id, own_count_ask_id);
CREATE INDEX own_count_ask_cluster_id_state_idx ON public.own_count_ask USING btree (cluster_id, state);
CREATE UNIQUE INDEX own_count_ask_meeting_id_indicator_key_due_on_key ON public.own_count_ask USING btree (meeting_id, indicator_key, due_on);
CREATE UNIQUE INDEX own_count_ask_pkey ON public.own_count_ask USING btree (own_count_ask_id);
CREATE INDEX own_doing_cluster_id_at_idx ON public.own_doing USING btree (cluster_id, at);
CREATE UNIQUE INDEX own_doing_cluster_id_own_doing_id_key ON public.own_doing USING btree (cluster_id, own_doing_id);
CREATE UNIQUE INDEX own_doing_pkey ON public.own_doing USING btree (own_doing_id);
CREATE INDEX own_package_cluster_id_idx ON public.own_package USING btree (cluster_id);
CREATE UNIQUE INDEX own_package_cluster_id_own_package_id_key ON public.own_package USING btree (cluster_id, own_package_id);
CREATE UNIQUE INDEX own_package_pkey ON public.own_package USING btree (own_package_id);
CREATE INDEX own_questionnaire_cluster_id_idx ON public.own_questionnaire USING btree (cluster_id);
CREATE UNIQUE INDEX own_questionnaire_cluster_id_own_questionnaire_id_key ON public.own_questionnaire USING btree (cluster_id, own_questionnaire_id);
CREATE UNIQUE INDEX own_questionnaire_pkey ON public.own_questionnaire USING btree (own_questionnaire_id);
CREATE UNIQUE INDEX package_pkey ON public.package USING btree (package_key);
CREATE INDEX partner_cluster_id_idx ON public.partner USING btree (cluster_id);
CREATE UNIQUE INDEX partner_cluster_id_partner_id_key ON public.partner USING btree (cluster_id, partner_id);
CREATE UNIQUE INDEX partner_pkey ON public.partner USING btree (partner_id);
CREATE UNIQUE INDEX partner_person_cluster_id_partner_person_id_key ON public.partner_person USING btree (cluster_id, partner_person_id);
CREATE INDEX partner_person_partner_id_idx ON public.partner_person USING btree (partner_id);
CREATE UNIQUE INDEX partner_person_pkey ON public.partner_person USING btree (partner_person_id);
CREATE UNIQUE INDEX partner_question_cluster_id_partner_question_id_key ON public.partner_question USING btree (cluster_id, partner_question_id);
CREATE INDEX partner_question_meeting_id_idx ON public.partner_question USING btree (meeting_id);
CREATE UNIQUE INDEX partner_question_pkey ON public.partner_question USING btree (partner_question_id);
CREATE UNIQUE INDEX person_person_id_is_example_key ON public.person USING btree (person_id, is_example);
CREATE UNIQUE INDEX person_pkey ON public.person USING btree (person_id);
CREATE UNIQUE INDEX one_person_per_address ON public.person_address USING btree (email);
CREATE UNIQUE INDEX person_address_pkey ON public.person_address USING btree (person_id);
CREATE UNIQUE INDEX practice_pkey ON public.practice USING btree (practice_id);
CREATE UNIQUE INDEX practice_practice_id_is_example_key ON public.practice USING btree (practice_id, is_example);
CREATE UNIQUE INDEX practice_key_key_hash_key ON public.practice_key USING btree (key_hash);
CREATE UNIQUE INDEX practice_key_pkey ON public.practice_key USING btree (practice_key_id);
CREATE INDEX practice_key_practice_id_idx ON public.practice_key USING btree (practice_id);
CREATE INDEX a_confirmed_number_has_one_practice ON public.practice_number USING gist (number, valid) WHERE (confirmed_at IS NOT NULL);
CREATE UNIQUE INDEX practice_number_pkey ON public.practice_number USING btree (practice_number_id);
CREATE INDEX practice_number_practice_id_idx ON public.practice_number USING btree (practice_id);
CREATE INDEX publication_cluster_id_requested_at_idx ON public.publication USING btree (cluster_id, requested_at);
CREATE UNIQUE INDEX publication_pkey ON public.publication USING btree (publication_id);
CREATE UNIQUE INDEX questionnaire_result_pkey ON public.questionnaire_result USING btree (questionnaire_round_id, party);
CREATE INDEX questionnaire_round_cluster_id_idx ON public.questionnaire_round USING btree (cluster_id);
CREATE UNIQUE INDEX questionnaire_round_cluster_id_questionnaire_round_id_key ON public.questionnaire_round USING btree (cluster_id, questionnaire_round_id);
CREATE INDEX questionnaire_round_meeting_id_idx ON public.questionnaire_round USING btree (meeting_id);
CREATE UNIQUE INDEX questionnaire_round_pkey ON public.questionnaire_round USING btree (questionnaire_round_id);
CREATE INDEX rounds_under_way ON public.questionnaire_round USING btree (state) WHERE (state = ANY (ARRAY['planned'::text, 'open'::text]));
CREATE UNIQUE INDEX one_reference_each ON public.reference USING btree (indicator_key, period_from, period_until, level, area_code, source_id) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX region_pkey ON public.region USING btree (region_code);
CREATE INDEX resolution_cluster_id_idx ON public.resolution USING btree (cluster_id) WHERE ((kind = 'action'::text) AND (done_at IS NULL));
CREATE UNIQUE INDEX resolution_cluster_id_resolution_id_key ON public.resolution USING btree (cluster_id, resolution_id);
CREATE UNIQUE INDEX resolution_pkey ON public.resolution USING btree (resolution_id);
CREATE UNIQUE INDEX respondent_cluster_id_respondent_id_key ON public.respondent USING btree (cluster_id, respondent_id);
CREATE INDEX respondent_member_id_idx ON public.respondent USING btree (member_id);
CREATE INDEX respondent_partner_person_id_idx ON public.respondent USING btree (partner_person_id);
CREATE UNIQUE INDEX respondent_pkey ON public.respondent USING btree (respondent_id);
CREATE UNIQUE INDEX respondent_questionnaire_round_id_member_id_key ON public.respondent USING btree (questionnaire_round_id, member_id);
CREATE UNIQUE INDEX respondent_questionnaire_round_id_partner_person_id_key ON public.respondent USING btree (questionnaire_round_id, partner_person_id);
CREATE INDEX role_holding_cluster_id_idx ON public.role_holding USING btree (cluster_id);
CREATE UNIQUE INDEX role_holding_pkey ON public.role_holding USING btree (role_holding_id);
CREATE UNIQUE INDEX rsvp_pkey ON public.rsvp USING btree (meeting_id, member_id);
CREATE UNIQUE INDEX rsvp_need_pkey ON public.rsvp_need USING btree (meeting_id, member_id);
CREATE UNIQUE INDEX sealed_response_pkey ON public.sealed_response USING btree (sealed_response_id);
CREATE INDEX sealed_response_questionnaire_round_id_idx ON public.sealed_response USING btree (questionnaire_round_id);
CREATE INDEX session_person_id_idx ON public.session USING btree (person_id);
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (token_hash);
CREATE UNIQUE INDEX session_session_id_key ON public.session USING btree (session_id);
CREATE INDEX sign_in_link_person_id_idx ON public.sign_in_link USING btree (person_id);
CREATE UNIQUE INDEX sign_in_link_pkey ON public.sign_in_link USING btree (token_hash);
CREATE UNIQUE INDEX one_own_source_per_cluster ON public.source USING btree (cluster_id) WHERE (kind = 'coordinator'::text);
CREATE UNIQUE INDEX one_source_of_own_counts_per_cluster ON public.source USING btree (cluster_id) WHERE (kind = 'own_count'::text);
CREATE UNIQUE INDEX source_pkey ON public.source USING btree (source_id);
CREATE UNIQUE INDEX source_source_id_is_example_key ON public.source USING btree (source_id, is_example);
CREATE UNIQUE INDEX source_answer_pkey ON public.source_answer USING btree (practice_id, source_id, answered_at);
CREATE INDEX serves_once_at_a_time ON public.source_cluster USING gist (source_id, cluster_id, valid);
CREATE INDEX source_cluster_cluster_id_idx ON public.source_cluster USING btree (cluster_id);
CREATE UNIQUE INDEX source_mapping_pkey ON public.source_mapping USING btree (source_id, header_hash);
CREATE INDEX source_person_person_id_idx ON public.source_person USING btree (person_id);
CREATE UNIQUE INDEX source_person_pkey ON public.source_person USING btree (source_id, person_id, valid);
CREATE UNIQUE INDEX one_spread_each ON public.spread USING btree (cluster_id, indicator_key, period_from, period_until, source_id, version);
CREATE UNIQUE INDEX spread_pkey ON public.spread USING btree (spread_id);
CREATE UNIQUE INDEX spread_contributor_pkey ON public.spread_contributor USING btree (spread_id, practice_id);
CREATE INDEX spread_contributor_practice_id_idx ON public.spread_contributor USING btree (practice_id);
CREATE UNIQUE INDEX spread_total_pkey ON public.spread_total USING btree (spread_id);
CREATE UNIQUE INDEX text_answer_pkey ON public.text_answer USING btree (text_answer_id);
CREATE INDEX text_answer_questionnaire_round_id_idx ON public.text_answer USING btree (questionnaire_round_id);
CREATE INDEX topic_cluster_id_state_idx ON public.topic USING btree (cluster_id, state);
CREATE UNIQUE INDEX topic_cluster_id_topic_id_key ON public.topic USING btree (cluster_id, topic_id);
CREATE UNIQUE INDEX topic_pkey ON public.topic USING btree (topic_id);
CREATE UNIQUE INDEX topic_choice_pkey ON public.topic_choice USING btree (topic_vote_id, topic_id);
CREATE UNIQUE INDEX topic_dot_pkey ON public.topic_dot USING btree (topic_vote_id, topic_id, member_id);
CREATE UNIQUE INDEX topic_helper_pkey ON public.topic_helper USING btree (topic_id, member_id);
CREATE UNIQUE INDEX one_open_topic_vote ON public.topic_vote USING btree (cluster_id) WHERE (closed_at IS NULL);
CREATE UNIQUE INDEX topic_vote_cluster_id_topic_vote_id_key ON public.topic_vote USING btree (cluster_id, topic_vote_id);
CREATE UNIQUE INDEX topic_vote_pkey ON public.topic_vote USING btree (topic_vote_id);
CREATE UNIQUE INDEX venue_told_cluster_id_venue_told_id_key ON public.venue_told USING btree (cluster_id, venue_told_id);
CREATE INDEX venue_told_meeting_id_told_at_idx ON public.venue_told USING btree (meeting_id, told_at);
CREATE UNIQUE INDEX venue_told_pkey ON public.venue_told USING btree (venue_told_id);
CREATE UNIQUE INDEX visitor_present_pkey ON public.visitor_present USING btree (visitor_present_id);
CREATE UNIQUE INDEX worker_sign_pkey ON public.worker_sign USING btree (only_one);

-- Views

view latest_measurement security_invoker=true as
 SELECT DISTINCT ON (m.practice_id, m.indicator_key, m.period_from, m.period_until, d.source_id) m.practice_id,
    m.indicator_key,
    m.period_from,
    m.period_until,
    d.source_id,
    m.delivery_id,
    m.numerator,
    m.denominator,
    m.value,
    m.missing,
    d.deliverer_id,
    d.extracted_on,
    d.confirmed_at
   FROM (measurement m
     JOIN delivery d USING (delivery_id))
  WHERE (d.state = 'confirmed'::text)
  ORDER BY m.practice_id, m.indicator_key, m.period_from, m.period_until, d.source_id, d.confirmed_at DESC, m.delivery_id;
view latest_source_answer security_invoker=true as
 SELECT DISTINCT ON (practice_id, source_id) practice_id,
    source_id,
    answer,
    answered_by,
    answered_at
   FROM source_answer
  ORDER BY practice_id, source_id, answered_at DESC;

-- Functions

CREATE OR REPLACE FUNCTION public.a_delivery_moves_on()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if old.state <> 'draft' and to_jsonb(new) - array['state', 'withdrawn_at', 'withdrawn_by']
        is distinct from to_jsonb(old) - array['state', 'withdrawn_at', 'withdrawn_by'] then
      raise exception 'a delivery is not rewritten';
    end if;
    if (old.state, new.state) not in (('draft', 'draft'), ('draft', 'confirmed'), ('draft', 'refused'), ('confirmed', 'withdrawn')) then
      raise exception 'a delivery does not go from % to %', old.state, new.state;
    end if;
    if current_person() is not null and old.state = 'draft' and old.deliverer_id is distinct from current_person() then
      raise exception 'a draft belongs to who uploaded it';
    end if;
    return new;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.addresses_elsewhere(addresses text[])
 RETURNS TABLE(address text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select given.address from person me, unnest(addresses) given (address)
    where me.person_id = current_person()
      and (me.is_example and given.address not like '%.example' or exists (
        select from person_address a join person p using (person_id)
        where a.email = given.address and p.is_example <> me.is_example))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.announce_delivery(which uuid, message_host text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if exists (select from delivery d where d.delivery_id = which and d.state = 'confirmed'
      and d.source_id = current_source() and d.confirmed_at = current_moment())
    then perform tell_the_doctors(which, message_host); end if;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.answer_as_guest(what text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with answered as (
      update guest g set answer = what, answered_at = current_moment() from meeting m
      where g.guest_id = (select guest_id from visiting()) and m.meeting_id = g.meeting_id and what in ('yes', 'no')
        and m.state in ('reserved', 'confirmed') and m.held_on >= current_day()
      returning 1)
    select exists (select from answered)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.answer_own_counts(practice uuid, said text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare counter record; own record;
  begin
    select * into counter from counting_for() where practice_id = practice and decides;
    select * into own from own_count_answers() where practice_id = practice;
    if counter.member_id is null or own.source_id is null or said not in ('yes', 'no') then return false; end if;
    insert into source_answer (practice_id, source_id, answer, answered_by, answered_at)
      values (practice, own.source_id, said, counter.member_id, greatest(current_moment(), own.answered_at + interval '1 millisecond'));
    if said = 'no' then perform take_down_own_counts(practice, own.source_id); end if;
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.answer_pre_meeting_as_guest(what text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with answered as (
      update guest g set pre_meeting_answer = what from meeting m
      where g.guest_id = (select guest_id from visiting()) and m.meeting_id = g.meeting_id and what in ('yes', 'no')
        and g.pre_meeting_on >= current_day() and m.state not in ('closed', 'cancelled')
      returning 1)
    select exists (select from answered)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.answer_question_as_guest(which uuid, words text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with answered as (
      update partner_question q set answer = words, answered_at = case when words = '' then null else current_moment() end,
        answered_guest_id = case when words = '' then null else v.guest_id end,
        answered_by = case when words = '' then '' else left(p.name || ', ' || pa.name, 160) end
      from visiting() v join guest g using (guest_id) join partner_person p using (partner_person_id) join partner pa on pa.partner_id = p.partner_id
      where q.partner_question_id = which and q.meeting_id = v.meeting_id
        and (q.answer = '' or q.answered_guest_id = v.guest_id)
      returning 1)
    select exists (select from answered)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.answering()
 RETURNS TABLE(cluster_id uuid, member_id uuid, practice_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.cluster_id, m.member_id, m.practice_id, m.person_id from member m
    where m.cluster_id = (select current_cluster()) and m.person_id = (select current_person()) and m.valid @> (select current_day())
    union
    select m.cluster_id, m.member_id, m.practice_id, m.person_id
    from current_link() l
    join member own on own.member_id = l.member_id and own.valid @> (select current_day())
    join member m on m.cluster_id = own.cluster_id and m.person_id = own.person_id and m.valid @> (select current_day())
    where l.purpose = 'member'
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.answering_clinic()
 RETURNS TABLE(member_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.member_id from member m
    join (select distinct cluster_id, practice_id, member_id from answering()) a
      on a.cluster_id = m.cluster_id and (a.practice_id = m.practice_id or a.member_id = m.member_id)
    where m.valid @> (select current_day())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.answering_cluster()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select cluster_id from answering() limit 1 $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.arranges()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select (select current_roles()) && array['coordinator', 'board', 'secretary'] $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.attempt_allowed(key text, allowed integer, span interval)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare tried integer;
  begin
    perform pg_advisory_xact_lock(hashtextextended(key, 17));
    delete from attempt where at < current_moment() - interval '2 days';
    insert into attempt (key_hash, at) values (hash_of(key), current_moment());
    select count(*) into tried from attempt where key_hash = hash_of(key) and at > current_moment() - span;
    return tried <= allowed;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.ballot_within_its_dots()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if (select sum(d.dots) from topic_dot d join member m using (member_id) where d.topic_vote_id = new.topic_vote_id
          and m.person_id = (select person_id from member where member_id = new.member_id))
       > (select dots from topic_vote where topic_vote_id = new.topic_vote_id) then
      raise exception using errcode = 'check_violation', constraint = 'ballot_within_its_dots', message = 'more dots than the vote gives';
    end if;
    return null;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.calendar_meetings()
 RETURNS TABLE(meeting_id uuid, cluster_id uuid, title text, state text, held_on date, starts_at time without time zone, minutes integer, place text, address text, online_url text, calendar_sequence integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.meeting_id, m.cluster_id, m.title, m.state, m.held_on, m.starts_at, m.minutes, m.place, m.address, m.online_url, m.calendar_sequence
    from current_link() l
    join member own on own.member_id = l.member_id and own.valid @> (select current_day())
    join meeting m on m.cluster_id = l.cluster_id
    where l.purpose = 'feed' and m.held_on > (select current_day()) - 400 and m.state in ('reserved', 'confirmed', 'held', 'closed', 'cancelled')
      and (m.kind not in ('board', 'pre_meeting') or exists (select from invitation i join member asked on asked.member_id = i.member_id
        where i.meeting_id = m.meeting_id and asked.person_id = own.person_id))
    order by m.held_on, m.starts_at, m.meeting_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.called_off_guest()
 RETURNS TABLE(meeting_title text, held_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.title, m.held_on from current_link() l
    join guest g on g.guest_id = l.guest_id join meeting m on m.meeting_id = g.meeting_id
    where l.purpose = 'guest' and g.cancelled_at is not null and (m.held_on is null or m.held_on + 30 >= current_day())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.clinic_people()
 RETURNS TABLE(member_id uuid, practice_id uuid, practice_name text, name text, kind text, is_self boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.member_id, m.practice_id, coalesce(pr.name, ''), p.name, m.kind, m.member_id in (select member_id from answering())
    from member m join person p using (person_id) left join practice pr on pr.practice_id = m.practice_id
    where m.member_id in (select member_id from answering_clinic())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.close_room(which uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare ended integer;
  begin
    update link l set ended_at = current_moment() from meeting m
      where m.meeting_id = which and m.cluster_id = current_cluster() and arranges()
        and l.meeting_id = m.meeting_id and l.purpose = 'room' and l.ended_at is null;
    get diagnostics ended = row_count;
    return ended;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.closed_for_good()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    raise exception using errcode = 'insufficient_privilege', message = 'a meeting that is closed stays closed';
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.cluster_of_old_link(token text)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select c.name from link l join cluster c using (cluster_id) where l.token_hash = hash_of(token) $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.clusters_in_sight()
 RETURNS TABLE(cluster_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select cluster_id from own_clusters()
    union
    select cluster_id from source_cluster where source_id in (select source_id from own_sources()) and valid @> current_day()
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.clusters_of_source(which uuid)
 RETURNS TABLE(cluster_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select c.cluster_id from source_cluster c join source s using (source_id)
    where c.source_id = which and c.valid @> current_day()
      and (s.kind not in ('coordinator', 'own_count') or c.cluster_id = s.cluster_id)
  $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.clusters_served()
 RETURNS TABLE(cluster_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select cluster_id from clusters_of_source(current_source()) $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.colleagues_of_own_practices()
 RETURNS TABLE(practice_id uuid, member_id uuid, name text, kind text, email text, is_oneself boolean, invited_at timestamp with time zone, opened_by text, confirmed_by_name text, opened_at timestamp with time zone, ended_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.practice_id, m.member_id, p.name, m.kind,
      case when m.practice_id in (select practice_id from practices_to_decide_for()) then e.email end,
      m.person_id = current_person(), m.invited_at, a.opened_by, by_person.name, a.opened_at, a.ended_at
    from member m
    join person p using (person_id)
    left join person_address e using (person_id)
    left join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id
    left join member by_member on by_member.member_id = a.confirmed_by
    left join person by_person on by_person.person_id = by_member.person_id
    where m.practice_id in (select practice_id from own_practices()) and m.valid @> current_day()
      and (m.cluster_id = current_cluster() or a.ended_at is null and a.opened_at is not null)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.confirm_number(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    update practice_number n set confirmed_at = current_moment()
      where n.practice_number_id = which and n.confirmed_at is null
        and exists (select from source s where s.source_id = current_source() and s.is_trusted)
        and n.practice_id in (select practice_id from numbers_of_source(current_source(), current_day()));
    return found;
  exception when exclusion_violation then return false;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.confirm_venue(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare page record;
  begin
    select * into page from venue_page();
    if page.venue_told_id is distinct from which or which is null or page.state not in ('reserved', 'confirmed')
      or page.is_current is not true then return false; end if;
    update venue_told set confirmed_at = current_moment() where venue_told_id = which and confirmed_at is null;
    update meeting set venue_confirmed_at = current_moment()
      where meeting_id = (select l.meeting_id from current_link() l) and venue_confirmed_at is null;
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.confirms_a_colleague(which uuid, practice uuid, confirmer uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select practice in (select practice_id from practices_to_decide_for())
      and exists (select from member m where m.member_id = confirmer and m.person_id = current_person()
        and m.practice_id = practice and m.kind = 'doctor' and m.valid @> current_day())
      and exists (select from member m where m.member_id = which and m.person_id <> current_person()
        and m.practice_id = practice and m.valid @> current_day())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.contributing_practices(key text, from_day date, until_day date, source uuid)
 RETURNS TABLE(practice_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select cp.practice_id from cluster_practice cp
    where cp.cluster_id = current_cluster() and cp.valid @> current_day()
      and current_roles() && array['coordinator', 'board']
      and exists (
        select from measurement m join delivery d using (delivery_id)
        where m.practice_id = cp.practice_id and m.indicator_key = key and m.period_from = from_day
          and m.period_until = until_day and d.source_id = source and d.state = 'confirmed')
      and (is_own_count(source)
        or (select a.answer from source_answer a where a.practice_id = cp.practice_id and a.source_id = source
           order by answered_at desc limit 1) = 'yes')
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.coordinates(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (
      select from member m join role_holding h on h.cluster_id = m.cluster_id and h.role = 'coordinator'
        and (h.member_id = m.member_id or h.practice_id = m.practice_id and m.kind = 'doctor')
      where m.cluster_id = which and m.person_id = current_person()
        and m.valid @> current_day() and h.valid @> current_day())
  $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.counted_of(which uuid)
 RETURNS TABLE(practice_id uuid, has_counted boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select c.practice_id, exists (
      select from measurement m join delivery d using (delivery_id) join source s using (source_id)
      where m.practice_id = c.practice_id and m.indicator_key = a.indicator_key and m.period_from = a.period_from
        and m.period_until = a.period_until and d.state = 'confirmed' and s.kind = 'own_count' and s.cluster_id = a.cluster_id)
    from own_count_ask a join cluster_practice c on c.cluster_id = a.cluster_id and c.valid @> current_day()
    where a.own_count_ask_id = which
  $function$

-- may be called by: klyngerum_owner, klyngerum_worker

CREATE OR REPLACE FUNCTION public.counters_in(which uuid)
 RETURNS TABLE(practice_id uuid, person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct m.practice_id, m.person_id
    from member m
    join cluster_practice c on c.cluster_id = m.cluster_id and c.practice_id = m.practice_id and c.valid @> current_day()
    join practice p on p.practice_id = m.practice_id
    left join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id and a.ended_at is null
    where m.cluster_id = which and m.valid @> current_day()
      and (a.member_id is not null and (m.kind = 'doctor' or m.kind = 'trainee' and p.trainees_see or m.kind = 'staff' and p.staff_see)
        or m.kind = 'doctor' and not is_opened(m.practice_id))
  $function$

-- may be called by: klyngerum_owner, klyngerum_worker

CREATE OR REPLACE FUNCTION public.counting_for()
 RETURNS TABLE(practice_id uuid, member_id uuid, decides boolean, sees boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.practice_id, m.member_id, m.kind = 'doctor', o.practice_id is not null
    from member m
    join cluster_practice c on c.cluster_id = m.cluster_id and c.practice_id = m.practice_id and c.valid @> current_day()
    left join practices_opened_by(current_person()) o on o.cluster_id = m.cluster_id and o.practice_id = m.practice_id
    where m.cluster_id = current_cluster() and m.person_id = current_person() and m.valid @> current_day()
      and (o.practice_id is not null or m.kind = 'doctor' and not is_opened(m.practice_id))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.current_cluster()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select cluster_id from member
    where cluster_id = nullif(current_setting('app.cluster', true), '')::uuid
      and person_id = (select current_person()) and valid @> (select current_day())
    limit 1
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.current_day()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select (current_moment() at time zone 'Europe/Copenhagen')::date $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.current_link()
 RETURNS SETOF link
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select * from link
    where token_hash = (select hash_of(nullif(current_setting('app.link', true), '')))
      and ended_at is null and expires_at > (select current_moment())
  $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.current_moment()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.now', true), '')::timestamptz $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select person_id from session
    where token_hash = hash_of(nullif(current_setting('app.token', true), ''))
      and ended_at is null and expires_at > current_moment()
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.current_region()
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select r.region_code from cluster c join municipality_region r using (municipality_code)
    where c.cluster_id = (select current_cluster()) and r.valid @> (select current_day())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.current_roles()
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select roles_of(current_person(), nullif(current_setting('app.cluster', true), '')::uuid) $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.current_source()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select source_id from own_sources() where source_id = nullif(current_setting('app.source', true), '')::uuid limit 1 $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.delivered_before(hash bytea)
 RETURNS TABLE(delivery_id uuid, confirmed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select delivery_id, confirmed_at from delivery
    where source_id = current_source() and file_hash = hash and state = 'confirmed'
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.deliveries_of_own_figures()
 RETURNS TABLE(practice_id uuid, delivery_id uuid, source_name text, deliverer_name text, state text, confirmed_at timestamp with time zone, figures bigint, indicators bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.practice_id, d.delivery_id, s.name, p.name, d.state, d.confirmed_at, count(*), count(distinct m.indicator_key)
    from measurement m join delivery d using (delivery_id) join source s using (source_id)
      left join person p on p.person_id = d.deliverer_id
    where m.practice_id in (select practice_id from own_practices()) and d.confirmed_at is not null
    group by m.practice_id, d.delivery_id, s.name, p.name, d.state, d.confirmed_at
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.deliveries_of_source()
 RETURNS TABLE(delivery_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select delivery_id from delivery where source_id = current_source() $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.deliveries_to_cluster()
 RETURNS TABLE(delivery_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct p.delivery_id from delivery_part p
    join delivery d using (delivery_id) join source s using (source_id)
    where p.cluster_id = current_cluster()
      and case when s.kind = 'own_count' then current_roles() && array['coordinator', 'board']
        else current_roles() && array['member', 'coordinator', 'board', 'treasurer'] end
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.doctors_to_tell_of(which uuid)
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct m.person_id
    from member own
    join figure_access seen on seen.member_id = own.member_id and seen.ended_at is null
    join member m on m.practice_id = own.practice_id and m.cluster_id = own.cluster_id
      and m.kind = 'doctor' and m.valid @> current_day() and m.person_id <> own.person_id
    join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id and a.ended_at is null
    where own.member_id = which and own.cluster_id = current_cluster()
      and (own.person_id = current_person() or own.practice_id in (select practice_id from practices_to_decide_for()))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.drop_address_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    update sign_in_link set used_at = current_moment()
      where person_id = old.person_id and purpose <> 'sign_in' and used_at is null;
    return old;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.drop_answer_draft(which uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with gone as (
      delete from answer_draft where respondent_id in (select respondent_id from own_respondents() where questionnaire_round_id = which) returning 1)
    select exists (select from gone)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.end_calendar()
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    update link set ended_at = current_moment()
      where purpose = 'feed' and ended_at is null
        and member_id in (select member_id from member where cluster_id = current_cluster() and person_id = current_person());
    return found;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.end_links_of_guest()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    update link l set ended_at = current_moment() from guest g
      where g.partner_person_id = new.partner_person_id and l.guest_id = g.guest_id and l.purpose = 'guest' and l.ended_at is null;
    return null;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.end_session(which uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with ended as (
      update session set ended_at = current_moment()
      where session_id = which and person_id = current_person() and ended_at is null returning 1)
    select exists (select from ended)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION queue.enqueue(task text, id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
  begin
    if task not in ('publish-spread', 'send-letter') then raise exception 'unknown task'; end if;
    perform graphile_worker.add_job(task, json_build_object('id', id));
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.enter(token text, cluster uuid, source uuid, moment timestamp with time zone)
 RETURNS TABLE(person_id uuid, name text, cluster_id uuid, cluster_name text, source_id uuid, roles text[], is_example boolean, confirmed_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    perform set_config('app.token', coalesce(token, ''), true), set_config('app.cluster', coalesce(cluster::text, ''), true),
      set_config('app.source', coalesce(source::text, ''), true), set_config('app.now', moment::text, true);
    return query select * from visitor();
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.enter_by_link(token text, moment timestamp with time zone)
 RETURNS TABLE(purpose text, cluster_id uuid, cluster_name text, is_example boolean, member_id uuid, person_id uuid, name text, locale text, meeting_id uuid, guest_id uuid, respondent_id uuid, about text, expires_at timestamp with time zone)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.example_person(address text)
 RETURNS TABLE(person_id uuid, name text, cluster_id uuid, source_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select p.person_id, p.name,
      (select m.cluster_id from member m where m.person_id = p.person_id and m.valid @> current_day()
        order by m.invited_at, m.cluster_id limit 1),
      (select s.source_id from source_person s where s.person_id = p.person_id and s.valid @> current_day()
        order by s.source_id limit 1)
    from person_address a join person p using (person_id)
    where a.email = address and p.is_example
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.found_cluster(new_cluster uuid, cluster_name text, municipality text, new_practice uuid, practice_name text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare founder person; new_member uuid := gen_random_uuid();
  begin
    select * into founder from person where person_id = current_person();
    if founder.person_id is null then return false; end if;
    insert into cluster (cluster_id, name, municipality_code, is_example, created_at)
      values (new_cluster, cluster_name, municipality, founder.is_example, current_moment());
    insert into practice (practice_id, name, is_example, created_at)
      values (new_practice, practice_name, founder.is_example, current_moment());
    insert into cluster_practice (cluster_id, practice_id, is_example, valid)
      values (new_cluster, new_practice, founder.is_example, daterange(current_day(), null));
    insert into member (cluster_id, member_id, person_id, practice_id, is_example, kind, valid, invited_at)
      values (new_cluster, new_member, founder.person_id, new_practice, founder.is_example, 'doctor', daterange(current_day(), null), current_moment());
    insert into role_holding (cluster_id, role, member_id, valid, given_at)
      values (new_cluster, 'coordinator', new_member, daterange(current_day(), null), current_moment());
    perform set_config('app.cluster', new_cluster::text, true);
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.guest_agreed()
 RETURNS TABLE(sentence text, by_on date, measured_again_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with closed as (select m.meeting_id from visiting() v join meeting m on m.meeting_id = v.meeting_id and m.state = 'closed')
    select sentence, by_on, measured_again_on from (
      select a.what as sentence, a.by_on, a.measured_again_on, 1 as place, a.made_at, a.agreement_id as id from agreement a join closed using (meeting_id)
      union all
      select r.sentence, r.due_on, null, 2, r.made_at, r.resolution_id from resolution r join closed using (meeting_id) where r.kind = 'decision'
    ) agreed order by place, made_at, id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.guest_dates()
 RETURNS TABLE(date_option_id uuid, held_on date, starts_at time without time zone, answer text, closes_on date)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select o.date_option_id, o.held_on, o.starts_at, coalesce(gv.answer, ''), p.closes_on
    from visiting() v join date_poll p on p.meeting_id = v.meeting_id join meeting m on m.meeting_id = v.meeting_id
    join date_option o using (date_poll_id)
    left join guest_vote gv on gv.date_option_id = o.date_option_id and gv.guest_id = v.guest_id
    where m.state = 'polling' and p.closed_at is null order by o.held_on, o.starts_at
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.guest_files()
 RETURNS TABLE(kept_file_id uuid, name text, size integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select f.kept_file_id, f.name, length(f.bytes) from visiting() v join kept_file f on f.guest_id = v.guest_id order by f.kept_at, f.kept_file_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.guest_page()
 RETURNS TABLE(guest_id uuid, name text, title text, partner_name text, meeting_id uuid, meeting_title text, kind text, purpose text, state text, held_on date, starts_at time without time zone, minutes integer, place text, address text, online_url text, problem text, practicalities text, slot_title text, pre_meeting_on date, pre_meeting_at time without time zone, pre_meeting_answer text, answer text, took_home text, agenda_item_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select g.guest_id, p.name, p.title, pa.name, m.meeting_id, m.title, m.kind, m.purpose, m.state, m.held_on, m.starts_at, m.minutes, m.place, m.address, m.online_url,
      g.problem, g.practicalities, coalesce(a.title, ''), g.pre_meeting_on, g.pre_meeting_at, g.pre_meeting_answer, g.answer, g.took_home, g.agenda_item_id
    from visiting() v join guest g using (guest_id) join partner_person p using (partner_person_id) join partner pa on pa.partner_id = p.partner_id
    join meeting m on m.meeting_id = g.meeting_id left join agenda_item a on a.agenda_item_id = g.agenda_item_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.guest_programme()
 RETURNS TABLE(agenda_item_id uuid, title text, kind text, minutes integer, place_in_order integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select a.agenda_item_id, a.title, a.kind, a.minutes, a.position from visiting() v join agenda_item a on a.meeting_id = v.meeting_id order by a.position
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.guest_questions()
 RETURNS TABLE(partner_question_id uuid, question text, answer text, is_anothers boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select q.partner_question_id, q.question, case when q.answered_guest_id is not distinct from v.guest_id then q.answer else '' end,
      q.answer <> '' and q.answered_guest_id is distinct from v.guest_id
    from visiting() v join partner_question q on q.meeting_id = v.meeting_id order by q.asked_at, q.partner_question_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.guest_totals()
 RETURNS TABLE(indicator_key text, period_from date, period_until date, source_name text, numerator integer, denominator integer, contributors integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct on (s.indicator_key) s.indicator_key, s.period_from, s.period_until, s.source_name, t.numerator, t.denominator, s.contributors
    from visiting() v join figure_order f on f.meeting_id = v.meeting_id and f.state = 'published'
    join spread s on s.cluster_id = v.cluster_id and s.indicator_key = any (f.indicators) and s.source_id = f.source_id and s.taken_down_at is null
    join spread_total t on t.spread_id = s.spread_id
    where s.contributors >= 10 order by s.indicator_key, s.period_until desc, s.period_from, s.version desc
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.hand_in_named_response(which uuid, answers jsonb)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.hand_in_response(which uuid, box bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.hand_over_link(which_meeting uuid, which_member uuid, token text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare until timestamptz;
  begin
    if not may_be_handed(which_meeting, which_member) or length(token) < 40 then return false; end if;
    select coalesce((m.held_on + 15)::timestamp at time zone 'Europe/Copenhagen', current_moment() + interval '60 days') into until
      from meeting m where m.meeting_id = which_meeting and m.cluster_id = current_cluster();
    if until is null or until <= current_moment() then return false; end if;
    update link set ended_at = current_moment()
      where purpose = 'member' and about = 'handed_over' and member_id = which_member and meeting_id = which_meeting and ended_at is null;
    insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, about, made_at, expires_at)
      values (hash_of(token), current_cluster(), 'member', which_member, which_meeting, 'handed_over', current_moment(), until);
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.has_answers(which uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from respondent where questionnaire_round_id = which and answered_on is not null and cluster_id = current_cluster()) $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.has_counted_all(meeting uuid, who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select not exists (
      select from own_count_ask a join counters_in(a.cluster_id) w on w.person_id = who
      join counted_of(a.own_count_ask_id) c on c.practice_id = w.practice_id and not c.has_counted
      where a.meeting_id = meeting and a.state = 'open')
  $function$

-- may be called by: klyngerum_owner, klyngerum_worker

CREATE OR REPLACE FUNCTION public.has_voted(vote uuid, who uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (select from topic_dot d join member m using (member_id) where d.topic_vote_id = vote and m.person_id = who)
  $function$

-- may be called by: klyngerum_owner, klyngerum_worker

CREATE OR REPLACE FUNCTION public.hash_of(token text)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ select sha256(convert_to(token, 'UTF8')) $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.hash_of_draft(which uuid)
 RETURNS bytea
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select file_hash from delivery
    where delivery_id = which and state = 'draft' and source_id = current_source() and deliverer_id = current_person()
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.headcount_of(which uuid)
 RETURNS TABLE(people integer, diets jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with coming as (
      select r.member_id, coalesce(n.diet, '') as diet from rsvp r
      join member m on m.member_id = r.member_id and m.valid @> (select current_day())
      left join rsvp_need n on n.meeting_id = r.meeting_id and n.member_id = r.member_id
      where r.meeting_id = which and r.answer = 'yes'
    )
    select (select count(*) from coming)::int
        + (select count(*) from guest g where g.meeting_id = which and g.answer = 'yes' and g.cancelled_at is null)::int,
      coalesce((select jsonb_object_agg(diet, eaters) from (select diet, count(*) as eaters from coming where diet <> '' group by diet) d), '{}')
  $function$

-- may be called by: klyngerum_owner, klyngerum_worker

CREATE OR REPLACE FUNCTION public.health()
 RETURNS TABLE(migration_names text[], worker_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select (select array_agg(name order by name) from migration), (select at from worker_sign)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.hold_minutes(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if not (arranges() or takes_minutes(which)) then return false; end if;
    perform from meeting where meeting_id = which and cluster_id = current_cluster() for update;
    return found;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.is_a_claim(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select not exists (select from practice_number where practice_id = which and confirmed_at is not null)
       and not exists (select from practice_key where practice_id = which)
       and not exists (select from measurement where practice_id = which)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.is_asked(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from member where member_id = which and practice_id is not null and valid @> (select current_day())) $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.is_example_cluster()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select is_example from cluster where cluster_id = current_cluster() $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.is_meeting_ahead(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (select from meeting where meeting_id = which and state in ('reserved', 'confirmed') and held_on >= (select current_day()))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.is_new_source(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select not exists (select from source_person where source_id = which)
      and not exists (select from source where source_id = which and (is_trusted or kind = 'own_count'))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.is_on_paper()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from current_link() where purpose = 'member' and about = 'handed_over') $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.is_open_poll(which_option uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (select from date_option o join date_poll p using (date_poll_id) join meeting m on m.meeting_id = p.meeting_id
      where o.date_option_id = which_option and p.closed_at is null and p.closes_on >= (select current_day()) and m.state = 'polling')
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.is_open_vote(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (select from topic_vote where topic_vote_id = which and cluster_id = (select answering_cluster())
      and closed_at is null and closes_on >= (select current_day()))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.is_opened(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from figure_access where practice_id = which) $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.is_own_count(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from source where source_id = which and kind = 'own_count') $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.keep_answer_draft(which uuid, box bytea)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare own respondent;
  begin
    select r.* into own from own_respondents() r join questionnaire_round q using (questionnaire_round_id)
      where r.questionnaire_round_id = which and q.state = 'open' and q.closes_on >= current_day() and (r.answered_on is null or q.is_named) limit 1;
    if own.respondent_id is null then return 'round_closed'; end if;
    insert into answer_draft (cluster_id, respondent_id, sealed, saved_on) values (own.cluster_id, own.respondent_id, box, current_day())
      on conflict (respondent_id) do update set sealed = excluded.sealed, saved_on = excluded.saved_on;
    return 'kept';
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.keep_own_count(delivery uuid, practice uuid, key text, from_day date, until_day date, counted numeric, of_all numeric)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare counter record; what jsonb; own uuid; other record;
  begin
    select * into counter from counting_for() where practice_id = practice;
    if counter.member_id is null then return 'not_yours_to_count'; end if;
    select definition into what from indicator where indicator_key = key and (definition ->> 'isOwnCount')::boolean;
    if what is null then return 'not_an_own_count'; end if;
    select source_id into own from source where cluster_id = current_cluster() and kind = 'own_count';
    if own is null then return 'not_yours_to_count'; end if;
    if from_day > until_day or until_day > current_day() or from_day < until_day - 1830
      or counted < 0 or counted <> trunc(counted) or counted > 1000000
      or what ->> 'kind' <> 'count' and (of_all is null or of_all < 0 or of_all <> trunc(of_all) or of_all > 1000000)
      or what ->> 'kind' = 'count' and of_all is not null
      or what ->> 'kind' = 'proportion' and counted > of_all
      or of_all = 0 and counted > 0
    then return 'cannot_be'; end if;
    -- One at a time for each practice, so that two colleagues cannot both be the first.
    perform pg_advisory_xact_lock(hashtextextended(practice::text, 15));
    select * into other from own_counts() c
      where c.practice_id = practice and c.indicator_key = key and c.period_from = from_day and c.period_until = until_day;
    if not counter.sees and other.delivery_id is not null and not other.is_own and exists (
      select from delivery d join member m on m.person_id = d.deliverer_id and m.practice_id = practice
        and m.kind = 'doctor' and m.valid @> current_day()
      where d.delivery_id = other.delivery_id) then return 'counted_by_colleague'; end if;
    insert into delivery (delivery_id, source_id, deliverer_id, state, file_hash, file_bytes, extracted_on,
        row_count, figure_count, practice_count, started_at, confirmed_at)
      values (delivery, own, current_person(), 'confirmed', sha256(convert_to(delivery::text, 'UTF8')), 0, current_day(),
        1, 1, 1, current_moment(), greatest(current_moment(), other.counted_at + interval '1 millisecond'));
    insert into measurement (delivery_id, practice_id, indicator_key, period_from, period_until, numerator, denominator, value, missing, line)
      values (delivery, practice, key, from_day, until_day, counted, of_all,
        case when what ->> 'kind' = 'count' then counted when of_all > 0 then (what ->> 'scale')::numeric * counted / of_all end,
        case when of_all = 0 then 'empty' end, 1);
    insert into delivery_part (delivery_id, cluster_id, indicator_key, period_from, period_until, practices)
      values (delivery, current_cluster(), key, from_day, until_day, 1);
    return 'kept';
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.keep_the_state()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if current_user = 'klyngerum_web' and old.state is distinct from new.state
      and not (old.state = 'planned' and new.state = 'taken_back' or old.state = 'open' and new.state = 'taken_back' and not has_answers(old.questionnaire_round_id))
    then raise exception 'a round that is open stands fast' using errcode = 'check_violation', constraint = 'stands_fast'; end if;
    return new;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.keep_what_is_asked()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if old.state <> 'planned' and (old.definition, old.is_named, old.is_wellbeing, old.asks, old.partner_id, old.follows_id, old.purpose, old.public_key)
        is distinct from (new.definition, new.is_named, new.is_wellbeing, new.asks, new.partner_id, new.follows_id, new.purpose, new.public_key)
      or old.state in ('counted', 'dropped', 'taken_back') and old.state <> new.state
    then raise exception 'a round that is open stands fast' using errcode = 'check_violation', constraint = 'stands_fast'; end if;
    return new;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.lapse_the_answers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if old.valid @> current_day() and not new.valid @> current_day() then
      insert into source_answer (practice_id, source_id, answer, answered_at)
        select practice_id, source_id, 'no', greatest(current_moment(), answered_at + interval '1 millisecond')
        from latest_source_answer where practice_id = new.practice_id and answer = 'yes';
    end if;
    return null;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.leading_topics(which uuid)
 RETURNS TABLE(sentence text, dots integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select t.sentence, sum(d.dots)::int from topic_vote v join topic_dot d using (topic_vote_id) join topic t on t.topic_id = d.topic_id
    where v.topic_vote_id = which and v.closed_at is not null
    group by t.topic_id, t.sentence order by 2 desc, t.sentence collate "da-x-icu", t.topic_id limit 3
  $function$

-- may be called by: klyngerum_owner, klyngerum_worker

CREATE OR REPLACE FUNCTION public.leads()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select (select current_roles()) && array['coordinator', 'board'] $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.leave_venue(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if not exists (
      select from meeting m join venue_told t on t.meeting_id = m.meeting_id and t.left_at is null
      join letter l on l.meeting_id = m.meeting_id and l.kind in ('venue_numbers', 'venue_numbers_again')
        and l.written_at = t.told_at and l.sent_at is not null
      where m.meeting_id = which and m.cluster_id = (select current_cluster()) and (select arranges())) then return false; end if;
    update venue_told set left_at = current_moment() where meeting_id = which and left_at is null;
    update link set ended_at = current_moment() where purpose = 'venue' and meeting_id = which and ended_at is null;
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.linked_cluster()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select cluster_id from current_link() $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.linked_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select m.person_id from current_link() l join member m on m.member_id = l.member_id $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.make_calendar(token text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.make_practice_key(which uuid, key text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if length(key) < 16 then raise exception 'key too short'; end if;
    if not exists (select from source s where s.source_id = current_source() and s.is_trusted)
      or not exists (select from practice_number n where n.practice_id = which and n.confirmed_at is not null)
      or which not in (
        select p.practice_id from source_cluster s join cluster_practice p using (cluster_id)
        where s.source_id = current_source() and s.valid @> current_day() and p.valid @> current_day())
    then return false; end if;
    update practice_key set ended_at = current_moment() where practice_id = which and ended_at is null;
    insert into practice_key (practice_id, key_hash, made_at) values (which, hash_of(key), current_moment());
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.may_be_handed(which_meeting uuid, which_member uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (
      select from meeting m join member who on who.member_id = which_member and who.cluster_id = m.cluster_id and who.valid @> current_day()
      where m.meeting_id = which_meeting and m.cluster_id = current_cluster() and arranges()
        and exists (select from letter l where l.meeting_id = m.meeting_id and l.person_id = who.person_id and l.recalled_at is null and (
          l.bounced_at is not null or l.failure ~ '^smtp_5|^(bad_address|no_address|gave_up)$'
          or l.kind = 'rsvp_reminder' and m.state = 'confirmed' and m.held_on >= current_day()
            and not exists (select from rsvp r where r.meeting_id = m.meeting_id and r.member_id = which_member)
          or l.kind = 'date_poll_reminder' and m.state = 'polling' and exists (
            select from date_poll p join date_option o using (date_poll_id) where p.meeting_id = m.meeting_id and p.closed_at is null
              and o.held_on >= current_day() and not exists (
                select from date_vote v where v.date_option_id = o.date_option_id and v.member_id = which_member)))))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.meeting_guests(which uuid)
 RETURNS TABLE(guest_id uuid, name text, title text, partner_name text, agenda_item_id uuid, took_home text, took_home_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select g.guest_id, p.name, p.title, pa.name, g.agenda_item_id, g.took_home, g.took_home_at
    from guest g join meeting m on m.meeting_id = g.meeting_id
    join partner_person p using (partner_person_id) join partner pa on pa.partner_id = p.partner_id
    where g.meeting_id = which and m.cluster_id = (select answering_cluster())
      and g.invited_at is not null and g.cancelled_at is null and g.answer <> 'no'
    order by p.name collate "da-x-icu", g.guest_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.meeting_headcount(which uuid)
 RETURNS TABLE(people integer, diets jsonb)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select h.people, h.diets from meeting m, headcount_of(m.meeting_id) h
    where m.meeting_id = which and m.cluster_id = (select current_cluster()) and (select arranges())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.meeting_title_of_round(which uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.title from own_respondents() r join questionnaire_round q using (questionnaire_round_id) join meeting m on m.meeting_id = q.meeting_id
    where q.questionnaire_round_id = which limit 1
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.move_orders_with_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    update figure_order set send_on = new.held_on - 60, wanted_on = new.held_on - 14
      where meeting_id = new.meeting_id and state = 'planned' and moves_with_meeting;
    return null;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.move_rounds_with_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    update questionnaire_round set opens_on = new.held_on + opens_days, closes_on = new.held_on + closes_days
      where meeting_id = new.meeting_id and state = 'planned' and moves_with_meeting;
    update questionnaire_round set closes_on = new.held_on + closes_days
      where meeting_id = new.meeting_id and state = 'open' and moves_with_meeting and closes_on >= current_day()
        and new.held_on + closes_days >= greatest(current_day(), opens_on);
    return null;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.mute_by_link()
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare who uuid; what text;
  begin
    select m.person_id, l.about into who, what from current_link() l join member m on m.member_id = l.member_id where l.purpose = 'mute';
    if who is null then return null; end if;
    insert into muted (person_id, kind, muted_at) values (who, what, current_moment()) on conflict do nothing;
    return what;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.names_behind_answers()
 RETURNS TABLE(member_id uuid, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.member_id, p.name from member m join person p using (person_id)
    where m.member_id in (
      select v.cast_by from date_vote v where v.member_id in (select member_id from answering_clinic())
      union
      select r.given_by from rsvp r where r.member_id in (select member_id from answering_clinic()))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.names_its_source()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    new.source_name := (select name from source where source_id = new.source_id);
    return new;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.note_practice_phone(which uuid, number text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if not arranges() then return false; end if;
    update practice set phone = number where practice_id = which
      and practice_id in (select practice_id from cluster_practice where cluster_id = current_cluster() and valid @> current_day());
    return found;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.numbers_elsewhere(numbers text[])
 RETURNS TABLE(number text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct n.number
    from practice_number n
    cross join lateral (select
      coalesce(bool_or(c.cluster_id = current_cluster()), false) as was_here,
      coalesce(bool_or(c.cluster_id is distinct from current_cluster() and c.valid @> current_day()), false) as is_elsewhere
      from cluster_practice c where c.practice_id = n.practice_id) place
    where current_person() is not null and n.number = any (numbers) and n.valid @> current_day()
      and (n.confirmed_at is not null and not place.was_here or place.was_here and place.is_elsewhere)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.numbers_of_source(which uuid, on_day date)
 RETURNS TABLE(practice_number_id uuid, number text, practice_id uuid, name text, cluster_id uuid, is_confirmed boolean, is_current boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select n.practice_number_id, n.number, n.practice_id, p.name, cp.cluster_id, n.confirmed_at is not null,
      n.valid @> on_day or coalesce(on_day < lower(n.valid), false) and not exists (
        select from practice_number o
        where (o.practice_id = n.practice_id or o.number = n.number and o.confirmed_at is not null)
          and o.practice_number_id <> n.practice_number_id
          and (lower_inf(o.valid) or lower(o.valid) < lower(n.valid)))
    from clusters_of_source(which) s
    join cluster_practice cp on cp.cluster_id = s.cluster_id and cp.valid @> current_day()
    join practice p on p.practice_id = cp.practice_id
    join practice_number n on n.practice_id = cp.practice_id
  $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.only_ever_shorter()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if not (new.valid <@ old.valid) then raise exception 'an ended % stays ended', tg_table_name; end if;
    return new;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.open_delivery()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select delivery_id from delivery
    where delivery_id = nullif(current_setting('app.delivery', true), '')::uuid
      and state = 'draft' and source_id = current_source() and deliverer_id = current_person()
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.open_own_source(new_source uuid, source_name text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare own uuid; home cluster;
  begin
    if not ('coordinator' = any (current_roles())) then return null; end if;
    select * into home from cluster where cluster_id = current_cluster();
    insert into source (source_id, name, kind, cluster_id, is_example, created_at)
      values (new_source, source_name, 'coordinator', home.cluster_id, home.is_example, current_moment())
      on conflict (cluster_id) where kind = 'coordinator' do nothing;
    select source_id into own from source where cluster_id = home.cluster_id and kind = 'coordinator';
    insert into source_person (source_id, person_id, is_example, valid)
      select own, current_person(), home.is_example, daterange(current_day(), null)
      where not exists (select from source_person p
        where p.source_id = own and p.person_id = current_person() and p.valid @> current_day());
    insert into source_cluster (source_id, cluster_id, is_example, valid)
      select own, home.cluster_id, home.is_example, daterange(current_day(), null)
      where not exists (select from source_cluster c
        where c.source_id = own and c.cluster_id = home.cluster_id and c.valid @> current_day());
    return own;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.open_room(which uuid, token text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare m meeting;
  begin
    select * into m from meeting where meeting_id = which and cluster_id = current_cluster() and arranges()
      and state in ('reserved', 'confirmed', 'held') and length(token) >= 22;
    if m.meeting_id is null then return false; end if;
    insert into link (token_hash, cluster_id, purpose, meeting_id, made_at, expires_at)
      values (hash_of(token), m.cluster_id, 'room', m.meeting_id, current_moment(),
        greatest((m.held_on + 2)::timestamp at time zone 'Europe/Copenhagen', current_moment() + interval '12 hours'))
      on conflict do nothing;
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.opens_figures_here()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (select from practices_opened_by(current_person())
      where cluster_id = nullif(current_setting('app.cluster', true), '')::uuid)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.ordered_practices(which uuid)
 RETURNS TABLE(practice_id uuid, number text, name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select p.practice_id, n.number, p.name
    from figure_order o
    join cluster_practice c on c.cluster_id = o.cluster_id and c.valid @> current_day()
    join practice p on p.practice_id = c.practice_id
    join practice_number n on n.practice_id = p.practice_id and n.valid @> current_day()
    where o.figure_order_id = which and o.source_id = current_source() and o.state in ('ordered', 'received', 'published')
      and 'yes' = (select a.answer from source_answer a where a.practice_id = p.practice_id and a.source_id = o.source_id
        order by a.answered_at desc limit 1)
    order by n.number
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.orders_for_the_source()
 RETURNS TABLE(figure_order_id uuid, cluster_id uuid, cluster_name text, meeting_title text, held_on date, indicators text[], remark text, wanted_on date, state text, ordered_at timestamp with time zone, practices integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select o.figure_order_id, c.cluster_id, c.name, m.title, m.held_on, o.indicators, o.remark, o.wanted_on, o.state, o.ordered_at,
      (select count(*)::int from cluster_practice p where p.cluster_id = o.cluster_id and p.valid @> current_day()
        and 'yes' = (select a.answer from source_answer a where a.practice_id = p.practice_id and a.source_id = o.source_id
          order by a.answered_at desc limit 1))
    from figure_order o join cluster c using (cluster_id) join meeting m on m.meeting_id = o.meeting_id
    where o.source_id = current_source() and o.state in ('ordered', 'received', 'published')
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_calendar()
 RETURNS TABLE(made_at timestamp with time zone, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select l.made_at, l.expires_at from link l join member m on m.member_id = l.member_id
    where l.purpose = 'feed' and l.ended_at is null and l.expires_at > (select current_moment())
      and m.cluster_id = (select current_cluster()) and m.person_id = (select current_person())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_clusters()
 RETURNS TABLE(cluster_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select distinct cluster_id from member where person_id = current_person() and valid @> current_day() $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.own_count_answer(practice uuid, source uuid, counter uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select a.answer from source_answer a left join member m on m.member_id = a.answered_by
    where a.practice_id = practice and a.source_id = source
      and (m.member_id is null or m.person_id = counter or exists (select from figure_access f where f.member_id = m.member_id))
    order by a.answered_at desc limit 1
  $function$

-- may be called by: klyngerum_owner, klyngerum_worker

CREATE OR REPLACE FUNCTION public.own_count_answers()
 RETURNS TABLE(practice_id uuid, source_id uuid, answer text, answered_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select c.practice_id, s.source_id, own_count_answer(c.practice_id, s.source_id, current_person()),
      (select max(a.answered_at) from source_answer a where a.practice_id = c.practice_id and a.source_id = s.source_id)
    from counting_for() c join source s on s.cluster_id = current_cluster() and s.kind = 'own_count'
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_count_asks()
 RETURNS TABLE(own_count_ask_id uuid, practice_id uuid, has_counted boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select a.own_count_ask_id, w.practice_id, c.has_counted
    from own_count_ask a
    join meeting m on m.meeting_id = a.meeting_id and m.state <> 'cancelled'
    join (select distinct cluster_id, person_id from answering()) x on x.cluster_id = a.cluster_id
    join counters_in(a.cluster_id) w on w.person_id = x.person_id
    join counted_of(a.own_count_ask_id) c on c.practice_id = w.practice_id
    where a.state <> 'given_up' and a.due_on >= current_day() - 60
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_counts()
 RETURNS TABLE(practice_id uuid, delivery_id uuid, indicator_key text, period_from date, period_until date, numerator numeric, denominator numeric, value numeric, counted_by text, is_own boolean, is_shown boolean, may_withdraw boolean, counted_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct on (m.practice_id, m.indicator_key, m.period_from, m.period_until)
      m.practice_id, d.delivery_id, m.indicator_key, m.period_from, m.period_until,
      case when shown.is_so then m.numerator end, case when shown.is_so then m.denominator end, case when shown.is_so then m.value end,
      coalesce(p.name, ''), d.deliverer_id is not distinct from current_person(), shown.is_so,
      d.deliverer_id is not distinct from current_person() or c.sees and c.decides, d.confirmed_at
    from counting_for() c
    join measurement m on m.practice_id = c.practice_id
    join delivery d on d.delivery_id = m.delivery_id and d.state = 'confirmed'
    join source s on s.source_id = d.source_id and s.kind = 'own_count'
    left join person p on p.person_id = d.deliverer_id
    cross join lateral (select c.sees or d.deliverer_id is not distinct from current_person() as is_so) shown
    order by m.practice_id, m.indicator_key, m.period_from, m.period_until, d.confirmed_at desc, d.delivery_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_deliveries()
 RETURNS TABLE(delivery_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select distinct delivery_id from measurement where practice_id in (select practice_id from own_practices()) $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_memberships()
 RETURNS TABLE(member_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.member_id from member m
    join (select distinct cluster_id, person_id from answering()) a on a.cluster_id = m.cluster_id and a.person_id = m.person_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_practice_keys()
 RETURNS TABLE(practice_id uuid, made_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select k.practice_id, max(k.made_at) from practice_key k
    where k.ended_at is null
      and k.practice_id in (select practice_id from member m where m.person_id = current_person() and m.valid @> current_day())
    group by k.practice_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_practices()
 RETURNS TABLE(practice_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select practice_id from practices_opened_by(current_person()) $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.own_questions()
 RETURNS TABLE(partner_question_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select q.partner_question_id from partner_question q
    where q.asker_id in (select member_id from own_memberships()) and not (select is_on_paper())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_respondents()
 RETURNS SETOF respondent
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select r.* from respondent r join answering() a on a.member_id = r.member_id
      where not (select is_on_paper())
    union all
    select r.* from current_link() l join respondent r on r.respondent_id = l.respondent_id
      join partner_person p on p.partner_person_id = r.partner_person_id and p.ended_at is null
      where l.purpose = 'respondent'
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.own_sessions()
 RETURNS TABLE(session_id uuid, device text, started_at timestamp with time zone, expires_at timestamp with time zone, confirmed_at timestamp with time zone, is_this boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select session_id, device, started_at, expires_at, confirmed_at,
      token_hash = hash_of(nullif(current_setting('app.token', true), ''))
    from session where person_id = current_person() and ended_at is null and expires_at > current_moment()
    order by started_at desc
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.own_sources()
 RETURNS TABLE(source_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select p.source_id from source_person p join source s using (source_id)
    where p.person_id = current_person() and p.valid @> current_day() and s.kind <> 'own_count'
      and (s.kind <> 'coordinator' or coordinates(s.cluster_id))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.owner_of_token()
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select person_id from session where token_hash = hash_of(nullif(current_setting('app.token', true), '')) $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.pays()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select (select current_roles()) && array['coordinator', 'board', 'treasurer', 'secretary'] $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.person_for_invitation(address text, person_name text, new_person uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare who uuid; example boolean; known record;
  begin
    if not ('coordinator' = any (current_roles())) then return null; end if;
    select is_example into example from cluster where cluster_id = current_cluster();
    if example and lower(address) not like '%.example' then return null; end if;
    select a.person_id, p.is_example into known
      from person_address a join person p using (person_id) where a.email = lower(address);
    if known.person_id is not null then
      return case when known.is_example = example then known.person_id end;
    end if;
    insert into person (person_id, name, is_example, created_at) values (new_person, person_name, example, current_moment());
    insert into person_address (person_id, email) values (new_person, lower(address))
      on conflict (email) do nothing;
    if found then return new_person; end if;
    delete from person where person_id = new_person;
    select a.person_id into who from person_address a join person p using (person_id)
      where a.email = lower(address) and p.is_example = example;
    return who;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.person_for_source(address text, person_name text, new_person uuid)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare home source; known record;
  begin
    select * into home from source where source_id = current_source() and kind <> 'coordinator';
    if home.source_id is null or home.is_example and lower(address) not like '%.example' then return null; end if;
    insert into person (person_id, name, is_example, created_at) values (new_person, person_name, home.is_example, current_moment());
    insert into person_address (person_id, email) values (new_person, lower(address)) on conflict (email) do nothing;
    if found then return new_person; end if;
    delete from person where person_id = new_person;
    select a.person_id, p.is_example into known
      from person_address a join person p using (person_id) where a.email = lower(address);
    return case when known.is_example = home.is_example then known.person_id end;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.person_of_link(token text)
 RETURNS TABLE(person_id uuid, person_name text, purpose text, target text, new_email text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select l.person_id, p.name, l.purpose, l.target,
      case when l.purpose <> 'sign_in' then c.email end
    from sign_in_link l join person p using (person_id) left join address_change c using (person_id)
    where l.token_hash = hash_of(token) and l.used_at is null and l.expires_at > current_moment()
      and (l.purpose = 'sign_in'
        or c.email is not null and (l.purpose = 'take_address') = (c.released_at is not null))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.persons_in_sight()
 RETURNS TABLE(person_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select current_person()
    union
    select person_id from member where cluster_id = current_cluster()
    union
    select p.person_id from source_person p
      where p.source_id in (select source_id from own_sources())
        or p.source_id in (select source_id from source_cluster where cluster_id = current_cluster() and valid @> current_day())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.poll_totals(which uuid)
 RETURNS TABLE(date_option_id uuid, yes integer, if_needed integer, no integer, practices integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select o.date_option_id, count(m.member_id) filter (where v.answer = 'yes')::int, count(m.member_id) filter (where v.answer = 'if_needed')::int,
      count(m.member_id) filter (where v.answer = 'no')::int, count(distinct m.practice_id) filter (where v.answer <> 'no')::int
    from date_poll p join date_option o using (date_poll_id)
    left join date_vote v using (date_option_id)
    left join member m on m.member_id = v.member_id and m.valid @> (select current_day())
    where p.date_poll_id = which and p.cluster_id = (select answering_cluster())
    group by o.date_option_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.practices_by_number(on_day date)
 RETURNS TABLE(practice_number_id uuid, number text, practice_id uuid, name text, cluster_id uuid, is_confirmed boolean, is_current boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select * from numbers_of_source(current_source(), on_day) $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.practices_in_sight()
 RETURNS TABLE(practice_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select practice_id from cluster_practice where cluster_id = current_cluster()
    union
    select p.practice_id from source_cluster s join cluster_practice p using (cluster_id)
      where s.source_id = current_source() and s.valid @> current_day() and p.valid @> current_day()
    union
    select practice_id from member where person_id = current_person() and practice_id is not null
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.practices_opened_by(who uuid)
 RETURNS TABLE(cluster_id uuid, practice_id uuid)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select own.cluster_id, own.practice_id
    from member own
    join figure_access a on a.member_id = own.member_id and a.practice_id = own.practice_id and a.ended_at is null
    join practice p on p.practice_id = own.practice_id
    where own.person_id = who and own.valid @> (select current_day())
      and (own.kind = 'doctor' or (own.kind = 'trainee' and p.trainees_see) or (own.kind = 'staff' and p.staff_see))
  $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.practices_served()
 RETURNS TABLE(practice_id uuid, name text, cluster_id uuid, practice_number_id uuid, number text, is_confirmed boolean, key_made_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select n.practice_id, n.name, n.cluster_id, n.practice_number_id, n.number, n.is_confirmed,
      (select max(k.made_at) from practice_key k where k.practice_id = n.practice_id and k.ended_at is null)
    from numbers_of_source(current_source(), current_day()) n
    where n.is_current and exists (select from source s where s.source_id = current_source() and s.is_trusted)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.practices_to_decide_for()
 RETURNS TABLE(practice_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.practice_id
    from member m
    join figure_access a on a.member_id = m.member_id and a.practice_id = m.practice_id and a.ended_at is null
    where m.person_id = current_person() and m.valid @> current_day() and m.kind = 'doctor'
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.practices_to_deliver_for()
 RETURNS TABLE(practice_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct n.practice_id from numbers_of_source(current_source(), current_day()) n
    where n.is_confirmed or exists (select from source s where s.source_id = current_source() and s.kind = 'coordinator')
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.publishing_clusters()
 RETURNS TABLE(cluster_id uuid, indicator_key text, period_from date, period_until date, published_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select cluster_id, indicator_key, period_from, period_until, max(published_at) from spread
    where source_id = current_source() and taken_down_at is null group by 1, 2, 3, 4
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.release_address(link text, letter uuid, message text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare change address_change;
  begin
    update address_change c set released_at = current_moment()
      from sign_in_link l
      where l.token_hash = hash_of(link) and l.purpose = 'leave_address' and l.used_at is null
        and l.expires_at > current_moment() and c.person_id = l.person_id and c.released_at is null
      returning c.* into change;
    if change.person_id is null then return false; end if;
    update sign_in_link set used_at = current_moment() where token_hash = hash_of(link);
    insert into letter (letter_id, kind, person_id, email, message_id, written_at, due_at)
      values (letter, 'take_address', change.person_id, change.email, message, current_moment(), current_moment());
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.request_sign_in(address text, going_to text, letter uuid, message text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    insert into letter (letter_id, kind, person_id, facts, message_id, written_at, due_at)
      select letter, 'sign_in', person_id, jsonb_build_object('target', going_to), message, current_moment(), current_moment()
      from person_address where email = lower(address);
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.response_counts(which uuid)
 RETURNS TABLE(party text, asked integer, answered integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select case when r.member_id is null then 'partner' else 'member' end, count(*)::int, count(r.answered_on)::int
    from respondent r
    where r.questionnaire_round_id = which and r.cluster_id in (current_cluster(), (select answering_cluster()))
    group by 1
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.results_to_tell()
 RETURNS TABLE(topic_vote_id uuid, cluster_id uuid, person_id uuid, locale text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select distinct v.topic_vote_id, v.cluster_id, m.person_id, case when p.locale = 'en' then 'en' else 'da' end
    from topic_vote v join topic_dot d using (topic_vote_id) join member m using (member_id) join person p using (person_id)
    where v.closed_at > (select current_moment()) - interval '7 days'
      and exists (select from member now where now.cluster_id = v.cluster_id and now.person_id = m.person_id
        and now.valid @> (select current_day()))
      and not exists (select from journal j where j.event = 'topic_vote.closed' and j.subject = v.topic_vote_id::text
        and j.person_id = m.person_id)
      and not exists (select from letter l where l.kind = 'topic_vote_result' and l.person_id = m.person_id
        and l.facts ->> 'vote' = v.topic_vote_id::text)
    order by 1, 3
  $function$

-- may be called by: klyngerum_owner, klyngerum_worker

CREATE OR REPLACE FUNCTION public.roles_of(who uuid, which uuid)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with today as materialized (
      select member_id, practice_id, kind from member
      where person_id = who and cluster_id = which and valid @> (select current_day())
    )
    select coalesce(array_agg(distinct role order by role), '{}') from (
      select case when kind in ('doctor', 'trainee', 'staff') then 'member' else kind end as role from today
      union all
      select h.role from role_holding h join today
        on h.member_id = today.member_id or (h.practice_id = today.practice_id and today.kind = 'doctor')
      where h.cluster_id = which and h.valid @> (select current_day())
    ) held
  $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.room()
 RETURNS TABLE(cluster_id uuid, meeting_id uuid, title text, held_on date, starts_at time without time zone, minutes integer, place text, is_open boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select m.cluster_id, m.meeting_id, m.title, m.held_on, m.starts_at, m.minutes, m.place,
      m.state in ('reserved', 'confirmed', 'held') and current_day() >= m.held_on
        and current_moment() < (m.held_on + m.starts_at) at time zone 'Europe/Copenhagen' + make_interval(hours => 2, mins => m.minutes)
    from current_link() l join meeting m using (meeting_id) where l.purpose = 'room'
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.room_names()
 RETURNS TABLE(member_id uuid, name text, practice_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select b.member_id, p.name, coalesce(pr.name, '')
    from room() r join member b on b.cluster_id = r.cluster_id and b.valid @> current_day() and b.kind <> 'consultant'
    join person p using (person_id) left join practice pr on pr.practice_id = b.practice_id
    where r.is_open and (exists (select from invitation i where i.meeting_id = r.meeting_id and i.member_id = b.member_id)
      or not exists (select from invitation i where i.meeting_id = r.meeting_id))
    order by coalesce(pr.name, '') = '', pr.name collate "da-x-icu", p.name collate "da-x-icu", b.member_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.say_here(who uuid)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare known text;
  begin
    select n.name into known from room_names() n where n.member_id = who;
    if known is null then return null; end if;
    insert into attendance (cluster_id, meeting_id, member_id, how, registered_at)
      select r.cluster_id, r.meeting_id, who, 'scan', current_moment() from room() r on conflict do nothing;
    return known;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.say_not_here(who uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    delete from attendance a using room() r
      where r.is_open and a.meeting_id = r.meeting_id and a.member_id = who and a.how = 'scan'
        and a.registered_at > current_moment() - interval '15 minutes';
    return found;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.sees_answers()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select (select current_roles()) && array['member', 'coordinator', 'board', 'treasurer'] $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.settle_own_action(which uuid, is_done boolean)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    update resolution r set done_at = case when is_done then current_moment() end
      from meeting m
      where r.resolution_id = which and r.kind = 'action' and m.meeting_id = r.meeting_id and m.state in ('held', 'closed')
        and r.owner_id in (select a.member_id from answering() a) and (r.done_at is null) = is_done;
    return found;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.source_of_own_counts(new_source uuid, source_name text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare own uuid; home cluster;
  begin
    select * into home from cluster where cluster_id = current_cluster();
    if home.cluster_id is null or not exists (select from counting_for()) then return null; end if;
    insert into source (source_id, name, kind, cluster_id, is_example, created_at)
      values (new_source, source_name, 'own_count', home.cluster_id, home.is_example, current_moment())
      on conflict (cluster_id) where kind = 'own_count' do nothing;
    select source_id into own from source where cluster_id = home.cluster_id and kind = 'own_count';
    insert into source_cluster (source_id, cluster_id, is_example, valid)
      select own, home.cluster_id, home.is_example, daterange(current_day(), null)
      where not exists (select from source_cluster c
        where c.source_id = own and c.cluster_id = home.cluster_id and c.valid @> current_day());
    return own;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.sources_in_sight()
 RETURNS TABLE(source_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select source_id from own_sources()
    union
    select source_id from source_cluster where cluster_id = current_cluster() and valid @> current_day()
    union
    select source_id from source_answer where practice_id in (select practice_id from own_practices())
    union
    select s.source_id from source s join cluster c on c.cluster_id = current_cluster() and c.is_example = s.is_example
      where s.is_trusted and 'coordinator' = any (current_roles())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.sources_of_own_practices()
 RETURNS TABLE(practice_id uuid, source_id uuid, name text, kind text, is_serving boolean, answer text, answered_by_name text, answered_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select o.practice_id, s.source_id, s.name, s.kind, serving.is_so, a.answer, p.name, a.answered_at
    from (select distinct practice_id from own_practices()) o
    cross join source s
    cross join lateral (
      select exists (select from source_cluster c
        where c.source_id = s.source_id and c.cluster_id = current_cluster() and c.valid @> current_day()) as is_so
    ) serving
    left join latest_source_answer a on a.practice_id = o.practice_id and a.source_id = s.source_id
    left join member m on m.member_id = a.answered_by
    left join person p on p.person_id = m.person_id
    where serving.is_so or a.answer = 'yes'
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.stage_figures()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    create temporary table staged_figure (practice_id text, cluster_id text, indicator_key text, period_from text, period_until text,
      numerator text, denominator text, value text, missing text, line text) on commit drop;
    grant select, insert on staged_figure to klyngerum_web;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.start_example_session(who uuid, new_token text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    if length(new_token) < 32 then raise exception 'token too short'; end if;
    if not exists (select from person where person_id = who and is_example) then return null; end if;
    insert into session (token_hash, person_id, device, started_at, expires_at, confirmed_at)
      values (hash_of(new_token), who, 'demo', current_moment(), current_moment() + interval '12 hours', current_moment());
    return who;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.start_session(link text, new_token text, device_name text, is_shared boolean, old_token text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare who uuid;
  begin
    if length(new_token) < 32 then raise exception 'token too short'; end if;
    update sign_in_link set used_at = current_moment()
      where token_hash = hash_of(link) and purpose = 'sign_in' and used_at is null and expires_at > current_moment()
      returning person_id into who;
    if who is null then return null; end if;
    update session set ended_at = current_moment()
      where token_hash = hash_of(nullif(old_token, '')) and ended_at is null;
    insert into session (token_hash, person_id, device, started_at, expires_at, confirmed_at)
      values (hash_of(new_token), who, left(device_name, 120), current_moment(),
        current_moment() + case when is_shared then interval '12 hours' else interval '30 days' end, current_moment());
    return who;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.take_address(link text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.take_back_question(which uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with gone as (
      delete from partner_question where partner_question_id = which and answer = '' and partner_question_id in (select * from own_questions())
      returning 1)
    select exists (select from gone)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.take_down_own_counts(practice uuid, source uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    perform pg_advisory_xact_lock(hashtextextended(subject, 8)) from (
      select distinct current_cluster()::text || m.indicator_key as subject from measurement m
      where m.practice_id = practice order by 1
    ) subjects;
    update spread s set taken_down_at = current_moment()
      from spread_contributor c
      where c.spread_id = s.spread_id and c.practice_id = practice and s.source_id = source and s.taken_down_at is null;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.take_down_spreads_of_delivery(delivery uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare taken integer;
  begin
    if not exists (select from delivery d where d.delivery_id = delivery and d.source_id = current_source()) then return 0; end if;
    -- Who makes a picture of this source holds its lock together with others, until the picture can be seen.
    perform pg_advisory_xact_lock(hashtextextended(current_source()::text, 9));
    update spread s set taken_down_at = current_moment()
      from spread_contributor c
      where c.spread_id = s.spread_id and c.delivery_id = delivery and s.taken_down_at is null;
    get diagnostics taken = row_count;
    return taken;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.take_down_spreads_of_practice(practice uuid, source uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare taken integer;
  begin
    if practice not in (select practice_id from practices_to_decide_for()) then return 0; end if;
    perform pg_advisory_xact_lock(hashtextextended(subject, 8)) from (
      select distinct c.cluster_id::text || m.indicator_key as subject
      from cluster_practice c join measurement m using (practice_id)
      where c.practice_id = take_down_spreads_of_practice.practice
      order by 1
    ) subjects;
    update spread s set taken_down_at = current_moment()
      from spread_contributor c
      where c.spread_id = s.spread_id and c.practice_id = practice and s.source_id = source and s.taken_down_at is null;
    get diagnostics taken = row_count;
    return taken;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.take_home_as_guest(words text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with told as (
      update guest g set took_home = words, took_home_at = case when words = '' then null else current_moment() end from meeting m
      where g.guest_id = (select guest_id from visiting()) and m.meeting_id = g.meeting_id and m.state in ('held', 'closed')
      returning 1)
    select exists (select from told)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.takes_minutes(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (
      select from meeting_person r join member b using (member_id) join meeting m on m.meeting_id = r.meeting_id
      where r.meeting_id = which and r.part = 'minute_taker' and m.cluster_id = (select current_cluster())
        and m.state not in ('closed', 'cancelled') and b.person_id = (select current_person()) and b.valid @> current_day())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.takes_questions(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select exists (select from meeting m join guest g on g.meeting_id = m.meeting_id
      where m.meeting_id = which and m.state in ('idea', 'polling', 'reserved', 'confirmed') and (m.held_on is null or m.held_on >= current_day())
        and g.invited_at is not null and g.cancelled_at is null and g.answer <> 'no')
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.tell_the_doctors(which uuid, message_host text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare written uuid[];
  begin
    if exists (select from letter l where l.kind = 'figures_ready' and l.facts ->> 'delivery' = which::text) then return; end if;
    with doctors as (
      select distinct on (m.person_id) gen_random_uuid() as letter_id, m.person_id, m.cluster_id, p.name as practice, s.name as source
      from (select distinct practice_id from measurement where delivery_id = which) given
      join practice p using (practice_id)
      join member m on m.practice_id = p.practice_id and m.kind = 'doctor' and m.valid @> current_day()
      join delivery d on d.delivery_id = which and d.state = 'confirmed'
      join source s on s.source_id = d.source_id
      order by m.person_id, m.cluster_id
    ), letters as (
      insert into letter (letter_id, kind, person_id, cluster_id, facts, message_id, written_at, due_at)
      select letter_id, 'figures_ready', person_id, cluster_id,
        jsonb_build_object('delivery', which, 'practice', practice, 'source', source, 'target', '/c/' || cluster_id || '/practice'),
        format('<%s@%s>', letter_id, message_host), current_moment(), current_moment()
      from doctors returning letter_id
    )
    select array_agg(letter_id) into written from letters;
    -- A country's letters are left to the sweep, so that the delivery need not wait for so many jobs.
    if cardinality(written) <= 200 then
      perform queue.enqueue('send-letter', letter_id) from unnest(written) letter_id;
    end if;
  end $function$

-- may be called by: klyngerum_owner

CREATE OR REPLACE FUNCTION public.topic_result(which uuid)
 RETURNS TABLE(topic_id uuid, dots integer, voters integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select c.topic_id, coalesce(sum(d.dots), 0)::int, count(distinct m.person_id)::int
    from topic_vote v join topic_choice c using (topic_vote_id)
    left join topic_dot d on d.topic_vote_id = c.topic_vote_id and d.topic_id = c.topic_id
    left join member m on m.member_id = d.member_id
    where v.topic_vote_id = which and v.cluster_id = (select answering_cluster())
      and (v.closed_at is not null or v.closes_on < (select current_day()))
    group by c.topic_id
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.topic_turnout(which uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select count(distinct m.person_id)::int from topic_vote v join topic_dot d using (topic_vote_id) join member m using (member_id)
    where v.topic_vote_id = which and v.cluster_id = (select answering_cluster())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.turnout(which uuid)
 RETURNS TABLE(people integer, practices integer, visitors integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select (select count(*)::int from attendance a where a.meeting_id = m.meeting_id),
      (select count(distinct b.practice_id)::int from attendance a join member b using (member_id) where a.meeting_id = m.meeting_id),
      (select count(*)::int from visitor_present v where v.meeting_id = m.meeting_id)
    from meeting m where m.meeting_id = which and m.cluster_id = (select answering_cluster())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.unmute_by_link()
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare what text;
  begin
    delete from muted using current_link() l join member m on m.member_id = l.member_id
      where l.purpose = 'mute' and muted.person_id = m.person_id and muted.kind = l.about returning muted.kind into what;
    return what;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.use_practice_key(which uuid, key text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare own member;
  begin
    select * into own from member m
      where m.member_id = which and m.person_id = current_person() and m.valid @> current_day() and m.practice_id is not null;
    if own.member_id is null or not exists (
      select from practice_key k
      where k.practice_id = own.practice_id and k.key_hash = hash_of(key) and k.ended_at is null)
    then return false; end if;
    insert into figure_access (member_id, practice_id, opened_by, opened_at)
      values (own.member_id, own.practice_id, 'key', current_moment())
      on conflict (member_id) do update set opened_by = 'key', confirmed_by = null, opened_at = excluded.opened_at, ended_at = null;
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.venue_page()
 RETURNS TABLE(venue_told_id uuid, cluster_name text, kind text, state text, held_on date, starts_at time without time zone, minutes integer, place text, address text, people integer, diets jsonb, told_at timestamp with time zone, confirmed_at timestamp with time zone, is_current boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select t.venue_told_id, c.name, m.kind, m.state, m.held_on, m.starts_at, m.minutes, m.place, m.address, t.people, t.diets, t.told_at, t.confirmed_at,
      t.told_for = trim(concat_ws(' ', m.held_on::text, to_char(m.starts_at, 'HH24:MI'), m.place))
    from current_link() l join meeting m on m.meeting_id = l.meeting_id join cluster c on c.cluster_id = m.cluster_id
    left join lateral (select * from venue_told v where v.meeting_id = m.meeting_id and v.left_at is null
      order by v.told_at desc, v.venue_told_id limit 1) t on true
    where l.purpose = 'venue'
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.venue_yes(which uuid)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select t.confirmed_at from (
      select v.confirmed_at, v.told_for, v.meeting_id from venue_told v where v.meeting_id = which and v.left_at is null
      order by v.told_at desc, v.venue_told_id limit 1) t
    join meeting m on m.meeting_id = t.meeting_id
    where t.told_for = trim(concat_ws(' ', m.held_on::text, to_char(m.starts_at, 'HH24:MI'), m.place))
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.visiting()
 RETURNS TABLE(cluster_id uuid, meeting_id uuid, guest_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select g.cluster_id, g.meeting_id, g.guest_id from current_link() l
    join guest g on g.guest_id = l.guest_id join meeting m on m.meeting_id = g.meeting_id
    where l.purpose = 'guest' and g.invited_at is not null and g.cancelled_at is null
      and (m.held_on is null or m.held_on + 30 >= current_day())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.visitor()
 RETURNS TABLE(person_id uuid, name text, cluster_id uuid, cluster_name text, source_id uuid, roles text[], is_example boolean, confirmed_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select s.person_id, p.name, c.cluster_id, c.name,
      case when current_setting('app.source', true) <> '' then current_source() end,
      held.roles, p.is_example, s.confirmed_at
    from session s
    join person p using (person_id)
    cross join lateral (
      select roles_of(s.person_id, nullif(current_setting('app.cluster', true), '')::uuid) as roles
    ) held
    left join cluster c on held.roles <> '{}' and c.cluster_id = nullif(current_setting('app.cluster', true), '')::uuid
    where s.token_hash = (select hash_of(nullif(current_setting('app.token', true), '')))
      and s.ended_at is null and s.expires_at > (select current_moment())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web, klyngerum_worker

CREATE OR REPLACE FUNCTION public.vote_as_guest(which_option uuid, what text)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    with cast_now as (
      insert into guest_vote (cluster_id, date_option_id, guest_id, answer, cast_at)
      select v.cluster_id, o.date_option_id, v.guest_id, what, current_moment() from visiting() v
      join date_poll p on p.meeting_id = v.meeting_id join date_option o on o.date_poll_id = p.date_poll_id
      where o.date_option_id = which_option and is_open_poll(which_option)
      on conflict (date_option_id, guest_id) do update set answer = excluded.answer, cast_at = excluded.cast_at
      returning 1)
    select exists (select from cast_now)
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.waiting_moves(which uuid)
 RETURNS TABLE(letter_id uuid, is_place_alone boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select l.letter_id, coalesce(l.facts ->> 'change' = 'place', false) from letter l
    where l.meeting_id = which and l.cluster_id = (select current_cluster()) and (select arranges())
      and l.kind in ('meeting_moved', 'guest_moved') and l.recalled_at is null and l.sent_at is null and l.failure is null
      and l.attempts = 0 and l.due_at > (select current_moment())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.was_here(which uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ select exists (select from cluster_practice where practice_id = which and cluster_id = current_cluster()) $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.who_has_counted(which uuid)
 RETURNS TABLE(practice_id uuid, has_counted boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    select c.practice_id, c.has_counted
    from own_count_ask a, counted_of(a.own_count_ask_id) c
    where a.own_count_ask_id = which and a.cluster_id = (select current_cluster()) and (select arranges())
  $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.withdraw_own_count(which uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  declare own record; home uuid;
  begin
    select * into own from own_counts() where delivery_id = which and may_withdraw;
    if own.delivery_id is null then return false; end if;
    select source_id into home from delivery where delivery_id = which;
    perform pg_advisory_xact_lock(hashtextextended(home::text, 9));
    with gone as (
      update delivery d set state = 'withdrawn', withdrawn_at = current_moment(), withdrawn_by = current_person()
        from measurement m
        where m.delivery_id = d.delivery_id and m.practice_id = own.practice_id and m.indicator_key = own.indicator_key
          and m.period_from = own.period_from and m.period_until = own.period_until
          and d.source_id = home and d.state = 'confirmed'
        returning d.delivery_id
    )
    update spread s set taken_down_at = current_moment()
      from spread_contributor c join gone using (delivery_id)
      where c.spread_id = s.spread_id and s.taken_down_at is null;
    return true;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web

CREATE OR REPLACE FUNCTION public.write_notes(which uuid, words text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  begin
    update agenda_item a set notes = words from meeting m
      where a.agenda_item_id = which and m.meeting_id = a.meeting_id and m.cluster_id = current_cluster()
        and m.state not in ('closed', 'cancelled') and (arranges() or takes_minutes(a.meeting_id));
    return found;
  end $function$

-- may be called by: klyngerum_owner, klyngerum_web


-- Triggers

CREATE TRIGGER a_wish_takes_its_links_along AFTER DELETE ON public.address_change FOR EACH ROW EXECUTE FUNCTION drop_address_links();
CREATE TRIGGER a_yes_ends_with_the_membership AFTER UPDATE OF valid ON public.cluster_practice FOR EACH ROW EXECUTE FUNCTION lapse_the_answers();
CREATE TRIGGER it_ends_once BEFORE UPDATE OF valid ON public.cluster_practice FOR EACH ROW EXECUTE FUNCTION only_ever_shorter();
CREATE TRIGGER it_moves_on BEFORE UPDATE ON public.delivery FOR EACH ROW EXECUTE FUNCTION a_delivery_moves_on();
CREATE TRIGGER it_stays_closed BEFORE UPDATE OF state ON public.meeting FOR EACH ROW WHEN (((old.state = 'closed'::text) AND (new.state <> 'closed'::text))) EXECUTE FUNCTION closed_for_good();
CREATE TRIGGER orders_go_with_it AFTER UPDATE OF held_on ON public.meeting FOR EACH ROW WHEN ((old.held_on IS DISTINCT FROM new.held_on)) EXECUTE FUNCTION move_orders_with_meeting();
CREATE TRIGGER rounds_go_with_it AFTER UPDATE OF held_on ON public.meeting FOR EACH ROW WHEN ((old.held_on IS DISTINCT FROM new.held_on)) EXECUTE FUNCTION move_rounds_with_meeting();
CREATE TRIGGER it_ends_once BEFORE UPDATE OF valid ON public.member FOR EACH ROW EXECUTE FUNCTION only_ever_shorter();
CREATE TRIGGER links_go_with_the_address AFTER UPDATE OF email ON public.partner_person FOR EACH ROW WHEN ((lower(old.email) IS DISTINCT FROM lower(new.email))) EXECUTE FUNCTION end_links_of_guest();
CREATE TRIGGER stands_fast BEFORE UPDATE ON public.questionnaire_round FOR EACH ROW EXECUTE FUNCTION keep_what_is_asked();
CREATE TRIGGER state_is_the_workers BEFORE UPDATE ON public.questionnaire_round FOR EACH ROW EXECUTE FUNCTION keep_the_state();
CREATE TRIGGER it_ends_once BEFORE UPDATE OF valid ON public.role_holding FOR EACH ROW EXECUTE FUNCTION only_ever_shorter();
CREATE TRIGGER it_ends_once BEFORE UPDATE OF valid ON public.source_cluster FOR EACH ROW EXECUTE FUNCTION only_ever_shorter();
CREATE TRIGGER it_ends_once BEFORE UPDATE OF valid ON public.source_person FOR EACH ROW EXECUTE FUNCTION only_ever_shorter();
CREATE TRIGGER it_names_its_source BEFORE INSERT ON public.spread FOR EACH ROW EXECUTE FUNCTION names_its_source();
CREATE TRIGGER it_stays_within_its_dots AFTER INSERT ON public.topic_dot FOR EACH ROW EXECUTE FUNCTION ballot_within_its_dots();

-- Policies

address_change: read_by_the_worker for select to klyngerum_worker using (true)
address_change: wished_by_oneself for all to klyngerum_web using ((person_id = ( SELECT current_person() AS current_person))) with check (((person_id = ( SELECT current_person() AS current_person)) AND (released_at IS NULL)))
agenda_item: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
agenda_item: read_by_the_worker for select to klyngerum_worker using (true)
agenda_item: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
agenda_item: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
agenda_item: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
agreement: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
agreement: made_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
agreement: read_by_the_worker for select to klyngerum_worker using (true)
agreement: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT current_cluster() AS current_cluster)))
agreement: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.meeting_id = agreement.meeting_id) AND (m.state <> 'closed'::text))))))
anonymous_answer: counted_by_the_worker for insert to klyngerum_worker with check (true)
anonymous_answer: read_by_the_worker for select to klyngerum_worker using (true)
answer_draft: gone_when_it_closes for delete to klyngerum_worker using (true)
answer_draft: ones_own for select to klyngerum_web using ((respondent_id IN ( SELECT own_respondents.respondent_id
   FROM own_respondents() own_respondents(cluster_id, respondent_id, questionnaire_round_id, member_id, partner_person_id, asked_on, answered_on, reminded_on))))
answer_draft: read_by_the_worker for select to klyngerum_worker using (true)
attendance: attendance_for_those_who_pay for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT pays() AS pays)))
attendance: read_by_the_worker for select to klyngerum_worker using (true)
attendance: seen_by_those_who_arrange for select to klyngerum_web using ((((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)) OR (member_id IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id)))))
attendance: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
attendance: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
cluster: read_by_the_worker for select to klyngerum_worker using (true)
cluster: seen_by_its_people for select to klyngerum_web using ((cluster_id IN ( SELECT clusters_in_sight.cluster_id
   FROM clusters_in_sight() clusters_in_sight(cluster_id))))
cluster_practice: ended_by_a_coordinator for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[]))))
cluster_practice: placed_again_by_a_coordinator for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND was_here(practice_id)))
cluster_practice: placed_by_a_coordinator for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND is_a_claim(practice_id)))
cluster_practice: read_by_the_worker for select to klyngerum_worker using (true)
cluster_practice: seen_within_the_cluster for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) OR ((( SELECT current_source() AS current_source) IS NOT NULL) AND (cluster_id IN ( SELECT clusters_in_sight.cluster_id
   FROM clusters_in_sight() clusters_in_sight(cluster_id))))))
date_must: read_by_the_worker for select to klyngerum_worker using (true)
date_must: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
date_must: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
date_must: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
date_option: read_by_the_worker for select to klyngerum_worker using (true)
date_option: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
date_option: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
date_option: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
date_poll: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
date_poll: closed_by_the_worker for update to klyngerum_worker using (true)
date_poll: read_by_the_worker for select to klyngerum_worker using (true)
date_poll: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
date_poll: taken_back_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
date_poll: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
date_vote: cast_for_the_clinic for insert to klyngerum_web with check ((is_open_poll(date_option_id) AND (cast_by IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id))) AND ((member_id IN ( SELECT answering_clinic.member_id
   FROM answering_clinic() answering_clinic(member_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))))
date_vote: cast_for_who_is_asked for insert to klyngerum_web with check (is_asked(member_id))
date_vote: read_by_the_worker for select to klyngerum_worker using (true)
date_vote: recast_for_the_clinic for update to klyngerum_web using ((is_open_poll(date_option_id) AND ((member_id IN ( SELECT answering_clinic.member_id
   FROM answering_clinic() answering_clinic(member_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges))))) with check ((cast_by IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id))))
date_vote: seen_by_the_clinic_and_those_who_arrange for select to klyngerum_web using (((member_id IN ( SELECT answering_clinic.member_id
   FROM answering_clinic() answering_clinic(member_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges))))
deadline: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
deadline: read_by_the_worker for select to klyngerum_worker using (true)
deadline: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
deadline: set_by_the_worker for insert to klyngerum_worker with check (true)
deadline: settled_by_the_worker for update to klyngerum_worker using (true)
deadline: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
deadline: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
delivery: carried_on_by_the_source for update to klyngerum_web using ((source_id = ( SELECT current_source() AS current_source)))
delivery: read_by_the_worker for select to klyngerum_worker using (true)
delivery: seen_by_source_and_receivers for select to klyngerum_web using (((source_id = ( SELECT current_source() AS current_source)) OR (delivery_id IN ( SELECT deliveries_to_cluster.delivery_id
   FROM deliveries_to_cluster() deliveries_to_cluster(delivery_id))) OR (delivery_id IN ( SELECT own_deliveries.delivery_id
   FROM own_deliveries() own_deliveries(delivery_id)))))
delivery: started_by_the_source for insert to klyngerum_web with check (((source_id = ( SELECT current_source() AS current_source)) AND (deliverer_id = ( SELECT current_person() AS current_person)) AND (state = ANY (ARRAY['draft'::text, 'refused'::text]))))
delivery_part: counted_at_confirmation for insert to klyngerum_web with check (((delivery_id = ( SELECT open_delivery() AS open_delivery)) AND (cluster_id IN ( SELECT clusters_served.cluster_id
   FROM clusters_served() clusters_served(cluster_id)))))
delivery_part: counted_for_both for select to klyngerum_web using ((((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND (delivery_id IN ( SELECT deliveries_to_cluster.delivery_id
   FROM deliveries_to_cluster() deliveries_to_cluster(delivery_id)))) OR (delivery_id IN ( SELECT deliveries_of_source.delivery_id
   FROM deliveries_of_source() deliveries_of_source(delivery_id)))))
delivery_part: read_by_the_worker for select to klyngerum_worker using (true)
example_letter: kept_by_the_worker for insert to klyngerum_worker with check (true)
example_letter: shown_in_the_try_out for select to klyngerum_web using (true)
expense: changed_by_those_who_pay for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT pays() AS pays)))
expense: entered_by_those_who_pay for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT pays() AS pays) AND (taken_out_at IS NULL) AND (entered_by IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id)))))
expense: seen_by_those_who_pay for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT pays() AS pays)))
figure_access: changed_by_the_practice for update to klyngerum_web using ((practice_id IN ( SELECT practices_to_decide_for.practice_id
   FROM practices_to_decide_for() practices_to_decide_for(practice_id)))) with check ((((ended_at IS NOT NULL) AND (practice_id IN ( SELECT practices_to_decide_for.practice_id
   FROM practices_to_decide_for() practices_to_decide_for(practice_id)))) OR ((opened_by = 'colleague'::text) AND confirms_a_colleague(member_id, practice_id, confirmed_by))))
figure_access: opened_by_a_colleague for insert to klyngerum_web with check (((opened_by = 'colleague'::text) AND confirms_a_colleague(member_id, practice_id, confirmed_by)))
figure_access: read_by_the_worker for select to klyngerum_worker using (true)
figure_access: seen_by_the_practice for select to klyngerum_web using (((practice_id IN ( SELECT own_practices.practice_id
   FROM own_practices() own_practices(practice_id))) OR (member_id IN ( SELECT member.member_id
   FROM member
  WHERE (member.person_id = ( SELECT current_person() AS current_person))))))
figure_look: left_by_the_looker for insert to klyngerum_web with check (((practice_id IN ( SELECT own_practices.practice_id
   FROM own_practices() own_practices(practice_id))) AND (member_id IN ( SELECT m.member_id
   FROM member m
  WHERE (m.person_id = ( SELECT current_person() AS current_person))))))
figure_look: seen_by_the_practice for select to klyngerum_web using ((practice_id IN ( SELECT own_practices.practice_id
   FROM own_practices() own_practices(practice_id))))
figure_order: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND ((state = 'planned'::text) OR ((state = 'ordered'::text) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])))))) with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ((state = ANY (ARRAY['planned'::text, 'given_up'::text])) OR ((state = 'ordered'::text) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[]))))))
figure_order: followed_by_the_worker for update to klyngerum_worker using (true)
figure_order: read_by_the_worker for select to klyngerum_worker using (true)
figure_order: seen_by_its_source for select to klyngerum_web using (((source_id = ( SELECT current_source() AS current_source)) AND (state = ANY (ARRAY['ordered'::text, 'received'::text, 'published'::text]))))
figure_order: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
figure_order: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (state = 'planned'::text)))
guest: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
guest: read_by_the_worker for select to klyngerum_worker using (true)
guest: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
guest: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
guest_vote: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
guest_vote: read_by_the_worker for select to klyngerum_worker using (true)
guest_vote: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
guest_vote: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
indicator: known_to_all for select to everybody using (true)
invitation: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
invitation: read_by_the_worker for select to klyngerum_worker using (true)
invitation: seen_by_the_invited_and_those_who_arrange for select to klyngerum_web using (((member_id IN ( SELECT answering_clinic.member_id
   FROM answering_clinic() answering_clinic(member_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges))))
invitation: taken_back_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
invitation: told_by_the_worker for all to klyngerum_worker using (true) with check (true)
invitation: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
journal: read_by_its_author for select to klyngerum_web using ((person_id = ( SELECT current_person() AS current_person)))
journal: written_in_own_name for insert to klyngerum_web with check ((((NOT (person_id IS DISTINCT FROM ( SELECT current_person() AS current_person))) OR ((event = 'session.ended'::text) AND (person_id = ( SELECT owner_of_token() AS owner_of_token)))) AND ((cluster_id IS NULL) OR (cluster_id IN ( SELECT clusters_in_sight.cluster_id
   FROM clusters_in_sight() clusters_in_sight(cluster_id))))))
journal: written_through_a_link for insert to klyngerum_web with check (((cluster_id = ( SELECT linked_cluster() AS linked_cluster)) AND (NOT (person_id IS DISTINCT FROM ( SELECT linked_person() AS linked_person)))))
kept_file: kept_by_the_treasurer for insert to klyngerum_web with check (((purpose = 'receipt'::text) AND (guest_id IS NULL) AND (cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT pays() AS pays)))
kept_file: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
kept_file: seen_by_those_who_lead_or_pay for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND (( SELECT current_roles() AS current_roles) && ARRAY['coordinator'::text, 'board'::text, 'treasurer'::text, 'secretary'::text])))
kept_file: sent_by_themselves for insert to klyngerum_web with check (((purpose = 'slides'::text) AND (guest_id = ( SELECT visiting.guest_id
   FROM visiting() visiting(cluster_id, meeting_id, guest_id))) AND (meeting_id = ( SELECT visiting.meeting_id
   FROM visiting() visiting(cluster_id, meeting_id, guest_id))) AND (( SELECT count(*) AS count
   FROM guest_files() guest_files(kept_file_id, name, size)) < 10)))
kept_file: slides_within_the_cluster for select to klyngerum_web using (((purpose = 'slides'::text) AND (cluster_id = ( SELECT current_cluster() AS current_cluster))))
kept_file: taken_back_by_themselves for delete to klyngerum_web using ((guest_id = ( SELECT visiting.guest_id
   FROM visiting() visiting(cluster_id, meeting_id, guest_id))))
kept_file: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
kept_file: taken_out_by_those_who_pay for delete to klyngerum_web using (((purpose = 'receipt'::text) AND (cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT pays() AS pays)))
kept_file: their_own for select to klyngerum_web using ((guest_id = ( SELECT visiting.guest_id
   FROM visiting() visiting(cluster_id, meeting_id, guest_id))))
kept_file: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
letter: followed_by_those_who_arrange for select to klyngerum_web using ((((meeting_id IS NOT NULL) OR (round_id IS NOT NULL)) AND (cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
letter: read_by_the_worker for select to klyngerum_worker using (true)
letter: recalled_by_those_who_arrange for update to klyngerum_web using ((((meeting_id IS NOT NULL) OR (round_id IS NOT NULL)) AND (sent_at IS NULL) AND (failure IS NULL) AND (attempts = 0) AND (cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
letter: sent_by_the_worker for update to klyngerum_worker using (true)
letter: written_about_a_meeting for insert to klyngerum_web with check (((email IS NULL) AND (cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (meeting_id IS NOT NULL) AND (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.meeting_id = letter.meeting_id) AND (m.cluster_id = letter.cluster_id)))) AND ((person_id IS NULL) OR (person_id IN ( SELECT persons_in_sight.person_id
   FROM persons_in_sight() persons_in_sight(person_id)))) AND ((guest_id IS NULL) OR (EXISTS ( SELECT
   FROM guest g
  WHERE ((g.guest_id = letter.guest_id) AND (g.meeting_id = letter.meeting_id))))) AND ((figure_order_id IS NULL) OR (EXISTS ( SELECT
   FROM figure_order o
  WHERE ((o.figure_order_id = letter.figure_order_id) AND (o.meeting_id = letter.meeting_id))))) AND ((reply_to_id IS NULL) OR (reply_to_id = ( SELECT current_person() AS current_person)))))
letter: written_by_the_worker for insert to klyngerum_worker with check (((email IS NULL) AND (meeting_id IS NOT NULL)))
letter: written_by_the_worker_to_a_person for insert to klyngerum_worker with check (((email IS NULL) AND (meeting_id IS NULL) AND (guest_id IS NULL) AND (person_id IS NOT NULL) AND (cluster_id IS NOT NULL) AND (kind = ANY (ARRAY['topic_vote'::text, 'topic_vote_result'::text, 'topic_outcome'::text, 'week_ahead'::text, 'digest'::text]))))
letter: written_for_a_cluster_in_sight for insert to klyngerum_web with check (((cluster_id IS NULL) OR (cluster_id IN ( SELECT clusters_in_sight.cluster_id
   FROM clusters_in_sight() clusters_in_sight(cluster_id)))))
letter: written_to_known_people for insert to klyngerum_web with check (((person_id IN ( SELECT persons_in_sight.person_id
   FROM persons_in_sight() persons_in_sight(person_id))) AND (email IS NULL) AND (meeting_id IS NULL) AND (guest_id IS NULL) AND (figure_order_id IS NULL) AND ((reply_to_id IS NULL) OR (reply_to_id = ( SELECT current_person() AS current_person)))))
letter: written_unsent_and_in_own_name for insert to klyngerum_web with check (((sent_at IS NULL) AND (failure IS NULL) AND (bounced_at IS NULL) AND (recalled_at IS NULL) AND (digest_id IS NULL) AND (attempts = 0) AND ((reply_to_id IS NULL) OR (reply_to_id = ( SELECT current_person() AS current_person))) AND ((guest_id IS NULL) OR (meeting_id IS NOT NULL)) AND ((meeting_id IS NULL) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (EXISTS ( SELECT
   FROM meeting m
  WHERE ((m.meeting_id = letter.meeting_id) AND (m.cluster_id = letter.cluster_id)))))) AND ((figure_order_id IS NULL) OR (EXISTS ( SELECT
   FROM figure_order f
  WHERE ((f.figure_order_id = letter.figure_order_id) AND (f.cluster_id = letter.cluster_id)))))))
link: made_by_the_worker for all to klyngerum_worker using (true) with check (true)
list_size: seen_by_neighbours for select to klyngerum_web using ((practice_id IN ( SELECT own_practices.practice_id
   FROM own_practices() own_practices(practice_id))))
list_size: told_by_the_practice for insert to klyngerum_web with check ((practice_id IN ( SELECT own_practices.practice_id
   FROM own_practices() own_practices(practice_id))))
measurement: read_by_its_owner for select to klyngerum_web using ((practice_id IN ( SELECT own_practices.practice_id
   FROM own_practices() own_practices(practice_id))))
measurement: read_for_one_spread for select to klyngerum_worker using ((indicator_key = NULLIF(current_setting('app.indicator'::text, true), ''::text)))
measurement: written_at_confirmation for insert to klyngerum_web with check (((delivery_id = ( SELECT open_delivery() AS open_delivery)) AND (practice_id IN ( SELECT practices_to_deliver_for.practice_id
   FROM practices_to_deliver_for() practices_to_deliver_for(practice_id)))))
meeting: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges))) with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND ((state <> 'closed'::text) OR ( SELECT leads() AS leads))))
meeting: held_by_the_worker for update to klyngerum_worker using (true)
meeting: read_by_the_worker for select to klyngerum_worker using (true)
meeting: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
meeting: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (state <> 'closed'::text)))
meeting_person: read_by_the_worker for select to klyngerum_worker using (true)
meeting_person: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
meeting_person: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
meeting_person: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
member: ended_by_a_coordinator for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[]))))
member: invited_by_a_coordinator for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND ((practice_id IS NULL) OR (practice_id IN ( SELECT p.practice_id
   FROM cluster_practice p
  WHERE (p.cluster_id = ( SELECT current_cluster() AS current_cluster)))))))
member: read_by_the_worker for select to klyngerum_worker using (true)
member: seen_within_the_cluster for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) OR (person_id = ( SELECT current_person() AS current_person))))
municipality: known_to_all for select to everybody using (true)
municipality_region: known_to_all for select to everybody using (true)
muted: ones_own for all to klyngerum_web using ((person_id = ( SELECT current_person() AS current_person))) with check ((person_id = ( SELECT current_person() AS current_person)))
muted: read_by_the_worker for select to klyngerum_worker using (true)
named_answer: ones_own for select to klyngerum_web using ((respondent_id IN ( SELECT own_respondents.respondent_id
   FROM own_respondents() own_respondents(cluster_id, respondent_id, questionnaire_round_id, member_id, partner_person_id, asked_on, answered_on, reminded_on))))
named_answer: read_by_the_worker for select to klyngerum_worker using (true)
named_answer: seen_by_the_coordinator for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[]))))
own_count_ask: asked_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (state = 'open'::text) AND (NOT is_by_itself)))
own_count_ask: ended_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (state = 'open'::text))) with check ((state = 'given_up'::text))
own_count_ask: followed_by_the_worker for all to klyngerum_worker using (true) with check (true)
own_count_ask: seen_by_those_who_answer for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
own_doing: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
own_doing: read_by_the_worker for select to klyngerum_worker using (true)
own_doing: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
own_doing: told_by_the_worker for insert to klyngerum_worker with check (true)
own_doing: told_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
own_package: changed_by_those_who_lead for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads)))
own_package: kept_by_those_who_lead for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads)))
own_package: read_by_the_worker for select to klyngerum_worker using (true)
own_package: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT current_cluster() AS current_cluster)))
own_questionnaire: changed_by_those_who_lead for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads)))
own_questionnaire: made_by_those_who_lead for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads)))
own_questionnaire: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
package: known_to_all for select to klyngerum_web using (true)
package: read_by_the_worker for select to klyngerum_worker using (true)
partner: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
partner: read_by_the_worker for select to klyngerum_worker using (true)
partner: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
partner: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
partner_person: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
partner_person: read_by_the_worker for select to klyngerum_worker using (true)
partner_person: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
partner_person: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
partner_question: asked_by_oneself for insert to klyngerum_web with check (((cluster_id = ( SELECT answering_cluster() AS answering_cluster)) AND takes_questions(meeting_id) AND (asker_id IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id)
  WHERE (answering.practice_id IS NOT NULL)))))
partner_question: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (answered_guest_id IS NULL)))
partner_question: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
partner_question: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
partner_question: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
person: read_by_the_worker for select to klyngerum_worker using (true)
person: seen_by_companions for select to klyngerum_web using ((person_id IN ( SELECT persons_in_sight.person_id
   FROM persons_in_sight() persons_in_sight(person_id))))
person: written_by_oneself for update to klyngerum_web using ((person_id = ( SELECT current_person() AS current_person)))
person_address: addresses_for_those_who_write for select to klyngerum_web using (((person_id = ( SELECT current_person() AS current_person)) OR ((( SELECT current_roles() AS current_roles) && ARRAY['coordinator'::text, 'secretary'::text]) AND (person_id IN ( SELECT member.person_id
   FROM member
  WHERE (member.cluster_id = ( SELECT current_cluster() AS current_cluster)))))))
person_address: read_by_the_worker for select to klyngerum_worker using (true)
practice: decided_by_the_practice for update to klyngerum_web using ((practice_id IN ( SELECT practices_to_decide_for.practice_id
   FROM practices_to_decide_for() practices_to_decide_for(practice_id))))
practice: entered_by_a_coordinator for insert to klyngerum_web with check ((('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND (is_example = ( SELECT is_example_cluster() AS is_example_cluster))))
practice: read_by_the_worker for select to klyngerum_worker using (true)
practice: seen_by_neighbours for select to klyngerum_web using ((practice_id IN ( SELECT practices_in_sight.practice_id
   FROM practices_in_sight() practices_in_sight(practice_id))))
practice_number: claimed_by_a_coordinator for insert to klyngerum_web with check ((('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND (confirmed_at IS NULL) AND is_a_claim(practice_id)))
practice_number: read_by_the_worker for select to klyngerum_worker using (true)
practice_number: seen_by_neighbours for select to klyngerum_web using ((practice_id IN ( SELECT practices_in_sight.practice_id
   FROM practices_in_sight() practices_in_sight(practice_id))))
publication: asked_by_a_coordinator for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND (state = 'waiting'::text)))
publication: finished_by_the_worker for update to klyngerum_worker using (true)
publication: read_by_the_worker for select to klyngerum_worker using (true)
publication: seen_by_the_members for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND (( SELECT current_roles() AS current_roles) && ARRAY['member'::text, 'coordinator'::text, 'board'::text, 'treasurer'::text])))
questionnaire_result: counted_by_the_worker for insert to klyngerum_worker with check (true)
questionnaire_result: read_by_the_worker for select to klyngerum_worker using (true)
questionnaire_result: seen_by_the_members for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT sees_answers() AS sees_answers)))
questionnaire_round: carried_on_by_the_worker for update to klyngerum_worker using (true)
questionnaire_round: changed_by_those_who_lead for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads) AND (state = ANY (ARRAY['planned'::text, 'open'::text])))) with check ((state = ANY (ARRAY['planned'::text, 'open'::text, 'taken_back'::text])))
questionnaire_round: planned_by_the_worker for insert to klyngerum_worker with check ((state = 'planned'::text))
questionnaire_round: planned_by_those_who_lead for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads) AND (state = 'planned'::text)))
questionnaire_round: read_by_the_worker for select to klyngerum_worker using (true)
questionnaire_round: seen_by_those_asked for select to klyngerum_web using ((questionnaire_round_id IN ( SELECT own_respondents.questionnaire_round_id
   FROM own_respondents() own_respondents(cluster_id, respondent_id, questionnaire_round_id, member_id, partner_person_id, asked_on, answered_on, reminded_on))))
questionnaire_round: seen_within_the_cluster for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND (((state = ANY (ARRAY['open'::text, 'counted'::text, 'dropped'::text])) AND ( SELECT sees_answers() AS sees_answers)) OR ( SELECT arranges() AS arranges))))
reference: computed_by_the_worker for insert to klyngerum_worker with check ((origin = 'computed'::text))
reference: known_to_all for select to everybody using (true)
reference: renewed_by_the_worker for update to klyngerum_worker using ((origin = 'computed'::text))
region: known_to_all for select to everybody using (true)
resolution: changed_by_the_minute_taker for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND takes_minutes(meeting_id)))
resolution: changed_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
resolution: read_by_the_worker for select to klyngerum_worker using (true)
resolution: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
resolution: taken_out_by_the_minute_taker for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND takes_minutes(meeting_id)))
resolution: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
resolution: written_by_the_minute_taker for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND takes_minutes(meeting_id)))
resolution: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
respondent: asked_by_the_worker for insert to klyngerum_worker with check ((answered_on IS NULL))
respondent: oneself for select to klyngerum_web using ((respondent_id IN ( SELECT own_respondents.respondent_id
   FROM own_respondents() own_respondents(cluster_id, respondent_id, questionnaire_round_id, member_id, partner_person_id, asked_on, answered_on, reminded_on))))
respondent: read_by_the_worker for select to klyngerum_worker using (true)
respondent: reminded_by_the_worker for update to klyngerum_worker using (true)
respondent: reminded_by_those_who_arrange for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
respondent: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
role_holding: ended_by_a_coordinator for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[]))))
role_holding: given_by_a_coordinator for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[]))))
role_holding: read_by_the_worker for select to klyngerum_worker using (true)
role_holding: seen_by_the_holder for select to klyngerum_web using (((member_id IN ( SELECT m.member_id
   FROM member m
  WHERE (m.person_id = ( SELECT current_person() AS current_person)))) OR (practice_id IN ( SELECT m.practice_id
   FROM member m
  WHERE ((m.person_id = ( SELECT current_person() AS current_person)) AND (m.kind = 'doctor'::text))))))
role_holding: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT current_cluster() AS current_cluster)))
rsvp: given_anew_for_the_clinic for update to klyngerum_web using ((is_meeting_ahead(meeting_id) AND ((member_id IN ( SELECT answering_clinic.member_id
   FROM answering_clinic() answering_clinic(member_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges))))) with check ((given_by IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id))))
rsvp: given_for_the_clinic for insert to klyngerum_web with check ((is_meeting_ahead(meeting_id) AND (given_by IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id))) AND ((member_id IN ( SELECT answering_clinic.member_id
   FROM answering_clinic() answering_clinic(member_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))))
rsvp: given_for_who_is_asked for insert to klyngerum_web with check (is_asked(member_id))
rsvp: read_by_the_worker for select to klyngerum_worker using (true)
rsvp: seen_by_the_clinic_and_those_who_arrange for select to klyngerum_web using (((member_id IN ( SELECT answering_clinic.member_id
   FROM answering_clinic() answering_clinic(member_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges))))
rsvp_need: forgotten_by_the_worker for delete to klyngerum_worker using (true)
rsvp_need: not_by_a_link_on_paper for all to klyngerum_web using ((NOT ( SELECT is_on_paper() AS is_on_paper)))
rsvp_need: read_by_the_worker for select to klyngerum_worker using (true)
rsvp_need: seen_by_those_who_need_it for select to klyngerum_web using (((member_id IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND (( SELECT current_roles() AS current_roles) && ARRAY['coordinator'::text, 'secretary'::text]))))
rsvp_need: told_anew_with_the_answer for update to klyngerum_web using ((is_meeting_ahead(meeting_id) AND ((member_id IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND (( SELECT current_roles() AS current_roles) && ARRAY['coordinator'::text, 'secretary'::text])))))
rsvp_need: told_with_the_answer for insert to klyngerum_web with check ((is_meeting_ahead(meeting_id) AND ((member_id IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id))) OR ((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND (( SELECT current_roles() AS current_roles) && ARRAY['coordinator'::text, 'secretary'::text])))))
sealed_response: opened_by_the_worker for delete to klyngerum_worker using (true)
sealed_response: read_by_the_worker for select to klyngerum_worker using (true)
sign_in_link: minted_by_the_worker for insert to klyngerum_worker with check (true)
source: made_by_a_coordinator for insert to klyngerum_web with check ((('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND (NOT is_trusted) AND (kind <> 'own_count'::text) AND (is_example = ( SELECT is_example_cluster() AS is_example_cluster)) AND ((cluster_id IS NULL) OR (cluster_id = ( SELECT current_cluster() AS current_cluster)))))
source: read_by_the_worker for select to klyngerum_worker using (true)
source: seen_by_those_it_serves for select to klyngerum_web using ((source_id IN ( SELECT sources_in_sight.source_id
   FROM sources_in_sight() sources_in_sight(source_id))))
source_answer: answered_by_the_practice for insert to klyngerum_web with check (((practice_id IN ( SELECT practices_to_decide_for.practice_id
   FROM practices_to_decide_for() practices_to_decide_for(practice_id))) AND (answered_by IN ( SELECT m.member_id
   FROM member m
  WHERE ((m.person_id = ( SELECT current_person() AS current_person)) AND (m.practice_id = source_answer.practice_id))))))
source_answer: read_by_the_worker for select to klyngerum_worker using (true)
source_answer: seen_by_the_practice for select to klyngerum_web using ((practice_id IN ( SELECT own_practices.practice_id
   FROM own_practices() own_practices(practice_id))))
source_cluster: ended_by_a_coordinator for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND (NOT is_own_count(source_id))))
source_cluster: invited_by_a_coordinator for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND (NOT is_own_count(source_id))))
source_cluster: seen_by_both for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) OR (source_id IN ( SELECT own_sources.source_id
   FROM own_sources() own_sources(source_id)))))
source_mapping: kept_by_the_source for all to klyngerum_web using ((source_id = ( SELECT current_source() AS current_source))) with check ((source_id = ( SELECT current_source() AS current_source)))
source_person: ended_by_the_source for update to klyngerum_web using ((source_id = ( SELECT current_source() AS current_source)))
source_person: named_by_maker_or_source for insert to klyngerum_web with check (((source_id = ( SELECT current_source() AS current_source)) OR (('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[])) AND is_new_source(source_id))))
source_person: read_by_the_worker for select to klyngerum_worker using (true)
source_person: seen_by_those_it_serves for select to klyngerum_web using ((source_id IN ( SELECT sources_in_sight.source_id
   FROM sources_in_sight() sources_in_sight(source_id))))
spread: only_what_shows_nothing for delete to klyngerum_worker using ((version = 0))
spread: published_by_the_worker for insert to klyngerum_worker with check (true)
spread: read_by_the_worker for select to klyngerum_worker using (true)
spread: seen_by_the_members for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND (taken_down_at IS NULL) AND (( SELECT current_roles() AS current_roles) && ARRAY['member'::text, 'coordinator'::text, 'board'::text, 'treasurer'::text])))
spread: taken_down_by_the_worker for update to klyngerum_worker using (true)
spread_contributor: carried_on_by_the_worker for update to klyngerum_worker using (true) with check (true)
spread_contributor: kept_by_the_worker for insert to klyngerum_worker with check (true)
spread_contributor: only_what_shows_nothing for delete to klyngerum_worker using ((spread_id IN ( SELECT spread.spread_id
   FROM spread
  WHERE (spread.version = 0))))
spread_contributor: read_by_the_worker for select to klyngerum_worker using (true)
spread_contributor: seen_by_the_practice for select to klyngerum_web using ((practice_id IN ( SELECT own_practices.practice_id
   FROM own_practices() own_practices(practice_id))))
spread_total: kept_by_the_worker for insert to klyngerum_worker with check (true)
spread_total: read_by_the_worker for select to klyngerum_worker using (true)
text_answer: counted_by_the_worker for insert to klyngerum_worker with check (true)
text_answer: read_before_release for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[]))))
text_answer: read_by_the_worker for select to klyngerum_worker using (true)
text_answer: released for select to klyngerum_web using ((is_released AND (cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT sees_answers() AS sees_answers)))
text_answer: released_by_the_coordinator for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ('coordinator'::text = ANY (( SELECT current_roles() AS current_roles)::text[]))))
topic: changed_by_its_proposer for update to klyngerum_web using (((cluster_id = ( SELECT answering_cluster() AS answering_cluster)) AND (state = 'proposed'::text) AND (proposer_id IN ( SELECT own_memberships.member_id
   FROM own_memberships() own_memberships(member_id))) AND (NOT (EXISTS ( SELECT
   FROM topic_choice c
  WHERE ((c.topic_id = topic.topic_id) AND is_open_vote(c.topic_vote_id))))))) with check (((state = ANY (ARRAY['proposed'::text, 'withdrawn'::text])) AND (answer = ''::text) AND (planned_for IS NULL) AND (package_key IS NULL) AND (merged_into IS NULL)))
topic: decided_by_those_who_lead for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads)))
topic: proposed_in_own_name for insert to klyngerum_web with check (((cluster_id = ( SELECT answering_cluster() AS answering_cluster)) AND (state = 'proposed'::text) AND (answer = ''::text) AND (planned_for IS NULL) AND (package_key IS NULL) AND (merged_into IS NULL) AND (decided_at IS NULL) AND (proposer_id IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id)
  WHERE (answering.practice_id IS NOT NULL)))))
topic: read_by_the_worker for select to klyngerum_worker using (true)
topic: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
topic_choice: put_up_by_those_who_lead for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads) AND (EXISTS ( SELECT
   FROM topic_vote v
  WHERE ((v.topic_vote_id = topic_choice.topic_vote_id) AND (v.closed_at IS NULL) AND (v.opened_at = ( SELECT current_moment() AS current_moment)))))))
topic_choice: read_by_the_worker for select to klyngerum_worker using (true)
topic_choice: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
topic_dot: not_by_a_link_on_paper for all to klyngerum_web using ((NOT ( SELECT is_on_paper() AS is_on_paper)))
topic_dot: ones_own for select to klyngerum_web using ((member_id IN ( SELECT own_memberships.member_id
   FROM own_memberships() own_memberships(member_id))))
topic_dot: placed_while_open for insert to klyngerum_web with check (((member_id IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id)
  WHERE (answering.practice_id IS NOT NULL))) AND is_open_vote(topic_vote_id)))
topic_dot: taken_back_while_open for delete to klyngerum_web using (((member_id IN ( SELECT own_memberships.member_id
   FROM own_memberships() own_memberships(member_id))) AND is_open_vote(topic_vote_id)))
topic_helper: joined_by_oneself for insert to klyngerum_web with check (((cluster_id = ( SELECT answering_cluster() AS answering_cluster)) AND (member_id IN ( SELECT answering.member_id
   FROM answering() answering(cluster_id, member_id, practice_id, person_id)
  WHERE (answering.practice_id IS NOT NULL)))))
topic_helper: left_by_oneself for delete to klyngerum_web using ((member_id IN ( SELECT own_memberships.member_id
   FROM own_memberships() own_memberships(member_id))))
topic_helper: read_by_the_worker for select to klyngerum_worker using (true)
topic_helper: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
topic_vote: closed_by_the_worker for update to klyngerum_worker using (true)
topic_vote: closed_by_those_who_lead for update to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads) AND (closed_at IS NULL))) with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads) AND (closed_at = ( SELECT current_moment() AS current_moment))))
topic_vote: opened_by_those_who_lead for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT leads() AS leads) AND (closed_at IS NULL) AND (opened_at = ( SELECT current_moment() AS current_moment)) AND (closes_on >= ( SELECT current_day() AS current_day))))
topic_vote: read_by_the_worker for select to klyngerum_worker using (true)
topic_vote: seen_within_the_cluster for select to klyngerum_web using ((cluster_id = ( SELECT answering_cluster() AS answering_cluster)))
venue_told: forgotten_by_the_worker for update to klyngerum_worker using (true) with check ((diets = '{}'::jsonb))
venue_told: read_by_the_worker for select to klyngerum_worker using (true)
venue_told: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
venue_told: taken_back_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (confirmed_at IS NULL)))
venue_told: told_by_the_worker for insert to klyngerum_worker with check ((confirmed_at IS NULL))
venue_told: told_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges) AND (confirmed_at IS NULL)))
visitor_present: read_by_the_worker for select to klyngerum_worker using (true)
visitor_present: seen_by_those_who_arrange for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
visitor_present: taken_out_by_those_who_arrange for delete to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
visitor_present: visitors_for_those_who_pay for select to klyngerum_web using (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT pays() AS pays)))
visitor_present: written_by_those_who_arrange for insert to klyngerum_web with check (((cluster_id = ( SELECT current_cluster() AS current_cluster)) AND ( SELECT arranges() AS arranges)))
worker_sign: left_by_the_worker for all to klyngerum_worker using (true) with check (true)

-- Grants

delete, insert, select, update on address_change to klyngerum_web
select on address_change to klyngerum_worker
delete, insert, select on agenda_item to klyngerum_web
select on agenda_item to klyngerum_worker
delete, insert, select on agreement to klyngerum_web
select on agreement to klyngerum_worker
insert, select on anonymous_answer to klyngerum_worker
select on answer_draft to klyngerum_web
delete, select on answer_draft to klyngerum_worker
delete, insert, select on attendance to klyngerum_web
select on attendance to klyngerum_worker
select on cluster to klyngerum_web
select on cluster to klyngerum_worker
insert, select on cluster_practice to klyngerum_web
select on cluster_practice to klyngerum_worker
delete, insert, select on date_must to klyngerum_web
select on date_must to klyngerum_worker
delete, insert, select on date_option to klyngerum_web
select on date_option to klyngerum_worker
delete, insert, select on date_poll to klyngerum_web
select on date_poll to klyngerum_worker
insert, select on date_vote to klyngerum_web
select on date_vote to klyngerum_worker
delete, insert, select on deadline to klyngerum_web
insert, select on deadline to klyngerum_worker
insert on delivery to klyngerum_web
select on delivery to klyngerum_worker
insert, select on delivery_part to klyngerum_web
select on delivery_part to klyngerum_worker
select on example_letter to klyngerum_web
insert on example_letter to klyngerum_worker
insert, select on expense to klyngerum_web
insert, select on figure_access to klyngerum_web
select on figure_access to klyngerum_worker
insert, select on figure_look to klyngerum_web
insert, select on figure_order to klyngerum_web
select on figure_order to klyngerum_worker
insert, select on guest to klyngerum_web
select on guest to klyngerum_worker
insert, select on guest_vote to klyngerum_web
select on guest_vote to klyngerum_worker
select on indicator to klyngerum_web
select on indicator to klyngerum_worker
delete, insert, select on invitation to klyngerum_web
insert, select on invitation to klyngerum_worker
insert, select on journal to klyngerum_web
delete, insert, select on kept_file to klyngerum_web
select on latest_measurement to klyngerum_web
select on latest_source_answer to klyngerum_web
select on latest_source_answer to klyngerum_worker
insert on letter to klyngerum_web
insert, select on letter to klyngerum_worker
insert, select on link to klyngerum_worker
insert, select on list_size to klyngerum_web
insert, select on measurement to klyngerum_web
select on measurement to klyngerum_worker
insert, select on meeting to klyngerum_web
select on meeting to klyngerum_worker
delete, insert, select on meeting_person to klyngerum_web
select on meeting_person to klyngerum_worker
insert, select on member to klyngerum_web
select on member to klyngerum_worker
select on municipality to klyngerum_web
select on municipality to klyngerum_worker
select on municipality_region to klyngerum_web
select on municipality_region to klyngerum_worker
delete, insert, select on muted to klyngerum_web
select on muted to klyngerum_worker
select on named_answer to klyngerum_web
select on named_answer to klyngerum_worker
insert, select on own_count_ask to klyngerum_web
insert, select on own_count_ask to klyngerum_worker
insert, select on own_doing to klyngerum_web
insert, select on own_doing to klyngerum_worker
insert, select on own_package to klyngerum_web
select on own_package to klyngerum_worker
insert, select on own_questionnaire to klyngerum_web
select on package to klyngerum_web
select on package to klyngerum_worker
insert, select on partner to klyngerum_web
select on partner to klyngerum_worker
insert, select on partner_person to klyngerum_web
select on partner_person to klyngerum_worker
delete on partner_question to klyngerum_web
select on person to klyngerum_web
select on person to klyngerum_worker
select on person_address to klyngerum_web
select on person_address to klyngerum_worker
insert, select on practice to klyngerum_web
select on practice to klyngerum_worker
insert, select on practice_number to klyngerum_web
select on practice_number to klyngerum_worker
insert, select on publication to klyngerum_web
select on publication to klyngerum_worker
select on questionnaire_result to klyngerum_web
insert, select on questionnaire_result to klyngerum_worker
select on questionnaire_round to klyngerum_web
insert, select, update on questionnaire_round to klyngerum_worker
insert, select on reference to klyngerum_worker
select on region to klyngerum_web
select on region to klyngerum_worker
delete, insert, select on resolution to klyngerum_web
select on resolution to klyngerum_worker
select on respondent to klyngerum_web
insert, select on respondent to klyngerum_worker
insert, select on role_holding to klyngerum_web
select on role_holding to klyngerum_worker
insert, select on rsvp to klyngerum_web
select on rsvp to klyngerum_worker
insert, select on rsvp_need to klyngerum_web
delete, select on rsvp_need to klyngerum_worker
delete, select on sealed_response to klyngerum_worker
insert on sign_in_link to klyngerum_worker
insert, select on source to klyngerum_web
select on source to klyngerum_worker
insert, select on source_answer to klyngerum_web
select on source_answer to klyngerum_worker
insert, select on source_cluster to klyngerum_web
insert, select, update on source_mapping to klyngerum_web
insert, select on source_person to klyngerum_web
select on source_person to klyngerum_worker
select on spread to klyngerum_web
delete, insert, select on spread to klyngerum_worker
select on spread_contributor to klyngerum_web
delete, insert, select on spread_contributor to klyngerum_worker
insert, select on spread_total to klyngerum_worker
select on text_answer to klyngerum_web
insert, select on text_answer to klyngerum_worker
insert, select on topic to klyngerum_web
select on topic to klyngerum_worker
insert, select on topic_choice to klyngerum_web
select on topic_choice to klyngerum_worker
delete, insert, select on topic_dot to klyngerum_web
delete, insert, select on topic_helper to klyngerum_web
select on topic_helper to klyngerum_worker
insert, select on topic_vote to klyngerum_web
select on topic_vote to klyngerum_worker
delete, insert, select on venue_told to klyngerum_web
insert, select on venue_told to klyngerum_worker
delete, insert, select on visitor_present to klyngerum_web
select on visitor_present to klyngerum_worker
insert, select, update on worker_sign to klyngerum_worker

-- Grants of columns

update (kind, material, minutes, notes, owner, owner_id, position, title) on agenda_item to klyngerum_web
update (by_on, indicator_key, measure, measured_again_on, outcome, second_measure_on, settled_at, state, what, who) on agreement to klyngerum_web
update (valid) on cluster_practice to klyngerum_web
update (closed_at, closes_on) on date_poll to klyngerum_web
update (closed_at) on date_poll to klyngerum_worker
update (answer, cast_at, cast_by) on date_vote to klyngerum_web
update (due_on, is_pinned, settled_at, settled_by, state, title) on deadline to klyngerum_web
update (settled_at, state) on deadline to klyngerum_worker
select (confirmed_at, deliverer_id, delivery_id, extracted_on, figure_count, file_bytes, file_name, mapping, missing_count, practice_count, row_count, source_id, started_at, state, withdrawn_at, withdrawn_by) on delivery to klyngerum_web
update (confirmed_at, extracted_on, figure_count, mapping, missing_count, practice_count, row_count, state, withdrawn_at, withdrawn_by) on delivery to klyngerum_web
update (amount, kept_file_id, kind, payee, spent_on, taken_out_at, what) on expense to klyngerum_web
update (confirmed_by, ended_at, opened_at, opened_by) on figure_access to klyngerum_web
update (indicators, moves_with_meeting, ordered_at, remark, send_on, source_id, state, wanted_on) on figure_order to klyngerum_web
update (is_sent_by_itself, ordered_at, published_at, received_at, reminders, state) on figure_order to klyngerum_worker
update (agenda_item_id, answer, answered_at, cancelled_at, former_answer, former_answered_at, invited_at, must_attend, practicalities, pre_meeting_answer, pre_meeting_at, pre_meeting_on, problem) on guest to klyngerum_web
update (answer, cast_at) on guest_vote to klyngerum_web
update (asked_at) on invitation to klyngerum_web
update (told_method, told_sequence) on invitation to klyngerum_worker
select (attempts, bounced_at, cluster_id, due_at, failure, figure_order_id, guest_id, is_for_digest, kind, letter_id, meeting_id, person_id, questionnaire_round_id, recalled_at, respondent_id, round_id, sent_at, written_at) on letter to klyngerum_web
update (recalled_at) on letter to klyngerum_web
update (attempts, bounced_at, digest_id, due_at, failure, is_for_digest, sent_at) on letter to klyngerum_worker
update (ended_at, expires_at) on link to klyngerum_worker
update (address, calendar_sequence, cancelled_at, closed_at, greeting, held_on, invited_at, kind, minutes, minutes_sent_at, no_agreement, online_url, place, purpose, starts_at, state, title, venue_cancel_days, venue_confirmed_at, venue_email) on meeting to klyngerum_web
update (state, venue_confirmed_at) on meeting to klyngerum_worker
update (valid) on member to klyngerum_web
update (state) on own_count_ask to klyngerum_web
update (reminders, state) on own_count_ask to klyngerum_worker
update (undone_at) on own_doing to klyngerum_web
update (changed_at, definition, ended_at) on own_package to klyngerum_web
update (changed_at, content, ended_at) on own_questionnaire to klyngerum_web
update (ended_at, kind, name, notes) on partner to klyngerum_web
update (email, ended_at, name, phone, title) on partner_person to klyngerum_web
insert (asked_at, asker_id, cluster_id, meeting_id, partner_question_id, question) on partner_question to klyngerum_web
select (answer, answered_at, answered_by, answered_guest_id, asked_at, cluster_id, meeting_id, partner_question_id, question) on partner_question to klyngerum_web
update (answer, answered_at, answered_by) on partner_question to klyngerum_web
update (locale, name) on person to klyngerum_web
update (staff_see, trainees_see) on practice to klyngerum_web
update (finished_at, refusal, state) on publication to klyngerum_worker
insert (asks, closes_days, closes_on, cluster_id, definition, follows_id, is_named, is_wellbeing, meeting_id, moves_with_meeting, opens_days, opens_on, partner_id, planned_at, purpose, questionnaire_round_id) on questionnaire_round to klyngerum_web
update (asks, closes_days, closes_on, definition, is_named, is_wellbeing, moves_with_meeting, opens_days, opens_on, partner_id, state) on questionnaire_round to klyngerum_web
select (area_code, indicator_key, level, made_at, origin, p10, p25, p50, p75, p90, period_from, period_until, practices, source_id, tau_squared) on reference to klyngerum_web
update (denominator, made_at, numerator, overdispersion, p10, p25, p50, p75, p90, practices, tau_squared) on reference to klyngerum_worker
update (done_at, due_on, kind, owner, owner_id, sentence) on resolution to klyngerum_web
update (reminded_on) on respondent to klyngerum_web
update (reminded_on) on respondent to klyngerum_worker
update (valid) on role_holding to klyngerum_web
update (answer, given_at, given_by) on rsvp to klyngerum_web
update (absence, diet) on rsvp_need to klyngerum_web
update (valid) on source_cluster to klyngerum_web
update (valid) on source_person to klyngerum_web
update (taken_down_at) on spread to klyngerum_worker
update (delivery_id) on spread_contributor to klyngerum_worker
update (is_released) on text_answer to klyngerum_web
update (answer, decided_at, measure, merged_into, package_key, planned_for, sentence, state, turn) on topic to klyngerum_web
update (closed_at) on topic_vote to klyngerum_web
update (closed_at) on topic_vote to klyngerum_worker
update (diets) on venue_told to klyngerum_worker
