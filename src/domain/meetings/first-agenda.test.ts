import { expect, test } from 'vitest';
import { AGENDA_KINDS, LONGEST } from './agenda.ts';
import { firstAgendaText } from './first-agenda.text.ts';
import { firstAgendaOf } from './first-agenda.ts';
import { MEETING_KINDS } from './meeting.ts';

test.each(MEETING_KINDS)('a meeting of kind %s begins with all that its kind needs, said once', (kind) => {
  const agenda = firstAgendaOf(kind, firstAgendaText.da);
  const titles = agenda.map(({ title }) => title);
  expect(titles).toEqual(kind === 'cluster' ? [] : Object.values(firstAgendaText.da[kind]));
  expect(agenda.every((one) => AGENDA_KINDS.includes(one.kind) && one.minutes > 0)).toBe(true);
  expect(titles.every((title) => title.length <= LONGEST.title)).toBe(true);
});

test('an assembly elects its chair first and has room for anything else last', () => {
  for (const kind of ['general_assembly', 'founding_assembly'] as const) {
    const agenda = firstAgendaOf(kind, firstAgendaText.da);
    expect(agenda.at(0)?.title).toBe('Valg af dirigent og referent');
    expect(agenda.at(-1)?.title).toBe('Eventuelt');
    expect(agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(90);
  }
});
