import { sql } from 'kysely';
import { EVALUATION } from '#domain/responses/evaluation.ts';
import { aToken, NOW, newId, owner } from '#test/world.ts';

/** What stands in a counted round and is shown to members alone, and what the coordinator alone has read. */
export const SHOWN_TO_MEMBERS = 'Kanariens spørgsmål?';
export const READ_BY_COORDINATORS = 'Kanariens egne ord';

type Place = {
  clusterId: string;
  meetingId: string;
  memberId: string;
  partnerPersonId: string;
  partnerId: string;
};

/** A counted round of canaries, one that is open to a member and to one of a partner's people, and a questionnaire. */
export async function anAttackedRound(place: Place): Promise<{ values: Record<string, string>; q: string }> {
  const { clusterId, meetingId } = place;
  const [counted, open, questionnaire] = [newId(), newId(), newId()];
  const round = {
    clusterId,
    meetingId,
    definition: JSON.stringify(EVALUATION),
    plannedAt: NOW,
    openedAt: NOW,
  };
  const days = { opensOn: '2026-02-01', closesOn: '2026-02-14', countedOn: '2026-02-15' };
  await owner
    .insertInto('questionnaireRound')
    .values([
      { ...round, ...days, questionnaireRoundId: counted, purpose: 'topic', state: 'counted' },
      {
        ...{ ...round, questionnaireRoundId: open, purpose: 'topic', state: 'open', isNamed: true },
        ...{ partnerId: place.partnerId, opensOn: '2026-02-20', closesOn: '2026-03-30' },
      },
    ])
    .execute();
  await keepAnswers({ clusterId, questionnaireRoundId: counted });
  await owner
    .insertInto('ownQuestionnaire')
    .values({
      ...{ clusterId, ownQuestionnaireId: questionnaire, content: JSON.stringify(EVALUATION) },
      ...{ madeFrom: '', madeAt: NOW, changedAt: NOW },
    })
    .execute();
  return { values: { round: counted, questionnaire }, q: await aLink(place, open) };
}

async function keepAnswers(at: { clusterId: string; questionnaireRoundId: string }): Promise<void> {
  const [question] = EVALUATION.questions;
  const cells = ['1', '2', '3', '4', '5'].map((key) => ({
    key,
    count: 2,
    share: 0.2,
    lower: 0.06,
    upper: 0.5,
  }));
  const shown = {
    question,
    wording: SHOWN_TO_MEMBERS,
    asked: 10,
    answered: 10,
    tally: { kind: 'steps', cells },
  };
  const head = {
    version: 1,
    title: EVALUATION.title,
    isWellbeing: false,
    party: 'member',
    respondents: 10,
    least: 5,
  };
  await owner
    .insertInto('questionnaireResult')
    .values({ ...at, party: 'member', result: JSON.stringify({ ...head, questions: [shown] }) })
    .execute();
  await owner
    .insertInto('textAnswer')
    .values({ ...at, party: 'member', questionKey: 'bedre', answer: READ_BY_COORDINATORS })
    .execute();
}

async function aLink(
  { clusterId, meetingId, memberId, partnerPersonId }: Place,
  round: string,
): Promise<string> {
  const [token, respondentId] = [aToken(), newId()];
  const asked = { clusterId, questionnaireRoundId: round, askedOn: '2026-02-20' };
  await owner
    .insertInto('respondent')
    .values([
      { ...asked, memberId },
      { ...asked, respondentId, partnerPersonId },
    ])
    .execute();
  await sql`insert into link (token_hash, cluster_id, purpose, meeting_id, respondent_id, about, made_at, expires_at)
    values (hash_of(${token}), ${clusterId}, 'respondent', ${meetingId}, ${respondentId}, '', ${NOW}, ${new Date(NOW.getTime() + 30 * 86_400_000)})`.execute(
    owner,
  );
  return token;
}
