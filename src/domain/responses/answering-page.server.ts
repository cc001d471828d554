import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import type { Answers, Party } from '#domain/questionnaires/question.ts';
import { partyOf } from './hand-in.server.ts';
import { findDraft } from './keep-draft.server.ts';
import { CODE_BYTES, codeOf } from './pair-code.ts';
import { leastOf } from './result-disclosure.ts';
import { isAnswerable, type QuestionnaireRound } from './round.ts';
import { findRound, type RespondingScope } from './rounds.server.ts';

/** The page on which somebody answers a round: what is asked, and how far they are. */
export type AnsweringPage = {
  round: Pick<QuestionnaireRound, 'questionnaireRoundId' | 'definition' | 'isNamed' | 'closesOn' | 'purpose'>;
  meetingTitle: string;
  clusterName: string;
  party: Party;
  /** The fewest answers that are shown. */
  least: number;
  isOpen: boolean;
  answeredOn: string | null;
  draft: { answers: Answers; code: string; savedOn: string } | 'elsewhere' | null;
  /** A code that nobody has had before. */
  freshCode: string;
};

type Own = { answeredOn: string | null; savedOn: string | null; meetingTitle: string; named: Answers | null };

/** What somebody is asked, with what they have answered so far; null when they are not asked. */
export async function gatherAnswering(
  scope: RespondingScope,
  questionnaireRoundId: string,
  secret: string,
): Promise<AnsweringPage | null> {
  const round = await findRound(scope, questionnaireRoundId);
  const own = round && (await findOwn(scope, questionnaireRoundId));
  if (!round || !own || round.state === 'taken_back') return null;
  const draft = await findDraft(scope, questionnaireRoundId, secret);
  const known = draft === null && own.named ? { answers: own.named, code: '' } : draft;
  const { closesOn, definition, isNamed, purpose } = round;
  return {
    round: { questionnaireRoundId, definition, isNamed, closesOn, purpose },
    meetingTitle: own.meetingTitle,
    clusterName: scope.clusterName,
    party: partyOf(scope),
    least: leastOf(definition.isWellbeing),
    isOpen: isAnswerable(round, dayOf(scope.now)),
    answeredOn: own.answeredOn,
    draft:
      known === 'elsewhere' || !known ? known : { ...known, savedOn: own.savedOn ?? own.answeredOn ?? '' },
    freshCode: codeOf(randomBytes(CODE_BYTES)),
  };
}

async function findOwn({ db }: RespondingScope, questionnaireRoundId: string): Promise<Own | undefined> {
  const { rows } = await sql<Own>`
    select own.answered_on::text as answered_on, d.saved_on::text as saved_on,
      meeting_title_of_round(${questionnaireRoundId}::uuid) as meeting_title,
      (select jsonb_object_agg(n.question_key, n.answer) from named_answer n where n.respondent_id = own.respondent_id) as named
    from own_respondents() own left join answer_draft d using (respondent_id)
    where own.questionnaire_round_id = ${questionnaireRoundId}::uuid limit 1`.execute(db);
  return rows[0];
}
