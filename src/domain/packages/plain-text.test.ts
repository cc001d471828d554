import { expect, test } from 'vitest';
import { blocksOf } from './plain-text.ts';

const paragraph = (text: string) => ({ kind: 'paragraph', text });
const list = (...lines: string[]) => ({ kind: 'list', lines });

test.each([
  ['nothing', '', []],
  ['one paragraph over two lines', 'Et\nto.', [paragraph('Et to.')]],
  ['two paragraphs', 'Et.\n\nTo.\n', [paragraph('Et.'), paragraph('To.')]],
  ['a list after a paragraph', 'Spørg:\n\n- Et?\n- To?', [paragraph('Spørg:'), list('Et?', 'To?')]],
  [
    'a list without an empty line',
    'Spørg:\n- Et?\nSå.',
    [paragraph('Spørg:'), list('Et?'), paragraph('Så.')],
  ],
  ['a hyphen inside a line', 'To - tre', [paragraph('To - tre')]],
  ['what looks like HTML', '<b>', [paragraph('<b>')]],
])('%s', (_, text, blocks) => {
  expect(blocksOf(text)).toEqual(blocks);
});
