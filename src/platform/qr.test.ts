import { expect, test } from 'vitest';
import { qrOf } from './qr.ts';

const isDark = (path: string, x: number, y: number) => path.includes(`M${x} ${y}h`);

test('a code has its three corner marks, and the same address gives the same code', () => {
  const { path, size } = qrOf('https://klynge.example/m/0123456789012345678901234567890123456789012');
  expect((size - 17) % 4).toBe(0);
  for (const [x, y] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    expect([0, 6].map((step) => isDark(path, x + step, y))).toEqual([true, true]);
    expect(isDark(path, x + 1, y + 1)).toBe(false);
    expect(isDark(path, x + 3, y + 3)).toBe(true);
  }
  expect(qrOf('https://a.example').path).toBe(qrOf('https://a.example').path);
  expect(qrOf('https://a.example').path).not.toBe(qrOf('https://b.example').path);
});
