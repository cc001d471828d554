import { sql } from 'kysely';
import type { Answer } from '#domain/questionnaires/question.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { QuestionnaireRound } from './round.ts';
import { countResponses, findRound } from './rounds.server.ts';
import type { PartyCounts } from './standing.ts';

/** A round as its page tells it: with its meeting, its partner, how many have answered, and its neighbours in time. */
export type RoundPage = {
  round: QuestionnaireRound;
  meeting: { meetingId: string; title: string; heldOn: string | null; state: string };
  counts: PartyCounts;
  /** Whose people are asked as well; the name only for those who arrange. */
  partner: { name: string; reachable: number } | null;
  /** The earlier round, and those that ask the same once more. */
  before: Neighbour | null;
  after: Neighbour[];
};

/** A round that is repeated or repeats. */
export type Neighbour = {
  questionnaireRoundId: string;
  state: string;
  countedOn: string | null;
  opensOn: string | null;
  meetingTitle: string;
};

/** The page of a round, or null where there is none to this reader. */
export async function findRoundPage(
  scope: ClusterScope,
  questionnaireRoundId: string,
): Promise<RoundPage | null> {
  const round = await findRound(scope, questionnaireRoundId);
  const meeting = round && (await findItsMeeting(scope, round.meetingId));
  if (!round || !meeting) return null;
  const near = await listNeighbours(scope, round);
  return {
    round,
    meeting,
    counts: await countResponses(scope, questionnaireRoundId),
    partner: round.partnerId ? await findItsPartner(scope, round.partnerId) : null,
    before: near.find((one) => one.questionnaireRoundId === round.followsId) ?? null,
    after: near.filter((one) => one.questionnaireRoundId !== round.followsId),
  };
}

function findItsMeeting({ db }: ClusterScope, meetingId: string) {
  return db
    .selectFrom('meeting')
    .select(['meetingId', 'title', 'heldOn', 'state'])
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
}

async function findItsPartner({ db }: ClusterScope, partnerId: string): Promise<RoundPage['partner']> {
  const { rows } = await sql<{ name: string; reachable: number }>`
    select p.name, (select count(*)::int from partner_person q where q.partner_id = p.partner_id and q.ended_at is null and q.email <> '') as reachable
    from partner p where p.partner_id = ${partnerId}::uuid`.execute(db);
  return rows[0] ?? null;
}

async function listNeighbours(
  { db }: ClusterScope,
  { followsId, questionnaireRoundId }: QuestionnaireRound,
): Promise<Neighbour[]> {
  return db
    .selectFrom('questionnaireRound as r')
    .innerJoin('meeting as m', 'm.meetingId', 'r.meetingId')
    .select(['r.questionnaireRoundId', 'r.state', 'r.countedOn', 'r.opensOn', 'm.title as meetingTitle'])
    .where((is) =>
      is.or([is('r.followsId', '=', questionnaireRoundId), is('r.questionnaireRoundId', '=', followsId)]),
    )
    .where('r.state', '<>', 'taken_back')
    .orderBy('r.opensOn')
    .orderBy('r.questionnaireRoundId')
    .execute();
}

/** What somebody answered in a round with names. */
export type NamedAnswers = {
  respondentId: string;
  name: string;
  place: string;
  answers: Record<string, Answer>;
};

/** Who answered what in a round with names, by name; nothing to whoever is no coordinator. */
export async function listNamedAnswers(
  { db, roles }: ClusterScope,
  questionnaireRoundId: string,
): Promise<NamedAnswers[]> {
  if (!roles.includes('coordinator')) return [];
  const { rows } = await sql<NamedAnswers>`
    select r.respondent_id, coalesce(p.name, q.name) as name, coalesce(pr.name, q.title, '') as place,
      jsonb_object_agg(a.question_key, a.answer) as answers
    from named_answer a join respondent r using (respondent_id)
    left join member m on m.member_id = r.member_id left join person p on p.person_id = m.person_id
    left join practice pr on pr.practice_id = m.practice_id
    left join partner_person q on q.partner_person_id = r.partner_person_id
    where r.questionnaire_round_id = ${questionnaireRoundId}::uuid
    group by 1, 2, 3 order by coalesce(p.name, q.name) collate "da-x-icu", r.respondent_id`.execute(db);
  return rows;
}
