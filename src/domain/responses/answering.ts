import type { AnswerProblem } from '#domain/questionnaires/answers-in-form.ts';
import type { Answers } from '#domain/questionnaires/question.ts';
import type { answeringText } from './answering.text.ts';
import { codeIn } from './pair-code.ts';

/** What was typed on the form besides the answers: whether a code is used, and which. */
export type TypedCode = { choice: 'none' | 'fresh' | 'own'; code: string };

/** What could not be sent or kept, why, and what had been typed. */
export type AnsweringRefused = {
  refusal: keyof typeof answeringText.da.refusal | null;
  problems: readonly AnswerProblem[];
  typed: TypedCode & { answers: Answers };
};

/** What the address says was done just now. */
export const ANSWERING_SAVED = ['draft', 'dropped', 'sent'] as const;
export type AnsweringSaved = (typeof ANSWERING_SAVED)[number];

/** What the address says was done, or null. */
export function answeringSavedIn(word: string | null): AnsweringSaved | null {
  return ANSWERING_SAVED.find((saved) => saved === word) ?? null;
}

/** Which code a form says is to be used: none, the one it offered, or the one that was typed. */
export function typedCodeIn(form: FormData): TypedCode {
  const choice = form.get('code-choice');
  const typed = (name: string) =>
    String(form.get(name) ?? '')
      .trim()
      .slice(0, 60);
  if (choice === 'fresh') return { choice, code: codeIn(typed('fresh-code')) ?? '' };
  return choice === 'own' ? { choice, code: typed('code') } : { choice: 'none', code: '' };
}

/** The code to hand in; one that is chosen and empty is none of ours, and is refused as such. */
export function codeToHandIn({ choice, code }: TypedCode): string {
  return choice === 'own' && code === '' ? '-' : code;
}
