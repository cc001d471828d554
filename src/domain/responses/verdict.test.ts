import { expect, test } from 'vitest';
import { type Evidence, judgeTogether } from './verdict.ts';

const evidence = (p: number, [lower, upper]: [number, number] = [0.1, 0.3]): Evidence => ({
  value: 0.2,
  neutral: 0,
  p,
  intervalAt: (level) => ({ lower: lower - level, upper }),
});

test.each([
  ['one alone at 5 %', [0.05], [true]],
  ['one alone just above', [0.051], [false]],
  ['the likeliest of two at half', [0.026, 0.9], [false, false]],
  ['the next of two at the whole level', [0.04, 0.02], [true, true]],
  ['nothing after the first that may be chance', [0.001, 0.03, 0.03, 0.03], [true, false, false, false]],
  ['none of none', [], []],
])('together are judged %s', (_, ps, clear) => {
  expect(judgeTogether(ps.map((p) => evidence(p))).map(({ isClear }) => isClear)).toEqual(clear);
});

test('the interval has the confidence at which its part was judged', () => {
  const [first, second] = judgeTogether([evidence(0.001), evidence(0.9)]);
  expect(first!.change.confidence).toBeCloseTo(0.975);
  expect(second!.change.confidence).toBeCloseTo(0.95);
});

test('a change that may be chance has an interval that reaches no change, whatever its formula gave', () => {
  const [judged] = judgeTogether([evidence(0.2)]);
  expect(judged).toEqual({ isClear: false, change: { value: 0.2, lower: 0, upper: 0.3, confidence: 0.95 } });
});

test('a change whose interval holds no change is not clear, however small its p', () => {
  expect(judgeTogether([evidence(0.001, [-0.1, 0.3])])[0]!.isClear).toBe(false);
});
