import { buildExample } from '../example/build-example.ts';
import type { Verb } from './verb.ts';

/** Makes the example world, unless it is there. */
export const demoVerb: Verb = {
  words: 'demo',
  options: [],
  needed: [],
  rest: [],
  async run({ keys, now, publicUrl, tell, text, urls }) {
    tell(text.demoUnderWay);
    const isNew = await buildExample(urls, now(), keys);
    return { done: true, made: { isNew }, told: text.demoMade(isNew, `${publicUrl}/demo`) };
  },
};
