import { isText } from '#domain/questionnaires/question.ts';
import { definitionOf } from './changes.ts';
import { type Comparison, comparisonOf } from './comparison.ts';
import type { QuestionResult, RoundResult } from './result.ts';

/**
 * One question as the members and as a partner's people answered it. In `parts`, `before` is the partner and `after`
 * the members: a change above 0 means that more of the members gave the answer.
 */
export type QuestionSides = Omit<Comparison, 'isPaired'> & {
  readonly key: string;
  readonly member: QuestionResult;
  readonly partner: QuestionResult;
};

/** Both sides of a mirrored questionnaire, JSON as it stands. */
export type Sides = { readonly version: 1; readonly questions: readonly QuestionSides[] };

/**
 * The questions that both were asked, side by side, each in its own words, with the difference and whether it may be
 * chance. Refuses results that are not one of the members and one of a partner.
 */
export function sidesOf(member: RoundResult, partner: RoundResult): Sides {
  if (member.party !== 'member' || partner.party !== 'partner')
    throw new RangeError('Two sides are the members and a partner');
  const least = Math.max(member.least, partner.least);
  const questions = member.questions.flatMap((ofMembers): QuestionSides[] => {
    const { question } = ofMembers;
    const ofPartner = partner.questions.find((other) => other.question.key === question.key);
    if (!ofPartner || isText(question) || definitionOf(ofPartner.question) !== definitionOf(question))
      return [];
    const { parts, verdict } = comparisonOf({ later: ofMembers, earlier: ofPartner, pairs: [], least });
    return [{ key: question.key, member: ofMembers, partner: ofPartner, verdict, parts }];
  });
  return { version: 1, questions };
}
