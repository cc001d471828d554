import { describe, expect, test } from 'vitest';
import { type Bar, type BarChart, barChart } from './bar-chart.ts';
import { CHART_WIDTHS } from './chart-frame.ts';
import { elementsOf, roomOf, withClass } from './svg.fixtures.ts';
import { overlap } from './svg.ts';
import { type TrendChart, trendChart } from './trend-chart.ts';

const bar = (share: number, count = Math.round(share * 20)): Bar => ({
  text: `${count} · ${Math.round(share * 100)}\u00a0%`,
  reach: { share, lower: Math.max(0, share - 0.2), upper: Math.min(1, share + 0.2) },
});
const few: Bar = { text: 'for få svar', reach: null };
const chart = (groups: BarChart['groups'], legend: BarChart['legend'] = []): BarChart => ({
  kind: 'bars',
  locale: 'da',
  description: 'Hvor tryg er du?',
  legend,
  groups,
});
const rows = (...labelled: [string, ...Bar[]][]) => [
  { heading: '', rows: labelled.map(([label, ...bars]) => ({ label, bars })) },
];
const LONG =
  'Lægen og sygeplejersken sammen, alt efter hvor syg patienten er, og hvem der kender hende bedst i forvejen';
const NAMES = [
  { label: `Før, 5. marts 2026, ${LONG}`, isPale: true },
  { label: 'Efter', isPale: false },
];

const AWKWARD: Record<string, BarChart> = {
  ties: chart(rows(['A', bar(0.5)], ['B', bar(0.5)])),
  'nobody at all': chart(rows(['Ja', bar(0)], ['Nej', bar(0)])),
  everybody: chart(rows(['Ja', bar(1, 12_345)], ['Nej', bar(0)])),
  'one row': chart(rows(['Rygestop', bar(0.3)])),
  'long labels': chart(
    rows([LONG, bar(0.9)], ['Sygeplejerskekonsultationsdokumentationssystemet', bar(0.1)]),
  ),
  'before and after': chart(
    rows(['Tryg', bar(0.1), bar(0.6)], [LONG, few, bar(1)], ['Ved ikke', few, few]),
    NAMES,
  ),
  groups: chart([
    { heading: LONG, rows: [{ label: 'Kender godt', bars: [bar(0.4)] }] },
    { heading: 'Rygestop', rows: [{ label: '', bars: [few] }] },
  ]),
  'what others wrote': chart(rows(['<script>alert("x")</script> & \u0000', bar(0.2)])),
};

/** Every text that meets another text or leaves the chart. */
function clashes(svg: string): string[] {
  const { height, width } = elementsOf(svg)[0]!.attributes;
  const texts = elementsOf(svg)
    .filter(({ name }) => name === 'text')
    .map((one) => ({ one, room: roomOf(one) }));
  return texts.flatMap(({ one, room }, at) => {
    const met = texts.slice(at + 1).filter((other) => overlap(room, other.room));
    const isOut =
      room.left < 0 || room.right > Number(width) || room.top < -1 || room.bottom > Number(height);
    return [
      ...met.map((other) => `${one.text} meets ${other.one.text}`),
      ...(isOut ? [`${one.text} leaves`] : []),
    ];
  });
}

const boxOfBar = ({ attributes }: ReturnType<typeof elementsOf>[number]) => {
  const [left, top] = [Number(attributes.x), Number(attributes.y)];
  return { left, top, right: left + Number(attributes.width), bottom: top + Number(attributes.height) };
};

describe.each(CHART_WIDTHS)('Bars drawn %i wide', (width) => {
  test.each(Object.keys(AWKWARD))('with %s: no text meets another, a bar, or the edge', (name) => {
    const svg = barChart(AWKWARD[name]!, width);
    expect(clashes(svg)).toEqual([]);
    const texts = elementsOf(svg)
      .filter((one) => one.name === 'text')
      .map(roomOf);
    for (const drawn of withClass(svg, 'bar'))
      expect(texts.filter((text) => overlap(boxOfBar(drawn), text))).toEqual([]);
  });

  test('begin at zero and are as long as their share', () => {
    const svg = barChart(chart(rows(['A', bar(0.25)], ['B', bar(0.5)], ['C', bar(1)])), width);
    const boxes = withClass(svg, 'bar').map(boxOfBar);
    expect(new Set(boxes.map(({ left }) => left)).size).toBe(1);
    const [quarter, half, whole] = boxes.map(({ left, right }) => right - left);
    expect(half! / quarter!).toBeCloseTo(2, 1);
    expect(whole! / quarter!).toBeCloseTo(4, 1);
  });

  test('stand on the same axis whatever the figures', () => {
    const ticks = (share: number) =>
      withClass(barChart(chart(rows(['A', bar(share, 7)])), width), 'tick').map(({ text }) => text);
    expect(ticks(0.02)).toEqual(ticks(0.9));
    expect(ticks(0.02).at(-1)).toBe('100\u00a0%');
  });
});

test('what others wrote is text in a drawing, never markup', () => {
  expect(withClass(barChart(AWKWARD['what others wrote']!, 720), 'row-label')[0]!.text).toContain('<script>');
});

test('one bar of two is drawn as an outline, and both are named', () => {
  const svg = barChart(AWKWARD['before and after']!, 720);
  expect(
    withClass(svg, 'legend')
      .map(({ text }) => text)
      .join(' '),
  ).toContain('Efter');
  expect(withClass(svg, 'bar-pale').length).toBe(2);
});

describe.each(CHART_WIDTHS)('A trend drawn %i wide', (width) => {
  const mark = (label: string, share: number | null) => ({
    label,
    text: share === null ? 'for få' : `${share * 100}\u00a0%`,
    reach: share === null ? null : bar(share).reach,
  });
  const trend = (marks: TrendChart['marks']): TrendChart => ({
    kind: 'trend',
    locale: 'da',
    description: 'Udbytte',
    marks,
  });
  const many = Array.from({ length: 14 }, (_, at) => mark(`september ${2020 + at}`, (at % 5) / 4));

  test.each([
    ['two', [mark('marts 2026', 0.4), mark('marts 2027', 1)]],
    ['a gap', [mark('marts 2026', 0.4), mark('september 2026', null), mark('marts 2027', 0)]],
    ['many', many],
    ['one', [mark('marts 2026', 0.5)]],
    ['equal ones', [mark('marts 2026', 0.5), mark('marts 2027', 0.5)]],
  ])('of %s: no text meets another or the edge', (_, marks) => {
    expect(clashes(trendChart(trend(marks), width))).toEqual([]);
  });

  test('draws no line over a gap', () => {
    const svg = trendChart(trend([mark('a', 0.4), mark('b', null), mark('c', 0.2), mark('d', 0.3)]), width);
    expect(withClass(svg, 'trend-line')).toHaveLength(1);
    expect(withClass(svg, 'trend-mark')).toHaveLength(3);
  });

  test('always names the latest', () => {
    const svg = trendChart(trend(many), width);
    expect(withClass(svg, 'tick').map(({ text }) => text)).toContain('2033');
  });
});
