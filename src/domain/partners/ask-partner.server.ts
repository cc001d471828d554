import { sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { done, made, refused } from '#platform/outcome.ts';
import type { AnsweringScope, ClusterScope } from '#platform/scope.server.ts';
import { refusalOfAnswer, refusalOfQuestion } from './question.ts';
import { takesQuestions } from './questions.server.ts';

/**
 * Asks the partners of a meeting. The id of the question is chosen by who asks, so that a form that is sent twice
 * asks once. Everybody of the cluster sees the question; nobody sees whose it is.
 */
export const askPartner = command(
  { permission: 'question.ask', event: 'question.asked' },
  async (scope: AnsweringScope, partnerQuestionId: string, meetingId: string, words: string) => {
    const question = words.trim();
    const refusal = refusalOfQuestion(question, dayOf(scope.now));
    if (refusal) return refused(refusal);
    if (!(await takesQuestions(scope, meetingId))) return refused('takes_no_questions');
    if (await isKnown(scope, partnerQuestionId)) return made({ partnerQuestionId });
    const asker = await findAsker(scope);
    if (!asker) return refused('takes_no_questions');
    await scope.db
      .insertInto('partnerQuestion')
      .values({
        clusterId: scope.clusterId,
        partnerQuestionId,
        meetingId,
        askerId: asker,
        question,
        askedAt: scope.now,
      })
      .execute();
    return made({ partnerQuestionId });
  },
);

/** Takes a question of one's own back, until somebody has answered it. */
export const takeBackQuestion = command(
  { permission: 'question.ask', event: 'question.taken_out' },
  async (scope: AnsweringScope, partnerQuestionId: string) => {
    const { rows } = await sql<{
      isGone: boolean;
    }>`select take_back_question(${partnerQuestionId}) as is_gone`.execute(scope.db);
    return rows[0]!.isGone ? done : refused('answered_already');
  },
);

/** Takes a question out that should not stand there, with its answer. */
export const takeOutQuestion = command(
  { permission: 'guest.invite', event: 'question.taken_out' },
  async (scope: ClusterScope, partnerQuestionId: string) => {
    const { numDeletedRows } = await scope.db
      .deleteFrom('partnerQuestion')
      .where('partnerQuestionId', '=', partnerQuestionId)
      .executeTakeFirst();
    return numDeletedRows > 0n ? done : refused('no_such_question');
  },
);

/** Writes down an answer that a partner gave by telephone; `answeredBy` says who it was. A guest's own answer stands. */
export const noteAnswer = command(
  { permission: 'guest.invite', event: 'question.answered' },
  async (scope: ClusterScope, partnerQuestionId: string, words: string, answeredBy: string) => {
    const answer = words.trim();
    const refusal = refusalOfAnswer(answer, dayOf(scope.now));
    if (refusal) return refused(refusal);
    const { numUpdatedRows } = await scope.db
      .updateTable('partnerQuestion')
      .set(
        answer === ''
          ? { answer, answeredBy: '', answeredAt: null }
          : { answer, answeredBy: answeredBy.trim().slice(0, 160), answeredAt: scope.now },
      )
      .where('partnerQuestionId', '=', partnerQuestionId)
      .executeTakeFirst();
    return numUpdatedRows > 0n ? done : refused('answered_already');
  },
);

async function isKnown({ db }: AnsweringScope, partnerQuestionId: string): Promise<boolean> {
  const known = await db
    .selectFrom('partnerQuestion')
    .select('meetingId')
    .where('partnerQuestionId', '=', partnerQuestionId)
    .executeTakeFirst();
  return known !== undefined;
}

async function findAsker({ db }: AnsweringScope): Promise<string | null> {
  const { rows } = await sql<{ memberId: string }>`
    select member_id from answering() where practice_id is not null order by member_id limit 1`.execute(db);
  return rows[0]?.memberId ?? null;
}
