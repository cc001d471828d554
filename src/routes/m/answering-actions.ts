import { type ActionFailure, error, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { type AnswerProblem, answersIn } from '#domain/questionnaires/answers-in-form.ts';
import type { Answers } from '#domain/questionnaires/question.ts';
import {
  type AnsweringRefused,
  type AnsweringSaved,
  codeToHandIn,
  type TypedCode,
  typedCodeIn,
} from '#domain/responses/answering.ts';
import { handIn, partyOf } from '#domain/responses/hand-in.server.ts';
import { dropDraft, keepDraft } from '#domain/responses/keep-draft.server.ts';
import { findRound, type RespondingScope } from '#domain/responses/rounds.server.ts';

/** The way to a round: by which link or sign-in, which round, and the secret that its draft is locked with. */
export type AnsweringDoor = {
  enter<T>(event: RequestEvent, work: (scope: RespondingScope) => Promise<T>, form: FormData): Promise<T>;
  roundOf(event: RequestEvent, scope: RespondingScope): Promise<string> | string;
  secretOf(event: RequestEvent): string;
};
type Refusing = Promise<ActionFailure<AnsweringRefused>>;
type Read = { roundId: string; answers: Answers; problems: AnswerProblem[]; typed: TypedCode };

/** The acts of the page on which somebody answers: send, keep for later, throw away what was kept. */
export function answeringActions(door: AnsweringDoor) {
  const read = async (event: RequestEvent, isFinal: boolean) => {
    const form = await event.request.formData();
    const found = await door.enter(
      event,
      async (scope) => readAnswers(scope, await door.roundOf(event, scope), { form, isFinal }),
      form,
    );
    return { form, ...(found ?? error(404, accessText[event.locals.locale].not_found)) };
  };
  return {
    send: async (event: RequestEvent): Refusing => {
      const { answers, form, problems, roundId, typed } = await read(event, true);
      const refuse = (refusal: AnsweringRefused['refusal']) =>
        fail(409, { refusal, problems, typed: { ...typed, answers } });
      if (problems.length > 0) return refuse(null);
      const code = codeToHandIn(typed);
      const sent = await door.enter(event, (scope) => handIn(scope, roundId, { answers, code }), form);
      return sent.done ? back(event, 'sent') : refuse(sent.reason);
    },
    keep: async (event: RequestEvent): Refusing => {
      const { answers, form, problems, roundId, typed } = await read(event, false);
      const [secret, { code }] = [door.secretOf(event), typed];
      const kept = await door.enter(
        event,
        (scope) => keepDraft(scope, roundId, secret, { answers, code }),
        form,
      );
      if (kept.done && problems.length === 0) return back(event, 'draft');
      const refusal = kept.done ? null : kept.reason;
      return fail(409, { refusal, problems, typed: { ...typed, answers } });
    },
    drop: async (event: RequestEvent): Refusing => {
      const form = await event.request.formData();
      await door.enter(event, async (scope) => dropDraft(scope, await door.roundOf(event, scope)), form);
      return back(event, 'dropped');
    },
  };
}

type Wish = { form: FormData; isFinal: boolean };

async function readAnswers(
  scope: RespondingScope,
  roundId: string,
  { form, isFinal }: Wish,
): Promise<Read | null> {
  const round = await findRound(scope, roundId);
  if (!round) return null;
  const { answers, problems } = answersIn(form, round.definition, partyOf(scope), isFinal);
  return { roundId, answers, problems: [...problems], typed: typedCodeIn(form) };
}

function back({ url }: RequestEvent, saved: AnsweringSaved): never {
  redirect(303, `${url.pathname}?saved=${saved}`);
}
