import { expect, test } from 'vitest';
import { letterText, type Told } from './letter.text.ts';
import { LETTER_KINDS, linkOf, nextTry, pathOf, refusalOfSending, targetIn } from './letter.ts';
import { sheetOf } from './letter-sheet.ts';

const WRITTEN = new Date('2026-03-02T10:00:00Z');
const after = (minutes: number) => new Date(WRITTEN.getTime() + minutes * 60_000);

test.each([
  ['sign_in', 29, 1, null],
  ['sign_in', 31, 1, 'too_late'],
  ['invitation', 31, 1, null],
  ['figures_ready', 3 * 1440, 20, null],
  ['figures_ready', 3 * 1440 + 1, 20, 'gave_up'],
  ['take_address', 5 * 1440, 11, 'gave_up'],
  ['topic_outcome', 7 * 1440, 1, null],
] as const)(
  'a letter of kind %s that is %i minutes old, at try %i: %s',
  (kind, minutes, attempts, refusal) => {
    expect(refusalOfSending({ attempts, kind, writtenAt: WRITTEN }, after(minutes))).toBe(refusal);
  },
);

test('a letter that cannot be sent is tried again ever more seldom', () => {
  const minutes = [1, 2, 3, 4, 5, 6, 30].map(
    (attempts) => (nextTry(attempts, WRITTEN).getTime() - WRITTEN.getTime()) / 60_000,
  );
  expect(minutes).toEqual([2, 5, 15, 60, 240, 240, 240]);
});

test.each([
  [{ target: '/c/1/practice' }, '/c/1/practice'],
  [{}, '/c/cluster'],
  [{ target: '//elsewhere.example' }, '/'],
  [{ target: 'https://elsewhere.example' }, '/'],
  [{ target: '/\\elsewhere' }, '/'],
])('the target %o leads to %s of this site', (facts, path) => {
  expect(targetIn(facts, 'cluster')).toBe(path);
});

test('only letters that let somebody in carry a token', () => {
  const plain = LETTER_KINDS.filter((kind) => !linkOf(kind));
  expect(plain).toEqual(['colleague_opened', 'figures_ready']);
  expect(pathOf('sign_in', 'tok', '/c/1')).toBe('/sign-in/tok');
  expect(pathOf('figures_ready', 'tok', '/c/1')).toBe('/c/1');
});

const TOLD: Told = {
  name: 'Sørine Æbeltoft-Åkjær',
  cluster: 'Fjord & <Klyngen>',
  inviter: 'Bo "Bo" Øster',
  source: "Kvalitetsenheden 'Vest'",
  practice: 'Lægehuset <script>',
  colleague: 'Ida Ås',
  newEmail: 'ny@klinik.example',
  until: new Date('2026-03-02T10:30:00Z'),
};
const URL = 'https://klynge.example/c/1?a=1&b=2';

test.each(LETTER_KINDS.flatMap((kind) => [['da', kind] as const, ['en', kind] as const]))(
  'in %s a letter of kind %s says first who it is for and why, and has one link',
  (locale, kind) => {
    const { html, subject, text } = sheetOf(
      locale,
      { ...letterText[locale][kind](TOLD), foot: 'Klyngerum' },
      URL,
    );
    expect(text.split('\n')[0]).toMatch(
      locale === 'da'
        ? /^Til Sørine Æbeltoft-Åkjær, fordi .+\.$/
        : /^To Sørine Æbeltoft-Åkjær, because .+\.$/,
    );
    expect(text.match(/https?:/g)).toHaveLength(1);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|<script|<Klyngen>/);
    expect(subject.length).toBeGreaterThan(10);
    expect(`${subject}${text}`).not.toMatch(/undefined|\d\s?%|OK\b/);
  },
);

test('a mail names the clock at which its link dies', () => {
  expect(letterText.da.sign_in(TOLD).subject).toBe('Log ind på Klyngerum inden kl. 11.30');
  expect(letterText.en.sign_in(TOLD).subject).toBe('Sign in to Klyngerum before 11:30');
});
