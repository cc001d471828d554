import { text as textOf } from 'node:stream/consumers';
import { bounceIn } from '#domain/notices/bounce.ts';
import { noteBounce } from '#domain/notices/note-bounce.server.ts';
import { asSystem } from '#platform/scope.server.ts';
import type { Verb } from './verb.ts';

/** Reads a delivery status notification from standard input, and keeps that the letter came back when it did for good. */
export const mailBouncedVerb: Verb = {
  words: 'mail bounced',
  options: [],
  needed: [],
  rest: [],
  async run({ now, owner, text }) {
    const bounce = bounceIn(await textOf(process.stdin));
    if (!bounce) return { done: false, reason: 'no_notification' };
    const { isFinal, letterId, status } = bounce;
    const made = { letterId, status, isFinal };
    if (!isFinal) return { done: true, made, told: text.stillTried(letterId, status) };
    const noted = await asSystem(owner, { now: now() }, (scope) => noteBounce(scope, letterId));
    return noted.done ? { done: true, made, told: text.cameBack(letterId, status) } : noted;
  },
};
