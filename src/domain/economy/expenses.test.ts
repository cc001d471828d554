import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { NotPermitted } from '#domain/access/command.server.ts';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { openFile } from '#domain/partners/kept-files.server.ts';
import { aCluster, aMember, giveRole } from '#test/build.ts';
import { NOW, newId, owner } from '#test/world.ts';
import { listAttendees } from './attendance-list.server.ts';
import { changeExpense, enterExpense, putBackExpense, takeOutExpense } from './enter-expense.server.ts';
import { type ExpenseWish, expenseOf, oreIn } from './expense.ts';
import { findExpense, listExpenses, patientsKnown, sumOfYear } from './expenses.server.ts';
import { expectedOre, patientsIn } from './funds.ts';
import { bundleName, cell, isBundleDue } from './plo.ts';
import { ploBundle } from './plo-bundle.server.ts';

const WISH: ExpenseWish = {
  kind: 'venue',
  what: 'Lokaleleje',
  amountOre: 123_450,
  spentOn: '2026-02-24',
  payee: 'Kulturhuset',
};
const PDF = {
  name: 'regning.pdf',
  mediaType: 'application/pdf' as const,
  bytes: Buffer.from('%PDF-1.7 regning'),
};

async function aHeldMeeting() {
  const cluster = await aCluster();
  const meeting = await aMeeting(cluster, { state: 'held', heldOn: '2026-02-24' });
  const { practiceId } = cluster.practices[1]!;
  const people = {
    coordinator: cluster.coordinator,
    secretary: await aMember(cluster, { kind: 'secretary' }),
    treasurer: await aMember(cluster, { practiceId, name: 'Kaj Kasserer' }),
    member: cluster.practices[1]!.doctor,
    consultant: await aMember(cluster, { kind: 'consultant' }),
  };
  await giveRole(cluster.clusterId, 'treasurer', people.treasurer.memberId);
  const enter = (who: { token: string }, wish = WISH, receipt: typeof PDF | null = PDF) => {
    const expenseId = newId();
    return cluster
      .as(who, (scope) => enterExpense(scope, expenseId, meeting.meetingId, { wish, receipt }))
      .then(() => expenseId);
  };
  const list = (who: { token: string }) => cluster.as(who, (scope) => listExpenses(scope, meeting.meetingId));
  return { cluster, meeting, people, enter, list };
}

test.each(['coordinator', 'secretary', 'treasurer'] as const)(
  'a %s enters an expense with its receipt, and reads both',
  async (role) => {
    const { cluster, meeting, people, enter, list } = await aHeldMeeting();
    await enter(people[role]);
    const [expense] = (await list(people[role]))!;
    expect(expense).toMatchObject({ ...WISH, receipt: { name: 'regning.pdf' }, isTakenOut: false });
    const file = await cluster.as(people[role], (scope) =>
      openFile(scope, meeting.meetingId, expense!.receipt!.keptFileId),
    );
    expect(file?.bytes.toString()).toBe('%PDF-1.7 regning');
  },
);

test.each(['member', 'consultant'] as const)('a %s sees no money, and enters none', async (role) => {
  const { cluster, meeting, people, enter, list } = await aHeldMeeting();
  const expenseId = await enter(people.treasurer);
  expect(await list(people[role])).toEqual([]);
  const { receipt } = (await list(people.treasurer))![0]!;
  const as = <T>(work: Parameters<typeof cluster.as<T>>[1]) => cluster.as(people[role], work);
  expect(await as((scope) => openFile(scope, meeting.meetingId, receipt!.keptFileId))).toBeNull();
  expect(await as((scope) => sumOfYear(scope, 2026))).toEqual({ ore: 0, meetings: 0 });
  await expect(enter(people[role])).rejects.toBeInstanceOf(NotPermitted);
  await expect(as((scope) => takeOutExpense(scope, expenseId))).rejects.toBeInstanceOf(NotPermitted);
  expect(await list(people.treasurer)).toMatchObject([{ isTakenOut: false }]);
});

test.each([
  ['treasurer', 'in another’s name', 'coordinator'],
  ['member', 'in their own name', 'member'],
  ['consultant', 'in another’s name', 'treasurer'],
] as const)('a %s with a database at hand enters no expense %s', async (role, _, enteredAs) => {
  const { cluster, meeting, people, list } = await aHeldMeeting();
  const row = {
    clusterId: cluster.clusterId,
    meetingId: meeting.meetingId,
    kind: 'fee',
    what: 'Honorar',
    amount: 1,
    spentOn: '2026-02-24',
    enteredBy: people[enteredAs].memberId,
    enteredAt: NOW,
  };
  await expect(
    cluster.as(people[role], ({ db }) => db.insertInto('expense').values(row).execute()),
  ).rejects.toMatchObject({ code: '42501' });
  expect(await list(people.treasurer)).toEqual([]);
});

test('a form that is sent twice enters one expense', async () => {
  const { cluster, meeting, people, list } = await aHeldMeeting();
  const commandId = newId();
  for (let sent = 0; sent < 2; sent++)
    await cluster.as(
      people.treasurer,
      (scope) => enterExpense(scope, newId(), meeting.meetingId, { wish: WISH, receipt: PDF }),
      { commandId },
    );
  expect(await list(people.treasurer)).toHaveLength(1);
});

test('another receipt takes the place of the one that was there; without one it stays', async () => {
  const { cluster, meeting, people, enter, list } = await aHeldMeeting();
  const expenseId = await enter(people.treasurer);
  const change = (receipt: typeof PDF | null) =>
    cluster.as(people.treasurer, (scope) =>
      changeExpense(scope, expenseId, meeting.meetingId, { wish: { ...WISH, amountOre: 100 }, receipt }),
    );
  await change(null);
  expect(await list(people.treasurer)).toMatchObject([{ amountOre: 100, receipt: { name: 'regning.pdf' } }]);
  await change({ ...PDF, name: 'ny.pdf' });
  expect(await list(people.treasurer)).toMatchObject([{ receipt: { name: 'ny.pdf' } }]);
  const kept = await owner
    .selectFrom('keptFile')
    .select('name')
    .where('meetingId', '=', meeting.meetingId)
    .execute();
  expect(kept).toEqual([{ name: 'ny.pdf' }]);
});

test('what is taken out counts no more, cannot be changed, and can be put back', async () => {
  const { cluster, meeting, people, enter, list } = await aHeldMeeting();
  const expenseId = await enter(people.treasurer);
  await enter(people.treasurer, { ...WISH, amountOre: 50 });
  const as = <T>(work: Parameters<typeof cluster.as<T>>[1]) => cluster.as(people.treasurer, work);
  await as((scope) => takeOutExpense(scope, expenseId));
  expect(await as((scope) => sumOfYear(scope, 2026))).toEqual({ ore: 50, meetings: 1 });
  const changed = await as((scope) =>
    changeExpense(scope, expenseId, meeting.meetingId, { wish: WISH, receipt: null }),
  );
  expect(changed).toEqual({ done: false, reason: 'no_such_expense' });
  await as((scope) => putBackExpense(scope, expenseId));
  expect(await as((scope) => sumOfYear(scope, 2026))).toEqual({ ore: 123_500, meetings: 1 });
  expect(await list(people.treasurer)).toHaveLength(2);
});

test('to another cluster neither the meeting nor its expenses exist', async () => {
  const { meeting, people, enter, list } = await aHeldMeeting();
  const expenseId = await enter(people.treasurer);
  const strangers = await aCluster();
  const as = <T>(work: Parameters<typeof strangers.as<T>>[1]) => strangers.as(strangers.coordinator, work);
  const { meetingId } = meeting;
  expect(await as((scope) => listExpenses(scope, meetingId))).toEqual([]);
  expect(await as((scope) => findExpense(scope, meetingId, expenseId))).toBeNull();
  expect(await as((scope) => enterExpense(scope, newId(), meetingId, { wish: WISH, receipt: null }))).toEqual(
    { done: false, reason: 'no_such_meeting' },
  );
  expect(await as((scope) => takeOutExpense(scope, expenseId))).toEqual({
    done: false,
    reason: 'no_such_expense',
  });
  expect(await list(people.treasurer)).toMatchObject([{ isTakenOut: false }]);
});

async function unzipped(stream: ReadableStream<Uint8Array>): Promise<Record<string, string>> {
  const bytes = await buffer(stream as never);
  const zip = (await promisify(fromBuffer as never)(
    bytes as never,
    { lazyEntries: true } as never,
  )) as ZipFile;
  const files: Record<string, string> = {};
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(files));
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, async (problem, content) => {
        if (problem) return reject(problem);
        files[entry.fileName] = (await buffer(content)).toString();
        zip.readEntry();
      });
    });
    zip.readEntry();
  });
}

test('the bundle for PLO holds who was there by practice, what it cost, and the receipts', async () => {
  const { cluster, meeting, people, enter, list } = await aHeldMeeting();
  await enter(people.treasurer);
  await enter(
    people.treasurer,
    { ...WISH, kind: 'food', what: '=cmd|calc', amountOre: 5, spentOn: '2026-02-25' },
    null,
  );
  const { clusterId, meetingId } = meeting;
  for (const { memberId } of [people.member, people.coordinator])
    await owner
      .insertInto('attendance')
      .values({ clusterId, meetingId, memberId, how: 'list', registeredAt: NOW })
      .execute();
  await owner
    .insertInto('visitorPresent')
    .values({ clusterId, meetingId, name: 'Viggo Vikar', belongsTo: 'Lægehuset Havnen' })
    .execute();
  const as = <T>(work: Parameters<typeof cluster.as<T>>[1]) => cluster.as(people.treasurer, work);
  const attendees = (await as((scope) => listAttendees(scope, meetingId)))!;
  expect(attendees.map(({ kind }) => kind)).toEqual(['doctor', 'doctor', 'visitor']);
  const expenses = (await list(people.treasurer))!;
  const stream = ploBundle(
    {
      head: { clusterName: 'Prøveklyngen', title: meeting.title, heldOn: '2026-02-24' },
      attendees,
      expenses,
    },
    async (id) => (await as((scope) => openFile(scope, meetingId, id)))!.bytes,
    NOW,
  );
  const files = await unzipped(stream);
  expect(Object.keys(files)).toEqual(['fremmoede.csv', 'udgifter.csv', 'bilag/01-regning.pdf']);
  expect(files['bilag/01-regning.pdf']).toBe('%PDF-1.7 regning');
  const [head, ...lines] = files['fremmoede.csv']!.split('\r\n');
  expect(head).toBe('\ufeffKlynge;Møde;Dato;Ydernummer;Praksis;Navn;Stilling');
  expect(lines[0]).toContain(cluster.practices[0]!.number);
  expect(lines[2]).toBe(
    'Prøveklyngen;Opioider ved kroniske smerter;24-02-2026;;Lægehuset Havnen;Viggo Vikar;Gæst',
  );
  expect(files['udgifter.csv']!.split('\r\n').slice(1)).toEqual([
    'Prøveklyngen;Opioider ved kroniske smerter;24-02-2026;01;24-02-2026;Lokale;Lokaleleje;Kulturhuset;1234,50;bilag/01-regning.pdf',
    `Prøveklyngen;Opioider ved kroniske smerter;24-02-2026;02;25-02-2026;Mad og drikke;"'=cmd|calc";Kulturhuset;0,05;`,
    'Prøveklyngen;Opioider ved kroniske smerter;24-02-2026;;;;I alt;;1234,55;',
    '',
  ]);
});

test('a receipt that cannot be read breaks the bundle off', async () => {
  const { people, enter, list } = await aHeldMeeting();
  await enter(people.treasurer);
  const expenses = (await list(people.treasurer))!;
  const head = { clusterName: 'Prøveklyngen', title: 'KOL', heldOn: '2026-02-24' };
  const stream = ploBundle({ head, attendees: [], expenses }, () => Promise.reject(new Error('gone')), NOW);
  await expect(unzipped(stream)).rejects.toThrow();
});

test('a member sees nothing of who was there but themselves', async () => {
  const { cluster, meeting, people } = await aHeldMeeting();
  const { clusterId, meetingId } = meeting;
  for (const { memberId } of [people.member, people.coordinator])
    await owner
      .insertInto('attendance')
      .values({ clusterId, meetingId, memberId, how: 'list', registeredAt: NOW })
      .execute();
  expect(await cluster.as(people.member, (scope) => listAttendees(scope, meetingId))).toHaveLength(1);
  expect(await cluster.as(people.consultant, (scope) => listAttendees(scope, meetingId))).toEqual([]);
});

test('how many patients there are is known only to whoever knows it of every practice', async () => {
  const { cluster, people } = await aHeldMeeting();
  for (const { practiceId } of cluster.practices)
    await owner
      .insertInto('listSize')
      .values({ practiceId, valid: '[2026-01-01,)', patients: 1600 })
      .execute();
  expect(await cluster.as(people.coordinator, patientsKnown)).toBeNull();
  const alone = await aCluster({ practices: 1 });
  await owner
    .insertInto('listSize')
    .values({ practiceId: alone.practices[0]!.practiceId, valid: '[2026-01-01,)', patients: 1600 })
    .execute();
  expect(await alone.as(alone.coordinator, patientsKnown)).toBe(1600);
});

test.each([
  ['1.234,50', 123_450],
  ['1234,5', 123_450],
  ['1 234', 123_400],
  ['1.234', 123_400],
  ['0,05', 5],
  ['kr. 99,95', 9995],
  ['250 kr.', 25_000],
  ['250,-', 25_000],
  ['12.50', null],
  ['12,505', null],
  ['1,234.50', null],
  ['-5', null],
  ['1e3', null],
  ['fem', null],
  ['', null],
])('the amount %j is %j øre', (written, ore) => {
  expect(oreIn(written)).toBe(ore);
});

const typed = { kind: 'food', what: 'Mad', amount: '100', spentOn: '24-02-2026', payee: '' };
test.each([
  [{ kind: '' }, ['kind_missing']],
  [{ what: '', amount: '' }, ['what_missing', 'amount_missing']],
  [{ what: 'Fru J 010170-1234' }, ['cpr']],
  [{ amount: '0' }, ['amount_unclear']],
  [{ amount: '10.000.000' }, ['amount_too_large']],
  [{ spentOn: '31-02-2026' }, ['day_unclear']],
  [{ spentOn: '03-03-2026' }, ['day_ahead']],
  [{ payee: 'x'.repeat(161) }, ['payee_too_long']],
])('an expense with %j is refused: %j', (wish, refusals) => {
  expect(expenseOf({ ...typed, ...wish }, '2026-03-02')).toEqual(refusals);
});

test.each([
  ['Lokale', 'Lokale'],
  ['a;b', '"a;b"'],
  ['sagde "ja"', '"sagde ""ja"""'],
  ['=1+1', `"'=1+1"`],
  ['+45 12', `"'+45 12"`],
  ['-2', `"'-2"`],
  ['@SUM', `"'@SUM"`],
  ['\t=1', `"' =1"`],
  ['linje\nto', 'linje to'],
])('the cell %j is written %j, and no spreadsheet counts with it', (words, written) => {
  expect(cell(words)).toBe(written);
});

test('a bundle bears the cluster’s name and the day in plain letters', () => {
  expect(bundleName({ clusterName: 'Ærø & Fåborg Klynge', heldOn: '2027-03-03' })).toBe(
    'plo-aeroe-faaborg-klynge-2027-03-03.zip',
  );
});

test.each([
  ['held', '2026-03-01', true],
  ['confirmed', '2026-03-02', true],
  ['confirmed', '2026-03-03', false],
  ['cancelled', '2026-03-01', false],
  ['polling', null, false],
])('a bundle of a %s meeting on %j is due: %j', (state, heldOn, isDue) => {
  expect(isBundleDue({ state, heldOn }, '2026-03-02')).toBe(isDue);
});

test('what a cluster can expect follows the known rate', () => {
  expect(expectedOre(48_000)).toBe(17_520_000);
  expect(patientsIn('48.000')).toBe(48_000);
  expect([patientsIn(null), patientsIn('0'), patientsIn('mange'), patientsIn('9999999')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
