import { describe, expect, test } from 'vitest';
import type { Answer, Question } from '#domain/questionnaires/question.ts';
import { aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { changesOf } from './changes.ts';
import { rankEvidence } from './rank-change.ts';
import { aResult } from './results.fixtures.ts';

/** Chance that is the same every time (mulberry32). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function drawn(shares: readonly number[], chance: number): number {
  const upTo = shares.map((_, at) => shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0));
  const at = upTo.findIndex((sum) => chance < sum);
  return at < 0 ? shares.length - 1 : at;
}

type Kind = { question: Question; draw: (shares: readonly number[], chance: () => number) => Answer };
const KINDS: Record<string, Kind> = {
  yes_no: {
    question: aQuestion(),
    draw: (shares, chance) => ['yes', 'no', 'dont_know'][drawn(shares.slice(0, 2), chance())]!,
  },
  single: {
    question: aQuestion({ type: 'single', options: ['A', 'B', 'C', 'D', 'E'] }),
    draw: (shares, chance) => String(drawn(shares, chance())),
  },
  multiple: {
    question: aQuestion({ type: 'multiple', options: ['A', 'B', 'C', 'D', 'E'] }),
    draw: (shares, chance) => [
      '0',
      ...shares.flatMap((share, at) => (at > 0 && chance() < share ? [String(at)] : [])),
    ],
  },
  scale: {
    question: aQuestion({ type: 'scale', scale: 'agreement' }),
    draw: (shares, chance) => String(1 + drawn(shares, chance())),
  },
  matrix: {
    question: aQuestion({ type: 'matrix', scale: 'agreement', rows: ['A', 'B', 'C'] }),
    draw: (shares, chance) => ({
      0: String(1 + drawn(shares, chance())),
      1: String(1 + drawn(shares, chance())),
      2: String(1 + drawn(shares, chance())),
    }),
  },
};

const EVEN = [0.2, 0.2, 0.2, 0.2, 0.2];
const HIGH = [0.02, 0.05, 0.13, 0.4, 0.4];
const LOW = [0.35, 0.35, 0.2, 0.07, 0.03];

/** In how many of these rounds a question is called clearly changed. */
function callsOf(kind: Kind, [before, after]: readonly (readonly number[])[], rounds: number, seed: number) {
  const chance = chanceFrom(seed);
  let calls = 0;
  for (let round = 0; round < rounds; round++) {
    const sizes = [5 + Math.floor(chance() * 20), 5 + Math.floor(chance() * 20)];
    const [first, second] = [before!, after!].map((shares, at) =>
      aResult([[kind.question, Array.from({ length: sizes[at]! }, () => kind.draw(shares, chance))]]),
    );
    if (changesOf({ before: first!, after: second! }).questions[0]!.verdict === 'clear') calls += 1;
  }
  return calls;
}

describe('Rounds without a true difference', () => {
  // Of 200 rounds 10 may be called changed; more than 18 would come in fewer than one of a hundred tries.
  const [ROUNDS, MOST] = [200, 18];
  test.each(
    Object.keys(KINDS).flatMap(
      (kind) =>
        [
          [kind, EVEN],
          [kind, HIGH],
        ] as const,
    ),
  )('of %s, spread %j, are called changed in no more than 5 %', (kind, shares) => {
    expect(callsOf(KINDS[kind]!, [shares, shares], ROUNDS, 20261122)).toBeLessThanOrEqual(MOST);
  });

  test('paired, are called changed in no more than 5 %', () => {
    const chance = chanceFrom(7);
    const { draw, question } = KINDS.scale!;
    let calls = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const size = 5 + Math.floor(chance() * 20);
      const pairs = Array.from({ length: size }, () => {
        const [one, other] = [draw(EVEN, chance), draw(EVEN, chance)] as const;
        return [one, other] as const;
      });
      const [before, after] = [0, 1].map((at) => aResult([[question, pairs.map((pair) => pair[at]!)]]));
      const changes = changesOf({ before: before!, after: after!, pairs: new Map([[question.key, pairs]]) });
      expect(changes.questions[0]!.isPaired).toBe(true);
      if (changes.questions[0]!.verdict === 'clear') calls += 1;
    }
    expect(calls).toBeLessThanOrEqual(MOST);
  });
});

describe('Rounds with a great difference', () => {
  test.each(Object.keys(KINDS))('of %s are mostly called changed', (kind) => {
    expect(callsOf(KINDS[kind]!, [LOW, HIGH], 60, 5)).toBeGreaterThan(kind === 'yes_no' ? 15 : 30);
  });
});

test('many answers with the coarsest ties are called changed in no more than 5 % too', () => {
  // Two steps of 35 and 40 answers, every table counted out.
  const chances = (of: number) => {
    const weights = [0.5 ** of];
    for (let k = 1; k <= of; k++) weights.push((weights[k - 1]! * (of - k + 1)) / k);
    return weights;
  };
  const [ofLater, ofEarlier] = [chances(35), chances(40)];
  let wrong = 0;
  for (const [x, one] of ofLater.entries())
    for (const [y, other] of ofEarlier.entries())
      if (one * other > 1e-9 && rankEvidence([35 - x, x], [40 - y, y]).p <= 0.05) wrong += one * other;
  expect(wrong).toBeLessThanOrEqual(0.05);
  expect(wrong).toBeGreaterThan(0.01);
});
