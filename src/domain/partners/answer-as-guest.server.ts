import { type RawBuilder, sql } from 'kysely';
import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { done, refused } from '#platform/outcome.ts';
import type { HolderScope } from '#platform/scope.server.ts';
import { type GuestVote, holdsCpr, LONGEST } from './guest.ts';
import { refusalOfAnswer } from './question.ts';

/** A guest says whether they come. It can be changed until the day is over. */
export const answerAsGuest = command(
  { permission: 'guest.answer', event: 'guest.answered' },
  async (scope: HolderScope, _guestId: string, answer: 'yes' | 'no') =>
    settled(scope, sql`answer_as_guest(${answer})`),
);

/** A guest says whether the pre-meeting suits them. */
export const answerPreMeeting = command(
  { permission: 'guest.answer', event: 'guest.answered' },
  async (scope: HolderScope, _guestId: string, answer: 'yes' | 'no') =>
    settled(scope, sql`answer_pre_meeting_as_guest(${answer})`),
);

/** A guest's answers about days, all or none. One about a day that is not asked about refuses them all. */
export const voteAsGuest = command(
  { permission: 'guest.answer', event: 'vote.cast' },
  async (scope: HolderScope, _guestId: string, answers: ReadonlyMap<string, GuestVote>) => {
    if (answers.size === 0) return refused('nothing_answered');
    const { rows } = await sql<{ options: number }>`
      select count(*)::int as options from guest_dates() where closes_on >= current_day()
        and date_option_id = any (${[...answers.keys()]})`.execute(scope.db);
    if (rows[0]!.options !== answers.size) return refused('too_late');
    for (const [option, answer] of answers) await counted(scope, sql`vote_as_guest(${option}, ${answer})`);
    return done;
  },
);

/** What a guest took home from the meeting; it goes into the minutes. Empty words take it out again. */
export const takeHome = command(
  { permission: 'guest.answer', event: 'guest.told' },
  async (scope: HolderScope, _guestId: string, words: string) => {
    if (words.length > LONGEST.tookHome) return refused('took_home_too_long');
    if (holdsCpr(words, dayOf(scope.now))) return refused('cpr');
    return settled(scope, sql`take_home_as_guest(${words})`);
  },
);

/** A guest's answer to a question of the members; empty words take it out again. */
export const answerQuestion = command(
  { permission: 'guest.answer', event: 'question.answered' },
  async (scope: HolderScope, questionId: string, words: string) => {
    const refusal = refusalOfAnswer(words, dayOf(scope.now));
    if (refusal) return refused(refusal);
    const isCounted = await counted(scope, sql`answer_question_as_guest(${questionId}, ${words})`);
    return isCounted ? done : refused('no_such_question');
  },
);

async function settled(scope: HolderScope, call: RawBuilder<unknown>) {
  return (await counted(scope, call)) ? done : refused('too_late');
}

async function counted({ db }: HolderScope, call: RawBuilder<unknown>): Promise<boolean> {
  const { rows } = await sql<{ isCounted: boolean }>`select ${call} as is_counted`.execute(db);
  return rows[0]!.isCounted;
}
