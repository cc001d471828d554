import { expect, test } from 'vitest';
import { element, escapeXml, overlap } from './svg.ts';

test('a name with markup in it stays a name', () => {
  expect(escapeXml(`<b>"Bo & Søn's"</b>`)).toBe('&lt;b&gt;&quot;Bo &amp; Søn&#39;s&quot;&lt;/b&gt;');
});

test('what XML forbids is left out, and other scripts stay', () => {
  expect(escapeXml('a\u0000b\u001fc\ufffed\ud800e\t漢😀')).toBe('abcde\t漢😀');
});

test('an element closes itself when it holds nothing, and cuts its numbers', () => {
  expect(element('line', { class: 'tick', x1: 1 / 3, y1: -0.001 })).toBe(
    '<line class="tick" x1="0.33" y1="0"/>',
  );
  expect(element('text', { class: '"' }, 'x')).toBe('<text class="&quot;">x</text>');
});

test('boxes that only touch do not overlap', () => {
  const box = { left: 0, right: 10, top: 0, bottom: 10 };
  expect(overlap(box, { left: 10, right: 20, top: 0, bottom: 10 })).toBe(false);
  expect(overlap(box, { left: 9, right: 20, top: 9, bottom: 20 })).toBe(true);
});
