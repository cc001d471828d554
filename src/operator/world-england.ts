import { buildEngland } from '../example/england/build-england.ts';
import { oneOf, optionIn, valueIn } from './given.ts';
import type { Verb } from './verb.ts';

/** Builds the England world from the English files. */
export const worldEnglandVerb: Verb = {
  words: 'world england',
  options: ['from', 'by'],
  needed: ['from'],
  rest: [],
  async run({ now, owner, tell, text }, given) {
    const by = optionIn(given, 'by', oneOf(['ccg', 'pcn'])) ?? 'ccg';
    const england = { folder: valueIn(given, 'from'), by, now: now() };
    const steps = text.worldSteps as Readonly<Record<string, string>>;
    const outcome = await buildEngland(owner, england, (step) => tell(steps[step] ?? step));
    if (!outcome.done && outcome.reason === 'there_already')
      return { done: true, made: { isNew: false }, told: text.worldThere };
    if (!outcome.done) return outcome;
    return { done: true, made: { isNew: true, ...outcome.made }, told: text.worldMade(outcome.made) };
  },
};
