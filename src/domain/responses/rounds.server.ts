import { sql } from 'kysely';
import type { Party, Questionnaire } from '#domain/questionnaires/question.ts';
import type { AnsweringScope, ClusterScope, HolderScope, SystemScope } from '#platform/scope.server.ts';
import type { Changes } from './change.ts';
import type { RoundResult } from './result.ts';
import type { Asked, QuestionnaireRound, RoundPurpose, RoundState } from './round.ts';

/** Whoever answers a questionnaire: a member, or one of a partner's people through the link they were sent. */
export type RespondingScope = AnsweringScope | HolderScope;

const COLUMNS = [
  'questionnaireRoundId',
  'meetingId',
  'purpose',
  'definition',
  'isNamed',
  'asks',
  'partnerId',
  'followsId',
  'opensOn',
  'closesOn',
  'movesWithMeeting',
  'opensDays',
  'closesDays',
  'state',
  'countedOn',
] as const;

type Row = Omit<QuestionnaireRound, 'definition' | 'purpose' | 'asks' | 'state'> & {
  definition: unknown;
  purpose: string;
  asks: string;
  state: string;
};

function roundIn(row: Row): QuestionnaireRound {
  return {
    ...row,
    definition: row.definition as Questionnaire,
    purpose: row.purpose as RoundPurpose,
    asks: row.asks as Asked,
    state: row.state as RoundState,
  };
}

/** The round of this id, or null. */
export async function findRound(
  { db }: RespondingScope | SystemScope,
  questionnaireRoundId: string,
): Promise<QuestionnaireRound | null> {
  const row = await db
    .selectFrom('questionnaireRound')
    .select(COLUMNS)
    .where('questionnaireRoundId', '=', questionnaireRoundId)
    .executeTakeFirst();
  return row ? roundIn(row) : null;
}

/** The rounds of a cluster that are open or over, for whoever may see them; in no order that means anything. */
export async function listAsking(
  { db }: ClusterScope | SystemScope,
  clusterId: string,
): Promise<QuestionnaireRound[]> {
  const rows = await db
    .selectFrom('questionnaireRound')
    .select(COLUMNS)
    .where('clusterId', '=', clusterId)
    .where('state', 'in', ['open', 'counted', 'dropped'])
    .orderBy('questionnaireRoundId')
    .execute();
  return rows.map(roundIn);
}

/** A round with the meeting it belongs to. */
export type RoundOfMeeting = QuestionnaireRound & { meetingTitle: string; heldOn: string | null };

/** The rounds of a cluster, or of one of its meetings, but for those taken back; the latest first. */
export async function listRounds({ db }: ClusterScope, meetingId?: string): Promise<RoundOfMeeting[]> {
  const rows = await db
    .selectFrom('questionnaireRound as r')
    .innerJoin('meeting as m', 'm.meetingId', 'r.meetingId')
    .select([
      ...COLUMNS.map((column) => `r.${column}` as const),
      'm.title as meetingTitle',
      'm.heldOn as heldOn',
    ])
    .where('r.state', '<>', 'taken_back')
    .$if(meetingId !== undefined, (query) => query.where('r.meetingId', '=', meetingId!))
    .orderBy('m.heldOn', (order) => order.desc().nullsFirst())
    .orderBy('r.opensOn', (order) => order.desc().nullsFirst())
    .orderBy('r.questionnaireRoundId')
    .execute();
  return rows.map((row) => ({ ...roundIn(row), meetingTitle: row.meetingTitle, heldOn: row.heldOn }));
}

/** A round that somebody is asked, and how far they are with it. */
export type OwnRound = QuestionnaireRound & { answeredOn: string | null; draftSavedOn: string | null };

/** The rounds that somebody can answer today, or has answered while they are open; those that close first, first. */
export async function listOwnRounds({ db }: RespondingScope): Promise<OwnRound[]> {
  const rows = await db
    .selectFrom('questionnaireRound as r')
    .innerJoin(
      sql<{
        respondentId: string;
        questionnaireRoundId: string;
        answeredOn: string | null;
      }>`own_respondents()`.as('own'),
      'own.questionnaireRoundId',
      'r.questionnaireRoundId',
    )
    .leftJoin('answerDraft as d', 'd.respondentId', 'own.respondentId')
    .select([
      ...COLUMNS.map((column) => `r.${column}` as const),
      'own.answeredOn as answeredOn',
      'd.savedOn as draftSavedOn',
    ])
    .where('r.state', '=', 'open')
    .where('r.closesOn', '>=', sql<string>`current_day()`)
    .orderBy('r.closesOn')
    .orderBy('r.questionnaireRoundId')
    .execute();
  return rows.map((row) => ({
    ...roundIn(row),
    answeredOn: row.answeredOn,
    draftSavedOn: row.draftSavedOn,
  }));
}

/** How many were asked and have answered, by party; a party that nobody of was asked is not in it. */
export async function countResponses(
  { db }: ClusterScope,
  questionnaireRoundId: string,
): Promise<Partial<Record<Party, { asked: number; answered: number }>>> {
  const { rows } = await sql<{ party: Party; asked: number; answered: number }>`
    select party, asked, answered from response_counts(${questionnaireRoundId}::uuid)`.execute(db);
  return Object.fromEntries(rows.map(({ party, ...counts }) => [party, counts]));
}

/** Somebody who is asked, and the day on which they answered; for those who arrange. */
export type RespondentLine = {
  respondentId: string;
  name: string;
  /** The clinic, or what somebody is at a partner's. */
  place: string;
  party: Party;
  hasAddress: boolean;
  askedOn: string;
  answeredOn: string | null;
  remindedOn: string | null;
};

/** Everybody who is asked in a round, by name; nobody to those who do not arrange. */
export async function listRespondents(
  { db }: ClusterScope,
  questionnaireRoundId: string,
): Promise<RespondentLine[]> {
  const { rows } = await sql<RespondentLine>`
    select r.respondent_id, coalesce(p.name, q.name) as name, coalesce(pr.name, q.title, '') as place,
      case when r.member_id is null then 'partner' else 'member' end as party,
      r.member_id is not null or q.email <> '' as has_address, r.asked_on::text, r.answered_on::text, r.reminded_on::text
    from respondent r
    left join member m on m.member_id = r.member_id left join person p on p.person_id = m.person_id
    left join practice pr on pr.practice_id = m.practice_id
    left join partner_person q on q.partner_person_id = r.partner_person_id
    where r.questionnaire_round_id = ${questionnaireRoundId}::uuid and (select arranges())
    order by party, coalesce(p.name, q.name) collate "da-x-icu", r.respondent_id`.execute(db);
  return rows;
}

/** What may be shown of a round, by party; empty until it has been counted. */
export async function findResults(
  { db }: ClusterScope,
  questionnaireRoundId: string,
): Promise<Partial<Record<Party, { result: RoundResult; changes: Changes | null }>>> {
  const rows = await db
    .selectFrom('questionnaireResult')
    .select(['party', 'result', 'changes'])
    .where('questionnaireRoundId', '=', questionnaireRoundId)
    .execute();
  return Object.fromEntries(
    rows.map(({ party, result, changes }) => [
      party,
      { result: result as unknown as RoundResult, changes: changes as unknown as Changes | null },
    ]),
  );
}

/** An answer in words. Whoever is no coordinator finds those that have been let out. */
export type TextAnswer = {
  textAnswerId: string;
  party: Party;
  questionKey: string;
  answer: string;
  isReleased: boolean;
};

/** The answers in words to a round, in an order of chance that stays. */
export async function listTextAnswers(
  { db }: ClusterScope,
  questionnaireRoundId: string,
): Promise<TextAnswer[]> {
  const rows = await db
    .selectFrom('textAnswer')
    .select(['textAnswerId', 'party', 'questionKey', 'answer', 'isReleased'])
    .where('questionnaireRoundId', '=', questionnaireRoundId)
    .orderBy('textAnswerId')
    .execute();
  return rows.map((row) => ({ ...row, party: row.party as Party }));
}

/** The round that one of a partner's people is asked by their link; an id of nothing when it is over for them. */
export async function findOwnRoundId({ db }: RespondingScope): Promise<string> {
  const { rows } = await sql<{
    id: string;
  }>`select questionnaire_round_id as id from own_respondents() limit 1`.execute(db);
  return rows[0]?.id ?? NO_ID;
}

const NO_ID = '00000000-0000-4000-8000-000000000000';
