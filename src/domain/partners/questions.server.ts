import { sql } from 'kysely';
import type { AnsweringScope } from '#platform/scope.server.ts';
import type { PartnerQuestion } from './question.ts';

/** The questions of a meeting with their answers, in the order in which they were asked. Nobody reads who asked. */
export async function listQuestions({ db }: AnsweringScope, meetingId: string): Promise<PartnerQuestion[]> {
  const { rows } = await sql<PartnerQuestion>`
    select q.partner_question_id, q.question, q.asked_at, q.answer, q.answered_by, q.answered_at, q.answered_guest_id is not null as is_guests_answer,
      q.partner_question_id in (select partner_question_id from own_questions()) as is_own
    from partner_question q where q.meeting_id = ${meetingId}
    order by q.asked_at, q.partner_question_id`.execute(db);
  return rows;
}

/** Whether the partners of a meeting can still be asked: somebody comes from outside, and the meeting lies ahead. */
export async function takesQuestions({ db }: AnsweringScope, meetingId: string): Promise<boolean> {
  const { rows } = await sql<{ takes: boolean }>`
    select exists (select from meeting where meeting_id = ${meetingId} and takes_questions(meeting_id)) as takes`.execute(
    db,
  );
  return rows[0]!.takes;
}

/** The meetings ahead at which somebody from outside can still be asked. */
export async function listQuestionBoxes({ db }: AnsweringScope): Promise<string[]> {
  const { rows } = await sql<{ meetingId: string }>`
    select meeting_id from meeting where state in ('polling', 'reserved', 'confirmed') and takes_questions(meeting_id)
    order by held_on, meeting_id`.execute(db);
  return rows.map(({ meetingId }) => meetingId);
}
