import type { JournalEvent } from '#domain/journal/journal-event.ts';
import { earlierAnswer, record } from '#domain/journal/record.server.ts';
import { type Done, type Outcome, refused } from '#platform/outcome.ts';
import type { Scope } from '#platform/scope.server.ts';
import { type Permission, refusalOf } from './permission.ts';
import { typesACprNumber } from './typed-cpr.ts';

/** Thrown when somebody whose role does not allow it calls a command; no page offers that way. */
export class NotPermitted extends Error {}

/** Thrown when what would have been written holds a CPR number, so that none of it is. */
export class TypedCprNumber extends Error {}

/**
 * Who may, and what the journal says. Where the moment would tell more than that it happened, the journal says the day
 * alone; where even how often would, it says nothing.
 */
type Rule = { permission: Permission; event: JournalEvent | null; isByDay?: true };

/**
 * Every write of the domain is a command: it asks who is acting, leaves a line in the journal in the same
 * transaction, and answers a repeat of the same command id with the first answer instead of doing it twice. Nothing is
 * written that holds a CPR number; a command that looks for one itself says so in its own words.
 * `subject` is the id of the thing acted upon.
 */
export function command<S extends Scope, Input extends unknown[], Reason extends string, Made>(
  rule: Rule,
  write: (scope: S, subject: string, ...input: Input) => Promise<Outcome<Reason, Made>>,
) {
  const run = async (
    scope: S,
    subject: string,
    ...input: Input
  ): Promise<Outcome<Reason | 'confirm_again', Made>> => {
    const refusal = refusalOf(rule.permission, scope);
    if (refusal === 'not_permitted') throw new NotPermitted(rule.permission);
    if (refusal) return refused(refusal);
    const earlier = await earlierAnswer(scope);
    if (earlier) return { done: true, made: earlier.answer } as Done<Made>;
    const outcome = await write(scope, subject, ...input);
    if (!outcome.done) return outcome;
    if (isTyped(rule.permission, scope) && typesACprNumber(input, dayOf(scope)))
      throw new TypedCprNumber(rule.permission);
    if (rule.event) await record(scope, { event: rule.event, subject, isByDay: rule.isByDay }, outcome.made);
    return outcome;
  };
  // Told, so that a test can try every command there is.
  return Object.assign(run, { permission: rule.permission });
}

// Files of figures are searched as they arrive, and what the installation writes by itself nobody typed.
function isTyped(permission: Permission, { kind }: Scope): boolean {
  return kind !== 'system' && !permission.startsWith('figure.');
}

const dayOf = ({ now }: Scope) => now.toISOString().slice(0, 10);
