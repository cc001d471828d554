import { isText, type Party } from '#domain/questionnaires/question.ts';
import type { Changes, QuestionChange, Verdict } from './change.ts';
import type { QuestionResult, RoundResult } from './result.ts';
import { type QuestionSides, type Sides, sidesOf } from './sides.ts';

/** What may be shown of one party: the frozen result, and what has changed since the round before. */
export type PartyResult = { readonly result: RoundResult; readonly changes: Changes | null };
export type PartyResults = Partial<Record<Party, PartyResult>>;

/** How a counted round can be looked at. */
export const RESULT_VIEWS = ['changes', 'sides', 'answers', 'partner', 'partner_changes'] as const;
export type ResultView = (typeof RESULT_VIEWS)[number];

/** One question as it is shown, on the page or alone on the wall. `key` names it in an address. */
export type Slide =
  | {
      readonly kind: 'answer';
      readonly key: string;
      readonly party: Party;
      readonly question: QuestionResult;
    }
  | { readonly kind: 'change'; readonly key: string; readonly party: Party; readonly change: QuestionChange }
  | { readonly kind: 'sides'; readonly key: string; readonly sides: QuestionSides };

/** The ways a round can be looked at that have something to show, the most telling first. */
export function viewsOf(results: PartyResults): ResultView[] {
  return RESULT_VIEWS.filter((view) => slidesOf(results, view).length > 0);
}

/** The way that is asked for where there is one, else the first there is; null with nothing to show. */
export function viewIn(asked: string | null, results: PartyResults): ResultView | null {
  const views = viewsOf(results);
  return views.find((view) => view === asked) ?? views[0] ?? null;
}

/** The questions of one way to look, in the order in which they were asked. */
export function slidesOf(results: PartyResults, view: ResultView): Slide[] {
  const { member, partner } = results;
  if (view === 'answers') return answersOf('member', member);
  if (view === 'partner') return answersOf('partner', partner);
  if (view === 'changes') return changesOf('member', member);
  if (view === 'partner_changes') return changesOf('partner', partner);
  return bothOf(results)?.questions.map((sides) => ({ kind: 'sides', key: sides.key, sides })) ?? [];
}

function answersOf(party: Party, shown: PartyResult | undefined): Slide[] {
  return (shown?.result.questions ?? []).map((question) => ({
    kind: 'answer',
    key: question.question.key,
    party,
    question,
  }));
}

function changesOf(party: Party, shown: PartyResult | undefined): Slide[] {
  return (shown?.changes?.questions ?? []).map((change) => ({
    kind: 'change',
    key: change.key,
    party,
    change,
  }));
}

function bothOf({ member, partner }: PartyResults): Sides | null {
  return member && partner ? sidesOf(member.result, partner.result) : null;
}

/** Whether a slide has something to be looked at: a question with too few answers has not. */
export function isShowable(slide: Slide): boolean {
  if (slide.kind === 'answer') return slide.question.tally !== null;
  if (slide.kind === 'change') return slide.change.verdict !== 'too_few';
  return slide.sides.verdict !== 'too_few';
}

/** Whether a slide is answered in words of one's own. */
export function isInWords(slide: Slide): boolean {
  return slide.kind === 'answer' && isText(slide.question.question);
}

/** How many of the questions came to each verdict. */
export function verdictsOf({ questions }: Pick<Changes, 'questions'>): Record<Verdict, number> {
  const so = (verdict: Verdict) => questions.filter((one) => one.verdict === verdict).length;
  return { clear: so('clear'), chance: so('chance'), too_few: so('too_few') };
}
