import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('./look.css', import.meta.url), 'utf8');

/** The light and the dark value of a token, as `#rrggbb`. */
function pairOf(token: string): readonly [string, string] {
  const [, light, dark] = new RegExp(`--${token}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(css) ?? [];
  return [whole(light!), whole(dark!)];
}

const whole = (hex: string) => (hex.length === 4 ? hex.replace(/[^#]/g, (digit) => digit + digit) : hex);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high! + 0.05) / (low! + 0.05);
}

const text = [
  ...['ink', 'muted', 'accent', 'accent-deep'].flatMap((fore) =>
    ['paper', 'ground', 'accent-ground', 'band-outer', 'band-inner'].map((back) => [fore, back]),
  ),
  ...['paper', 'ground', 'band-outer'].map((back) => ['mine', back]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ['danger', 'paper'],
  ['danger', 'danger-ground'],
  ['ink', 'danger-ground'],
  ['ok', 'ok-ground'],
  ['ink', 'ok-ground'],
] as [string, string][];

const graphics = ['slate', 'muted', 'mine', 'accent'].flatMap((fore) =>
  ['paper', 'band-outer', 'band-inner'].map((back) => [fore, back]),
) as [string, string][];

test.for(text)('%s on %s reads as text in both schemes', ([fore, back]) => {
  const [front, behind] = [pairOf(fore), pairOf(back)];
  expect(contrast(front[0], behind[0])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(front[1], behind[1])).toBeGreaterThanOrEqual(4.5);
});

test.for(graphics)('%s on %s shows as a mark in both schemes', ([fore, back]) => {
  const [front, behind] = [pairOf(fore), pairOf(back)];
  expect(contrast(front[0], behind[0])).toBeGreaterThanOrEqual(3);
  expect(contrast(front[1], behind[1])).toBeGreaterThanOrEqual(3);
});
