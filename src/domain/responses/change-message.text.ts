import type { Question } from '#domain/questionnaires/question.ts';
import { type Locale, list, quantity } from '#ui/format.ts';
import type { Beside } from './beside.ts';
import { changeText } from './change.text.ts';
import type { ChangePart } from './change.ts';
import { partsOf } from './portion.ts';
import { resultText } from './result.text.ts';
import { answerLabel, answersText, shareText } from './result-words.text.ts';

/** What the two sides of a comparison are called in a sentence: `medlemmer`, `Nordby Kommune`. */
export type SideNames = { readonly before: string; readonly after: string };

/** The verdict in words and what it is about, in one sentence or two. */
export function besideMessage(locale: Locale, beside: Beside, names: SideNames): string {
  const say = changeText[locale];
  const isSides = beside.kind === 'sides';
  if (beside.verdict === 'too_few') return isSides ? say.tooFewSides : say.tooFew;
  const verdict = (isSides ? say.difference : say.verdict)[beside.verdict];
  const direction = isSides || beside.verdict === 'chance' ? '' : directionText(locale, beside);
  if (direction === '') return `${verdict}. ${figuresText(locale, beside, names)}.`;
  // Where only the lower steps moved, the share of the upper two would say nothing.
  const parts = beside.parts.filter((part) => hasMoved(locale, part));
  const figures = figuresText(locale, { ...beside, parts }, names);
  return `${verdict}: ${direction}.${figures === '' ? '' : ` ${figures}.`}`;
}

function hasMoved(locale: Locale, { share }: ChangePart): boolean {
  if (!share) return true;
  const { after, before } = share;
  return shareText(locale, before.share) !== shareText(locale, after.share);
}

// Of a scale it is said which way it went, since the upper two steps need not have moved.
function directionText(locale: Locale, { after, parts }: Beside): string {
  const say = changeText[locale];
  const [part] = parts;
  if (!part || after.question.type === 'matrix') return '';
  const way = part.paired?.step ? part.paired.step.value : part.rank ? part.rank.value - 0.5 : 0;
  if (way === 0) return '';
  if (after.question.type === 'number') return way > 0 ? say.numbersHigher : say.numbersLower;
  return way > 0 ? say.higher : say.lower;
}

function figuresText(locale: Locale, beside: Beside, names: SideNames): string {
  const { after, before, parts } = beside;
  if (after.tally?.kind === 'number' && before.tally?.kind === 'number') {
    const write = (value: number) => quantity(locale, value, after.question.unit, 2);
    const figures = [write(before.tally.median), write(after.tally.median)] as const;
    return sentenceOf(locale, beside, { what: changeText[locale].middle, figures, isClear: false }, names);
  }
  const told = toldParts(parts).map((part) => {
    const share = part.share!;
    const figures = [shareText(locale, share.before.share), shareText(locale, share.after.share)] as const;
    const isClear = part.verdict === 'clear' && part.rank === null && !part.paired?.step;
    return sentenceOf(locale, beside, { what: partText(locale, beside, part), figures, isClear }, names);
  });
  return list(locale, told);
}

type Sentence = { what: string; figures: readonly [string, string]; isClear: boolean };

function sentenceOf(
  locale: Locale,
  { kind }: Beside,
  { figures: [before, after], isClear, what }: Sentence,
  names: SideNames,
): string {
  const say = changeText[locale];
  if (kind === 'sides') return say.sides(what, [names.after, after], [names.before, before]);
  return (isClear ? say.went : say.was)(what, before, after);
}

/** What has changed clearly; where nothing has, the part that moved most. */
function toldParts(parts: readonly ChangePart[]): ChangePart[] {
  const known = parts.filter(({ share }) => share !== null);
  const clear = known.filter(({ verdict }) => verdict === 'clear');
  const size = ({ share }: ChangePart) => Math.abs(share!.change.value);
  return clear.length > 0 ? clear : known.toSorted((one, other) => size(other) - size(one)).slice(0, 1);
}

/** What a part of a comparison is about: `”Ja”`, `”Tryg” eller ”Meget tryg”`, `”Rygestop” (”Kender godt”)`. */
export function partText(locale: Locale, { after }: Pick<Beside, 'after'>, { part }: ChangePart): string {
  const say = resultText[locale];
  const { question } = after;
  if (question.scale === null) return say.quoted(answerLabel(locale, question, part));
  const keys = partsOf(after).find((one) => one?.part === part)?.keys ?? [];
  const steps = answersText(locale, question, keys);
  return question.type === 'matrix'
    ? changeText[locale].inRow(rowText(locale, question, part), steps)
    : steps;
}

function rowText(locale: Locale, { rows }: Question, part: string): string {
  return resultText[locale].quoted(rows[Number(part)] ?? part);
}
