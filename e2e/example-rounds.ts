import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

type Values = Readonly<Record<string, string>>;

// Which round a page is about: what is planned is changed, what is open is closed, and where names are told they show.
const PLANNED = ['/change', '/take-back'];
const NAMED = ['/answer/[round=uuid]', '/[token]/questionnaires/[round=uuid]', '[round=uuid]/answers'];

/** The round that the pattern of an address is about. */
export function roundAt(pattern: string, values: Values): Values {
  if (!pattern.includes('[round=uuid]')) return {};
  const [planned, named] = [PLANNED, NAMED].map((ends) => ends.some((end) => pattern.endsWith(end)));
  const { round_named: withNames, round_open: open, round_planned: ahead } = values;
  const round = planned ? ahead : named ? withNames : pattern.endsWith('/close') ? open : undefined;
  return round ? { round } : {};
}

/**
 * Adds to an example cluster what it does not have: a round that is planned, and one with names that is open and asks
 * the two members and somebody of a partner's, who gets a link.
 */
export async function moreRounds(
  owner: pg.Pool,
  { cluster, fast, member, partner_person: person, person: reader }: Values,
): Promise<{ values: Values; q: string }> {
  const q = randomBytes(32).toString('base64url');
  const { rows } = await owner.query<Record<string, string>>(
    `with asked as (select content from own_questionnaire where cluster_id = $1 limit 1),
       ahead as (insert into questionnaire_round (cluster_id, meeting_id, purpose, definition, opens_on, closes_on, planned_at)
         select $1, $2, 'topic', content, current_date + 10, current_date + 20, now() from asked returning questionnaire_round_id),
       named as (insert into questionnaire_round (cluster_id, meeting_id, purpose, definition, is_named, partner_id, state, opens_on, closes_on, planned_at, opened_at)
         select $1, $2, 'topic', content, true, (select partner_id from partner_person where partner_person_id = $3), 'open', current_date, current_date + 10, now(), now()
         from asked returning questionnaire_round_id),
       people as (insert into respondent (cluster_id, questionnaire_round_id, member_id, partner_person_id, asked_on)
         select $1, questionnaire_round_id, m, p, current_date - 1 from named cross join (
           select member_id as m, null::uuid as p from member where cluster_id = $1 and (member_id = $4 or person_id = $5 and practice_id is not null)
           union all select null, $3) asked returning respondent_id, partner_person_id),
       link as (insert into link (token_hash, cluster_id, purpose, meeting_id, respondent_id, about, made_at, expires_at)
         select $6, $1, 'respondent', $2, respondent_id, '', now(), now() + interval '30 days' from people where partner_person_id is not null)
     select (select questionnaire_round_id from ahead) as round_planned, (select questionnaire_round_id from named) as round_named`,
    [cluster, fast, person, member, reader, createHash('sha256').update(q).digest()],
  );
  return { values: rows[0]!, q };
}
