import type { Scope } from '#platform/scope.server.ts';
import { namesAPatient } from './standing.server.ts';
import { ANSWER_MOST, lengthOf } from './topic.ts';

/** Why an answer to a proposer cannot stand, or null when it can; an empty one can. */
export function refusalOfAnswer(
  scope: Pick<Scope, 'now'>,
  answer: string,
): 'answer_too_long' | 'names_a_patient' | null {
  if (lengthOf(answer) > ANSWER_MOST) return 'answer_too_long';
  return namesAPatient(answer, scope) ? 'names_a_patient' : null;
}
