import { createHash } from 'node:crypto';
import type { Scope } from '#platform/scope.server.ts';

/**
 * The same scope for a further command of one form. Its command id follows from the form's and the name, so that the
 * second of two commands is not taken for a repeat of the first, and a repeat of both is known as one.
 */
export function nextCommand<S extends Scope>(scope: S, name: string): S {
  const digest = createHash('sha256').update(`${scope.commandId} ${name}`).digest('hex');
  const parts = [8, 12, 16, 20, 32].map((end, at) => digest.slice([0, 8, 12, 16, 20][at], end));
  return { ...scope, commandId: parts.join('-') };
}
