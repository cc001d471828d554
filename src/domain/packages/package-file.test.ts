import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { ALL_TYPES, aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import type { MeetingPackage } from './package.ts';
import { LONGEST_FILE, readPackageFile, writtenPackage } from './package-file.ts';
import { gapsIn } from './package-gaps.ts';
import { packageProblemText, problemText } from './package-problem.text.ts';
import { PROBLEM_KINDS } from './package-problem.ts';
import { aPackage, aPart } from './packages.fixtures.ts';

const KNOWN = new Set(['op1', 'op6']);
const read = (text: string) => readPackageFile(text, KNOWN);
const problemsOf = (text: string) => {
  const reading = read(text);
  return 'problems' in reading ? reading.problems : [];
};
const changed = (change: object) => stringify({ ...aPackage(), ...change }, { aliasDuplicateObjects: false });
const withPart = (stated: object) =>
  changed({ programme: [aPart({ minutes: 30 }), { ...aPart(), ...stated }] });
const tryg = aQuestion({ key: 'tryg', type: 'scale', scale: 'confidence', question: 'Hvor tryg er du?' });

test('a package is read as it stands, and written so that it can be read again', () => {
  const whole = aPackage({
    indicators: ['op1', 'op6'],
    background: 'To afsnit: her er det ene.\n\n- og en liste\n- "med" æøå # og tegn',
    questions: ALL_TYPES,
    preMeeting: { minutes: 30, points: ['Gå programmet igennem.'] },
    startsAt: '08:30',
    nextReview: '2027-11-01',
  });
  expect(read(writtenPackage(whole))).toEqual({ package: whole });
  expect(read(`\ufeff${writtenPackage(whole).replaceAll('\n', '\r\n')}`)).toEqual({ package: whole });
});

test('what a file may leave out is read as absent', () => {
  const { background, remarks, preparation, guests, preMeeting, indicators, questions, ...rest } = aPackage();
  const { speakerBrief, checkedBy, nextReview, isWellbeing, questionnaireDays, ...least } = rest;
  expect(read(stringify(least))).toEqual({ package: aPackage() });
});

test.each([
  ['a file that is empty', '', '', 'empty_file'],
  ['a file that is no list of fields', 'Hej med jer', '', 'wrong_shape'],
  ['broken YAML', `${changed({})}programme: [`, '', 'not_readable'],
  ['a field given twice', `${changed({})}purpose: Igen\n`, 'purpose', 'twice'],
  [
    'an anchor that is used again',
    changed({}).replace('da: Prøvepakke', 'da: &a x').replace('en: Test package', 'en: *a'),
    '',
    'not_readable',
  ],
  ['a tag', changed({}).replace('da: Prøvepakke', 'da: !!js/function "x"'), '', 'not_readable'],
  ['brackets without end', '['.repeat(50_000), '', 'not_readable'],
  ['a file that is too large', 'x'.repeat(LONGEST_FILE + 1), '', 'too_large'],
  ['a field that is missing', changed({ purpose: undefined }), 'purpose', 'missing'],
  ['a field without a value', changed({ purpose: null }), 'purpose', 'missing'],
  ['an English title that is missing', changed({ title: { da: 'Titel' } }), 'title.en', 'missing'],
  ['a field nobody knows', changed({ colour: 'red' }), 'colour', 'unknown_field'],
  ['a prototype', `${changed({})}__proto__: { x: 1 }\n`, '__proto__', 'unknown_field'],
  ['a part with a field nobody knows', withPart({ who: 'Anna' }), 'programme.1.who', 'unknown_field'],
  ['a number for a text', changed({ purpose: 7 }), 'purpose', 'not_text'],
  ['a text for a number', changed({ minutes: 'tredive' }), 'minutes', 'not_a_number'],
  ['half a minute', changed({ minutes: 30.5 }), 'minutes', 'not_a_number'],
  ['a text for a list', changed({ discussion: 'Hvad?' }), 'discussion', 'not_a_list'],
  ['a text for a part', changed({ programme: ['Velkomst'] }), 'programme.0', 'wrong_shape'],
  ['a text that is blank', changed({ purpose: '  ' }), 'purpose', 'empty'],
  ['a title that is too long', changed({ title: { da: 'x'.repeat(121), en: 'x' } }), 'title.da', 'too_long'],
  ['a title in several lines', changed({ title: { da: 'a\nb', en: 'x' } }), 'title.da', 'several_lines'],
  ['a programme without parts', changed({ programme: [] }), 'programme', 'too_few'],
  [
    'too many questions to talk about',
    changed({ discussion: Array.from({ length: 21 }, (_, n) => `Nr. ${n}`) }),
    'discussion',
    'too_many',
  ],
  ['a part without length', withPart({ minutes: 0 }), 'programme.1.minutes', 'too_small'],
  ['a meeting of a day and a night', changed({ minutes: 1440 }), 'minutes', 'too_big'],
  ['a kind of part nobody knows', withPart({ kind: 'dance' }), 'programme.1.kind', 'not_one_of'],
  ['a key with a capital', changed({ key: 'Opioider' }), 'key', 'malformed_key'],
  ['an hour that is none', changed({ startsAt: '25:00' }), 'startsAt', 'malformed_time'],
  ['a review on a day that is none', changed({ nextReview: '2027-02-30' }), 'nextReview', 'malformed_day'],
  ['HTML', changed({ purpose: 'Se <script>alert(1)</script>' }), 'purpose', 'html'],
  ['a zero byte', changed({ purpose: 'a\0b' }), 'purpose', 'odd_characters'],
  ['half a character', `${changed({ purpose: undefined })}purpose: "\\ud800"\n`, 'purpose', 'odd_characters'],
  ['text that turns the direction of writing', changed({ purpose: 'a\u202eb' }), 'purpose', 'odd_characters'],
  ['a CPR number', changed({ purpose: 'Patienten 010203-1234' }), 'purpose', 'cpr'],
  ['minutes that do not add up', changed({ minutes: 45 }), 'minutes', 'minutes_differ'],
  [
    'two parts of one name',
    changed({ minutes: 40, programme: [aPart(), aPart()] }),
    'programme.1.title',
    'twice',
  ],
  [
    'the same deadline twice',
    changed({ deadlines: [1, 2].map(() => ({ act: 'minutes', days: 2, title: 'Referat' })) }),
    'deadlines.1.days',
    'twice',
  ],
  ['an indicator twice', changed({ indicators: ['op1', 'op1'] }), 'indicators.1', 'twice'],
  [
    'a question key twice',
    changed({ questions: [tryg, { ...tryg, question: 'Andet?' }] }),
    'questions.1.key',
    'twice',
  ],
  ['a question to talk about twice', changed({ discussion: ['Hvad?', 'hvad?'] }), 'discussion.1', 'twice'],
  [
    'an indicator nobody knows',
    changed({ indicators: ['op1', 'op99'] }),
    'indicators.1',
    'unknown_indicator',
  ],
  [
    'an agreement measured by what is not in the package',
    changed({ agreements: [{ ...aPackage().agreements[0], indicator: 'op1' }] }),
    'agreements.0.indicator',
    'indicator_not_listed',
  ],
  [
    'an agreement measured the second time before the first',
    changed({ agreements: [{ ...aPackage().agreements[0], months: [6, 6] }] }),
    'agreements.0.months',
    'months_out_of_order',
  ],
  [
    'an invitation after the meeting',
    changed({ deadlines: [{ act: 'send_invitation', days: 3, title: 'x' }] }),
    'deadlines.0.days',
    'before_the_meeting',
  ],
  [
    'minutes before the meeting',
    changed({ deadlines: [{ act: 'minutes', days: -2, title: 'x' }] }),
    'deadlines.0.days',
    'after_the_meeting',
  ],
  [
    'a choice of nothing',
    changed({ questions: [aQuestion({ type: 'single' })] }),
    'questions.0.options',
    'options_needed',
  ],
  [
    'answers in their own words about how people are',
    changed({ isWellbeing: true, questions: [aQuestion({ type: 'long_text' })] }),
    'questions.0.type',
    'text_in_wellbeing',
  ],
  [
    'a questionnaire that closes before it opens',
    changed({ questionnaireDays: { opens: -5, closes: -28 } }),
    'questionnaireDays.closes',
    'closes_before_it_opens',
  ],
  [
    'a questionnaire that closes after the meeting',
    changed({ questionnaireDays: { opens: -5, closes: 1 } }),
    'questionnaireDays.closes',
    'too_big',
  ],
])('%s is refused, naming the field', (_, text, field, kind) => {
  expect(problemsOf(text)).toContainEqual(expect.objectContaining({ field, kind }));
});

test('a file made to keep the reader busy is refused with no more problems than anybody mends', () => {
  const names = Array.from({ length: 12_000 }, (_, at) => `k${at}`);
  for (const text of [names.map((name) => `${name}:`).join('\n'), `{${names.join(',')}}`])
    expect(problemsOf(text)).toHaveLength(100);
});

test('a problem names the line on which its field stands', () => {
  const text = changed({ minutes: 45, startsAt: '17:00' });
  const line = text.split('\n').findIndex((words) => words.startsWith('minutes:')) + 1;
  expect(problemsOf(text)).toEqual([{ kind: 'minutes_differ', field: 'minutes', line, of: '30' }]);
  const [odd] = problemsOf(withPart({ kind: 'dance' }));
  expect(withPart({ kind: 'dance' }).split('\n')[odd!.line! - 1]).toContain('kind: dance');
});

test('a problem of what is missing names the line of what is around it', () => {
  const text = changed({ title: { da: 'Titel' } });
  expect(problemsOf(text)[0]?.line).toBe(text.split('\n').indexOf('title:') + 1);
});

test('everything is told at once, in the order of the lines', () => {
  const problems = problemsOf(changed({ key: 'X', minutes: 'to', author: '' }));
  expect(problems.map(({ field }) => field)).toEqual(['key', 'minutes', 'author']);
});

test('every problem says in both languages what to do, and where it is', () => {
  for (const locale of ['da', 'en'] as const)
    for (const kind of PROBLEM_KINDS) expect(packageProblemText[locale][kind]('7')).toMatch(/^[A-ZÆØÅ].+\.$/);
  const problem = { kind: 'empty', field: 'programme.2.minutes', line: 34, of: '' } as const;
  expect(problemText('da', problem)).toBe('Linje 34, programme nr. 3: minutes: Feltet er tomt. Skriv noget.');
  expect(problemText('en', { ...problem, line: null, field: '' })).toBe(
    'The field is empty. Write something.',
  );
});

const deadline = (act: MeetingPackage['deadlines'][number]['act'], days: number) => ({
  act,
  days,
  title: 'x',
});
const finished = aPackage();
test.each([
  ['a package with all that belongs to it', finished, []],
  ['a part without a guide', { programme: [aPart({ guide: '', kind: 'agreements' })] }, ['no_guide']],
  ['a meal without a guide', { programme: [...finished.programme, aPart({ guide: '', kind: 'meal' })] }, []],
  ['nothing that leads to an agreement', { programme: [aPart()] }, ['no_agreements_part']],
  [
    'a guest nobody has told anything',
    { guests: ['En lungemediciner'] },
    ['no_speaker_brief', 'no_guest_text'],
  ],
  [
    'a part for a guest who is not named',
    {
      programme: [...finished.programme, aPart({ isForGuest: true })],
      speakerBrief: 'x',
      texts: { ...finished.texts, guest: 'x' },
    },
    ['no_guests'],
  ],
  ['figures that nobody orders', { indicators: ['op1'] }, ['no_figure_order']],
  ['own counts, which nobody need order', { indicators: ['op6'] }, []],
  [
    'a pre-meeting about nothing',
    { deadlines: [...finished.deadlines, deadline('pre_meeting', -28)] },
    ['no_pre_meeting'],
  ],
  ['a pre-meeting on no day', { preMeeting: { minutes: 30, points: ['x'] } }, ['no_pre_meeting_deadline']],
  ['nothing measured again', { deadlines: [deadline('minutes', 2)] }, ['no_measure_again']],
])('%s', (_, stated, gaps) => {
  expect(gapsIn(aPackage(stated), new Set(['op6'])).map(({ kind }) => kind)).toEqual(gaps);
});
