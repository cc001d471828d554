import { decimalsOf, edgeValue, type Indicator, positionOf, valueAt } from '#domain/indicators/indicator.ts';
import { indicatorsText } from '#domain/indicators/indicators.text.ts';
import { count, type figure, type Locale, number, quantity, range, withUnit } from '#ui/format.ts';
import type { Picture } from './disclosure.ts';
import {
  comparatorOf,
  intervalOf,
  type OwnFigure,
  patientsBetween,
  type Reference,
  verdictOf,
} from './own-place.ts';
import { spreadText } from './spread.text.ts';

/** How a value is written: `quantity` in a sentence, `figure` in a column, where all have the same decimals. */
type Write = typeof figure;

/** A place of 0 to 100 on the axis as words with the unit: `18 %`, or `under 4 %` where the edge stands for it. */
export function placeText(
  locale: Locale,
  indicator: Indicator,
  place: number,
  write: Write = quantity,
): string {
  const say = indicatorsText[locale];
  if (place === 0) return say.under(valueText(locale, indicator, edgeValue(indicator, 'low'), write));
  if (place === 100) return say.over(valueText(locale, indicator, edgeValue(indicator, 'high'), write));
  return valueText(locale, indicator, valueAt(indicator, place), write);
}

/** A value in the indicator's unit, with as many decimals as its axis can carry. */
export function valueText(
  locale: Locale,
  indicator: Indicator,
  value: number,
  write: Write = quantity,
): string {
  return write(locale, value, indicator.unit[locale], decimalsOf(indicator));
}

type OwnPlace = {
  indicator: Indicator;
  own: OwnFigure;
  picture: Picture | null;
  reference: Reference | null;
};

/** What a practice is told of its own figure: a headline, and then the sentences, each true on its own. */
export function tellOwnPlace(locale: Locale, place: OwnPlace): { headline: string; sentences: string[] } {
  const say = spreadText[locale];
  const { indicator, own } = place;
  if (own.value === null) return { headline: say.missing[own.missing ?? 'empty'] ?? '', sentences: [] };
  const interval = intervalOf(indicator, own);
  const between =
    interval &&
    range(locale, [interval.lower, interval.upper], indicator.unit[locale], decimalsOf(indicator));
  return {
    headline: say.headline(valueText(locale, indicator, own.value), between),
    sentences: [
      countedText(locale, place),
      clusterText(locale, place),
      differenceText(locale, place),
      indicatorsText[locale].direction[indicator.direction],
    ].filter((sentence) => sentence !== null),
  };
}

function countedText(locale: Locale, { indicator, own }: OwnPlace): string | null {
  if (own.numerator === null) return null;
  const numerator = withUnit(locale, number(locale, own.numerator, 0), indicator.numerator[locale]);
  if (own.denominator === null || indicator.kind === 'count')
    return spreadText[locale].onlyCounted(numerator);
  return spreadText[locale].counted(
    numerator,
    withUnit(locale, number(locale, own.denominator, 0), indicator.denominator[locale]),
  );
}

function clusterText(locale: Locale, { indicator, picture }: OwnPlace): string | null {
  const say = spreadText[locale];
  if (!picture) return null;
  if (picture.quartiles) return say.half(quartilesText(locale, indicator, picture.quartiles));
  return picture.median === null
    ? say.nothingToShow
    : say.medianIs(placeText(locale, indicator, picture.median));
}

/** `14–22 %`, or in words where an end of it is at the edge of the axis. */
export function quartilesText(
  locale: Locale,
  indicator: Indicator,
  [low, high]: readonly [number, number],
  write: Write = quantity,
): string {
  const { and } = spreadText[locale];
  if (low === 0 || high === 100 || low === high) {
    return `${placeText(locale, indicator, low, write)} ${and} ${placeText(locale, indicator, high, write)}`;
  }
  const [from, until] = [valueAt(indicator, low), valueAt(indicator, high)];
  return `${write(locale, from, '', decimalsOf(indicator))} ${and} ${valueText(locale, indicator, until, write)}`;
}

function differenceText(locale: Locale, { indicator, own, picture, reference }: OwnPlace): string | null {
  const say = spreadText[locale];
  const comparator = comparatorOf(indicator, picture, reference);
  if (!comparator) return null;
  const verdict = say.verdict[verdictOf(indicator, own, comparator.value, reference)](
    say.beside[comparator.of],
  );
  const patients = patientsBetween(indicator, own, comparator.value);
  if (!patients) return verdict;
  const words = indicator.kind === 'proportion' ? say.patientWord : say.eventWord;
  return `${verdict} ${say.patients(count(locale, patients, words))}`;
}

/** The value of an own figure as it is drawn: exact in words, and at the edge where the axis ends. */
export function ownLabel(locale: Locale, indicator: Indicator, value: number): string {
  const { edge, position } = positionOf(indicator, value);
  return spreadText[locale].mine(
    edge ? placeText(locale, indicator, position) : valueText(locale, indicator, value),
  );
}
