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
type Read = { answers: Answers; problems: AnswerProblem[]; typed: TypedCode };
type Told = { done: true } | { done: false; reason: NonNullable<AnsweringRefused['refusal']> };

/** The acts of the page on which somebody answers: send, keep for later, throw away what was kept. */
export function answeringActions(door: AnsweringDoor) {
  /* Reads the form and acts on it in one transaction; what `act` answers null to was not tried. */
  const readAndAct = async (
    event: RequestEvent,
    isFinal: boolean,
    act: (scope: RespondingScope, roundId: string, read: Read) => Promise<Told | null>,
  ) => {
    const form = await event.request.formData();
    const work = async (scope: RespondingScope) => {
      const roundId = await door.roundOf(event, scope);
      const read = await readAnswers(scope, roundId, { form, isFinal });
      return read && { ...read, told: await act(scope, roundId, read) };
    };
    const acted = await door.enter(event, work, form);
    return acted ?? error(404, accessText[event.locals.locale].not_found);
  };
  const refuse = ({ answers, problems, typed }: Read, refusal: AnsweringRefused['refusal']) =>
    fail(409, { refusal, problems, typed: { ...typed, answers } });
  return {
    send: async (event: RequestEvent): Refusing => {
      const { told, ...read } = await readAndAct(event, true, async (scope, roundId, found) => {
        if (found.problems.length > 0) return null;
        return handIn(scope, roundId, { answers: found.answers, code: codeToHandIn(found.typed) });
      });
      if (told?.done) return back(event, 'sent');
      return refuse(read, told?.reason ?? null);
    },
    keep: async (event: RequestEvent): Refusing => {
      const secret = door.secretOf(event);
      const { told, ...read } = await readAndAct(event, false, (scope, roundId, { answers, typed }) =>
        keepDraft(scope, roundId, secret, { answers, code: typed.code }),
      );
      if (told?.done && read.problems.length === 0) return back(event, 'draft');
      return refuse(read, told && !told.done ? told.reason : null);
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
  return { answers, problems: [...problems], typed: typedCodeIn(form) };
}

function back({ url }: RequestEvent, saved: AnsweringSaved): never {
  redirect(303, `${url.pathname}?saved=${saved}`);
}
