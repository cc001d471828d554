import { decimalsOf, type Indicator, valueAt } from '#domain/indicators/indicator.ts';
import { dayText, figure, type Locale, number, type Period, periodText, withUnit } from '#ui/format.ts';
import type { Strip } from '#ui/strip.ts';
import type { StripChart } from '#ui/strip-chart.ts';
import type { Picture } from './disclosure.ts';
import { ownLabel, placeText, quartilesText, valueText } from './own-place.text.ts';
import { intervalOf, type OwnFigure, type Reference } from './own-place.ts';
import { spreadText } from './spread.text.ts';

/** What is drawn: a cluster's picture, the level beside it, and one's own figure where it may be seen. */
export type Drawn = {
  indicator: Indicator;
  picture: Picture | null;
  reference: Reference | null;
  own: OwnFigure | null;
};

/** What must stand under every picture. */
export type Sourced = {
  period: Period;
  source: { name: string; isOwnCount?: boolean };
  extractedOn: string | null;
  contributors?: number;
  practices?: number;
};

/** The parts of a strip with their labels; whatever may not be shown is null. */
export function stripOf(locale: Locale, { indicator, picture, reference, own }: Drawn): Strip {
  const say = spreadText[locale];
  const at = (place: number) => valueAt(indicator, place);
  const interval = own ? intervalOf(indicator, own) : null;
  const example = reference?.isExample ? say.example : '';
  return {
    dots: picture?.dots?.map(at) ?? null,
    median:
      picture && picture.median !== null
        ? { value: at(picture.median), label: say.median(placeText(locale, indicator, picture.median)) }
        : null,
    quartiles: picture?.quartiles ? [at(picture.quartiles[0]), at(picture.quartiles[1])] : null,
    bands: reference && { ...reference, label: say.bands[reference.level] + example },
    mine:
      own && own.value !== null
        ? {
            value: own.value,
            lower: interval?.lower ?? null,
            upper: interval?.upper ?? null,
            label: ownLabel(locale, indicator, own.value),
          }
        : null,
  };
}

/** The chart of one period, with what a screen reader says instead. */
export function chartOf(locale: Locale, drawn: Drawn, message: string): StripChart {
  const { indicator } = drawn;
  return {
    locale,
    axis: axisOf(locale, indicator),
    description: `${indicator.name[locale]}. ${message}`,
    ...stripOf(locale, drawn),
  };
}

/** The axis as the indicator file has it. */
export function axisOf(locale: Locale, { axis, unit }: Indicator) {
  return { min: axis.min, max: axis.max, unit: unit[locale], ...(axis.ticks ? { ticks: axis.ticks } : {}) };
}

/** What the cluster's picture says, in one sentence. */
export function messageOf(locale: Locale, { indicator, picture }: Drawn): string {
  const say = spreadText[locale];
  if (!picture || picture.median === null) return say.nothingToShow;
  const middle = say.medianIs(placeText(locale, indicator, picture.median));
  return picture.quartiles
    ? `${middle} ${say.half(quartilesText(locale, indicator, picture.quartiles))}`
    : `${middle} ${say.onlyMedian}`;
}

/** The same figures as rows of words, all with the same decimals. */
export function tableOf(locale: Locale, { indicator, picture, reference, own }: Drawn) {
  const say = spreadText[locale].table;
  const rows: string[][] = [];
  if (own && own.value !== null) rows.push([say.mine, valueText(locale, indicator, own.value, figure)]);
  if (picture && picture.median !== null)
    rows.push([say.median, placeText(locale, indicator, picture.median, figure)]);
  if (picture?.quartiles)
    rows.push([say.quartiles, quartilesText(locale, indicator, picture.quartiles, figure)]);
  if (picture?.dots)
    rows.push([
      say.dots,
      picture.dots.map((place) => placeText(locale, indicator, place, figure)).join(' · '),
    ]);
  if (reference) {
    const decimals = decimalsOf(indicator);
    const [from, until] = [reference.p10, reference.p90].map((end) => figure(locale, end, '', decimals));
    const bands = withUnit(locale, `${from}–${until}`, indicator.unit[locale]);
    rows.push([say.bands + (reference.isExample ? spreadText[locale].example : ''), bands]);
  }
  return { columns: [say.what, say.value], rows };
}

/** What is counted, of whom, period, source and who delivered, extract date, how many of how many. */
export function sourceLine(locale: Locale, indicator: Indicator, of: Sourced): string {
  const say = spreadText[locale].source;
  const parts = [
    capital(`${indicator.numerator[locale]} / ${indicator.denominator[locale]}`),
    `${say.period} ${periodText(locale, of.period)}`,
    of.source.isOwnCount ? say.ownCount : say.from(of.source.name),
    of.extractedOn ? say.extracted(dayText(locale, of.extractedOn)) : '',
    of.contributors !== undefined && of.practices !== undefined
      ? say.of(number(locale, of.contributors, 0), number(locale, of.practices, 0))
      : '',
    indicator.attribution ?? '',
  ];
  return `${parts.filter(Boolean).join('. ')}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
