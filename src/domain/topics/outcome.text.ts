import { halfYearText } from './half-year.text.ts';
import type { Outcome } from './outcome.ts';

const da = {
  /** What became of a topic, in a letter to whoever proposed it. */
  toProposer: (outcome: Outcome): string => {
    switch (outcome.kind) {
      case 'planned':
        return followed(`Klyngen tager emnet op i ${halfYearText('da', outcome.halfYear)}.`, outcome.answer);
      case 'dropped':
        return followed('Klyngen tager ikke emnet op nu.', outcome.answer);
      case 'met':
        return followed('Klyngen har taget emnet op.', outcome.answer);
      case 'merged':
        return `Emnet er lagt sammen med et andet, der handler om det samme: ”${outcome.into}”. Du hører også, hvad der bliver af det.`;
      case 'taken_up':
        return 'Emnet er med blandt forslagene igen.';
    }
  },
};

const en: typeof da = {
  toProposer: (outcome) => {
    switch (outcome.kind) {
      case 'planned':
        return followed(
          `The cluster takes the topic up in the ${halfYearText('en', outcome.halfYear)}.`,
          outcome.answer,
        );
      case 'dropped':
        return followed('The cluster does not take the topic up now.', outcome.answer);
      case 'met':
        return followed('The cluster has taken the topic up.', outcome.answer);
      case 'merged':
        return `The topic has been merged with another that is about the same: “${outcome.into}”. You will also hear what becomes of that.`;
      case 'taken_up':
        return 'The topic is among the proposals again.';
    }
  },
};

function followed(sentence: string, answer: string): string {
  return answer ? `${sentence} ${answer}` : sentence;
}

/** What the letter about a proposal says became of it. */
export const outcomeText = { da, en };
