import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import { isMeetingLetter, mayBeMuted, receiverOf } from '#domain/notices/meeting-letter.ts';
import { listTakenHome } from '#domain/partners/guests.server.ts';
import { findResults, listRounds } from '#domain/responses/rounds.server.ts';
import { owner } from '#test/world.ts';
import { type AYear, aYear, type Posted } from './year.fixtures.ts';
import { addressesIn, type Entry, entriesIn, eventsIn, lineOf, methodOf } from './year-calendars.fixtures.ts';
import { ACTS, LETTERS, listed } from './year-letters.fixtures.ts';
import { ASKED, CALLED_OFF, GUEST } from './year-people.fixtures.ts';
import { type Lived, liveThrough } from './year-story.fixtures.ts';

/*
 * A year of Fjordklyngen on one clock, through the commands of its people, the worker's own sweeps and a real SMTP
 * server. It is lived through once; the tests look at what came of it.
 */
let year: AYear;
let posted: Posted[];
let entries: Entry[];
let lived: Lived;
beforeAll(async () => {
  year = await aYear('2027-01-04 00:00');
  lived = await liveThrough(year);
  posted = await year.posted();
  entries = entriesIn(posted);
}, 240_000);
afterAll(() => year.close());

describe('the mails of the year', () => {
  test('are exactly these, each once', () => {
    expect(listed(posted)).toEqual(LETTERS);
  });

  test('wake nobody at night', () => {
    const hours = new Set(posted.map(({ at }) => Number(at.slice(11, 13))));
    expect([...hours].filter((hour) => hour < 7 || hour >= 22)).toEqual([]);
  });

  test('all went but the reminders that Dan has ended: none was given up, and none turned out to be needless', async () => {
    const left = await owner
      .selectFrom('letter')
      .select(['kind', 'personId', 'failure'])
      .where('sentAt', 'is', null)
      .execute();
    const { personId } = year.people.dan;
    const ended = { kind: 'questionnaire_reminder', personId, failure: 'muted' };
    expect(left).toEqual([ended, ended, ended]);
    const others = year.clock.complaints.filter((line) => !line.includes('"code":"muted"'));
    expect(others).toEqual([]);
  });

  test('say in their subject what is to be done or has happened', () => {
    for (const { mail } of posted) expect(mail.subject).toMatch(ACTS);
    for (const { mail } of posted) expect(mail.subject?.length).toBeLessThan(100);
  });

  test('have the same words as text and as HTML, and somebody of the cluster to answer', () => {
    const members = new Set([year.people.anna.email, year.people.bo.email, year.people.sif.email]);
    for (const { kind, mail } of posted) {
      const url = /https:\S+/.exec(mail.text ?? '')?.[0] ?? 'none';
      expect(mail.html, kind).toContain(url);
      const [to, ...others] = mail.replyTo ?? [];
      expect([members.has(to?.address ?? ''), others], kind).toEqual([true, []]);
      expect(mail.from?.address).toBe('klynge@klyngerum.example');
    }
  });

  test('tell nothing of a meeting once it is called off, and of one that has been that it has', () => {
    const said = (from: string, word: string) =>
      posted.filter(({ at, mail }) => at >= from && `${mail.subject} ${mail.text}`.includes(word));
    expect(said('2027-08-21', 'Trivsel')).toEqual([]);
    const again = said('2027-09-16', 'spørger sine medlemmer efter mødet ”Opioider');
    expect(again.map(({ who }) => who).sort()).toEqual([...ASKED].sort());
    expect(said('2027-04-01', 'spørger sine medlemmer før mødet ”Opioider')).toEqual([]);
  });

  test('can be ended by one click where somebody can do without them, and only there', () => {
    for (const { kind, mail } of posted) {
      const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
      const isMutable = mayBeMuted(kind) && receiverOf(kind) === 'member';
      const ends = /^<https:\/\/klynge\.example\/u\/[\w-]{43}>$/.test(header('list-unsubscribe') ?? '');
      const isOneClick = header('list-unsubscribe-post') === 'List-Unsubscribe=One-Click';
      expect([ends, isOneClick], kind).toEqual([isMutable, isMutable]);
      expect(isMeetingLetter(kind) || kind === 'figures_ready').toBe(true);
    }
  });

  test('hold no figure, and nobody’s own link goes to another', () => {
    const seen = new Map<string, string>();
    for (const { mail, to } of posted) {
      expect(`${mail.subject} ${mail.text}`).not.toMatch(/\d\s?%|\b(13[0-3]|40[0-3])\b/);
      for (const [token] of (mail.text ?? '').matchAll(/(?<=\/[mgv]\/)[\w-]{43}/g)) {
        expect(seen.get(token) ?? to[0]).toBe(to[0]);
        seen.set(token, to[0]!);
      }
    }
    expect(seen.size).toBeGreaterThan(80);
  });
});

const SPRING = '2027-03-31 17:00–19:30 (15:00Z) Opioider ved kroniske smerter (Fjordklyngen)';
const BEFORE = '2027-06-09 16:00–17:30 (14:00Z) Fællesmøde med kommunen (Fjordklyngen)';
const SUMMER = '2027-06-16 16:30–18:00 (14:30Z) Fællesmøde med kommunen (Fjordklyngen)';
const HEALTH = '2027-09-15 17:00–19:00 (15:00Z) Trivsel i klinikken (Fjordklyngen)';
const AUTUMN = '2027-11-03 17:00–19:30 (16:00Z) Fald hos ældre (Fjordklyngen)';
const reserved = (line: string) => line.replace('Z) ', 'Z) Dato reserveret: ');

describe('the calendar files', () => {
  const told = (who: string) =>
    entries
      .filter((entry) => entry.who === who)
      .map(({ day, event, file }) => `${day} ${methodOf(file)} ${lineOf(event)}`);

  test('tell every member of each meeting: reserved, confirmed, moved, called off, across both changes of the clock', () => {
    for (const who of ASKED)
      expect(told(who), who).toEqual([
        `2027-02-08 REQUEST 1 TENTATIVE ${reserved(SPRING)}`,
        `2027-02-10 REQUEST 3 CONFIRMED ${SPRING}`,
        `2027-04-15 REQUEST 2 CONFIRMED ${BEFORE}`,
        `2027-05-18 REQUEST 3 CONFIRMED ${SUMMER}`,
        `2027-08-10 REQUEST 2 CONFIRMED ${HEALTH}`,
        `2027-08-20 CANCEL 3 CANCELLED ${HEALTH}`,
        `2027-09-13 REQUEST 1 TENTATIVE ${reserved(AUTUMN)}`,
        `2027-09-22 REQUEST 2 CONFIRMED ${AUTUMN}`,
      ]);
  });

  test('tell a guest of what is theirs: a visit, a new place, another day, and that it is off', () => {
    expect([...told('grete'), ...told('hugo')]).toEqual([
      `2027-02-08 REQUEST 1 CONFIRMED ${SPRING}`,
      `2027-02-10 REQUEST 2 CONFIRMED ${SPRING}`,
      `2027-04-14 REQUEST 1 CONFIRMED ${BEFORE}`,
      `2027-05-18 REQUEST 3 CONFIRMED ${SUMMER}`,
      `2027-05-25 CANCEL 4 CANCELLED ${SUMMER}`,
    ]);
  });

  test('are of one meeting by one name, with a number that rises from mail to mail', () => {
    const numbers = Map.groupBy(entries, ({ event, who }) => `${who} ${event.uid}`);
    const uids = Object.values(lived.meetings).map((meetingId) => `${meetingId}@klyngerum`);
    expect([...new Set(entries.map(({ event }) => event.uid))].sort()).toEqual(uids.sort());
    for (const [of, some] of numbers) {
      const sequence = some.map(({ event }) => Number(event.sequence));
      expect(sequence, of).toEqual([...new Set(sequence)].sort((a, b) => a - b));
    }
  });

  test('name their receiver and the cluster alone, hold no link of anybody’s, and bring the clock of Copenhagen', () => {
    for (const { event, file, to, tokens } of entries) {
      const uid = event.uid.replace('@klyngerum', '');
      expect(addressesIn(file).filter((address) => !address.startsWith(uid))).toEqual(
        ['klynge@klyngerum.example', to].sort(),
      );
      expect(file.match(/^ATTENDEE/gm)).toHaveLength(1);
      expect(file).not.toMatch(/https?:|\/[mgvu]\/|[\w-]{43}/);
      for (const token of tokens) expect(file).not.toContain(token);
      expect(file.match(/^BEGIN:VTIMEZONE/gm)).toHaveLength(1);
      expect(file).toMatch(/^DTSTART;TZID=Europe\/Copenhagen:\d{8}T\d{6}\r?$/m);
      expect(event.start.tz).toBe('Europe/Copenhagen');
    }
  });

  test('and the calendar that Bo follows says the same at any time, naming nobody', () => {
    const { after, beforeAutumn, beforeSpring } = lived.feeds;
    const lines = (file: string) => eventsIn(file).map(lineOf).sort();
    const gone = `3 CANCELLED ${HEALTH}`;
    expect(lines(beforeSpring)).toEqual([`3 CONFIRMED ${SPRING}`]);
    expect(lines(beforeAutumn)).toEqual([
      `2 CONFIRMED ${AUTUMN}`,
      gone,
      `3 CONFIRMED ${SPRING}`,
      `3 CONFIRMED ${SUMMER}`,
    ]);
    expect(lines(after)).toEqual(lines(beforeAutumn));
    for (const file of Object.values(lived.feeds)) {
      expect(methodOf(file)).toBe('PUBLISH');
      expect(file).not.toMatch(/ATTENDEE|ORGANIZER|mailto|https?:/);
      expect(file).toContain('BEGIN:VTIMEZONE');
    }
  });
});

describe('at the end of the year', () => {
  test('three meetings are closed and one was called off, and the last began with what was open', async () => {
    const meetings = await year.seen('bo', listMeetings);
    const lines = meetings.map(({ heldOn, state, title }) => `${heldOn} ${state} ${title}`);
    expect(lines).toEqual([
      '2027-11-03 closed Fald hos ældre',
      '2027-09-15 cancelled Trivsel i klinikken',
      '2027-06-16 closed Fællesmøde med kommunen',
      '2027-03-31 closed Opioider ved kroniske smerter',
    ]);
    const agenda = await year.seen('bo', (scope) => listAgenda(scope, lived.meetings.falls));
    expect(agenda.slice(0, 2).map(({ title }) => title)).toEqual([
      'Siden sidst: åbne opgaver',
      'Nyt fra kommunen',
    ]);
  });

  test('the figures of the agreement lie for two periods, and what the guest took home in the minutes', async () => {
    const spreads = await owner
      .selectFrom('spread')
      .select(['periodFrom', 'periodUntil'])
      .where('indicatorKey', '=', 'op2')
      .orderBy('periodFrom')
      .execute();
    expect(spreads.map(({ periodFrom, periodUntil }) => `${periodFrom} ${periodUntil}`)).toEqual([
      '2026-01-01 2026-12-31',
      '2027-01-01 2027-06-30',
    ]);
    const home = await year.seen('bo', (scope) => listTakenHome(scope, lived.meetings.opioids));
    expect(home.map(({ name, tookHome }) => [name, tookHome])).toEqual([
      [GUEST.name, 'At I selv vil sætte slutdato.'],
    ]);
    expect(home.map(({ name }) => name)).not.toContain(CALLED_OFF.name);
  });

  test('each questionnaire was asked once, on days that went with its meeting, and counted where enough answered', async () => {
    const rounds = await year.seen('bo', (scope) => listRounds(scope));
    const lines = rounds.map(
      (round) => `${round.opensOn} ${round.closesOn} ${round.state} ${round.purpose} ${round.meetingTitle}`,
    );
    expect(lines.sort()).toEqual([
      '2027-03-03 2027-03-26 counted topic Opioider ved kroniske smerter',
      '2027-04-01 2027-04-07 counted evaluation Opioider ved kroniske smerter',
      '2027-06-17 2027-06-23 counted evaluation Fællesmøde med kommunen',
      '2027-08-18 2027-09-10 dropped topic Trivsel i klinikken',
      '2027-09-16 2027-09-22 planned evaluation Trivsel i klinikken',
      '2027-09-16 2027-09-30 counted topic Opioider ved kroniske smerter',
      '2027-10-06 2027-10-29 counted topic Fald hos ældre',
      '2027-11-04 2027-11-10 dropped evaluation Fald hos ældre',
    ]);
    const asked = await owner
      .selectFrom('letter')
      .select(['kind', 'personId', 'questionnaireRoundId'])
      .execute();
    const keys = asked
      .filter(({ questionnaireRoundId }) => questionnaireRoundId)
      .map(({ kind, personId, questionnaireRoundId }) => `${kind} ${questionnaireRoundId} ${personId}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('half a year after the meeting its questionnaire shows what has changed, and nothing else lies there', async () => {
    const results = await year.seen('bo', (scope) => findResults(scope, lived.rounds.again));
    expect(results.member?.result.respondents).toBe(5);
    const verdicts = results.member?.changes?.questions.map(({ key, verdict }) => `${key} ${verdict}`);
    expect(verdicts).toEqual([
      'slutdato clear',
      'kontrol chance',
      'nedtrapning chance',
      'personale chance',
      'fornyelse chance',
      'hjaelp chance',
    ]);
    for (const table of ['sealedResponse', 'answerDraft'] as const)
      expect(await owner.selectFrom(table).select('clusterId').execute(), table).toEqual([]);
  });

  test('orders went and were answered by themselves, and nobody’s diet is kept', async () => {
    const orders = await owner
      .selectFrom('figureOrder')
      .select(['indicators', 'state', 'wantedOn', 'isSentByItself'])
      .orderBy('wantedOn')
      .execute();
    const lines = orders.map((order) => `${order.wantedOn} ${order.indicators} ${order.state}`);
    expect(lines).toEqual([
      '2027-03-17 op1,op2,op3,op4,op5 published',
      '2027-09-30 op2 published',
      '2027-10-20 fa1 published',
      '2028-03-31 op2 planned',
      '2028-05-03 fa1 planned',
    ]);
    expect(orders.map(({ isSentByItself }) => isSentByItself)).toEqual([true, true, true, false, false]);
    expect(await owner.selectFrom('rsvpNeed').select('diet').execute()).toEqual([]);
    const told = await owner.selectFrom('venueTold').select('diets').execute();
    expect(new Set(told.map(({ diets }) => JSON.stringify(diets)))).toEqual(new Set(['{}']));
  });
});
