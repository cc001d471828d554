import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventedNumbers } from '#domain/deliveries/cpr.fixtures.ts';
import {
  aColleague,
  figuresOf,
  kolFile,
  stored,
  twoIndicators,
  wholeDatabase,
} from '#domain/deliveries/deliveries.fixtures.ts';
import { aCluster, aMember, aSource, giveRole } from '#test/build.ts';
import { NOW, urls } from '#test/world.ts';
import { startWeb, type Web } from './web.ts';

let web: Web;
beforeAll(async () => {
  await twoIndicators();
  web = await startWeb(urls.web, NOW);
}, 180_000);
afterAll(() => web?.stop());

const [person] = inventedNumbers(1, true);
const cpr = `${person!.ddmmyy}-${person!.serial}`;

type Who = { token: string } | null;
// As a browser asks for a page.
const headersOf = (who: Who): Record<string, string> => ({
  accept: 'text/html',
  ...(who ? { cookie: `klyngerum=${who.token}` } : {}),
});

async function look(path: string, who: Who, from = web) {
  const answer = await fetch(from.origin + path, { headers: headersOf(who), redirect: 'manual' });
  return { status: answer.status, to: answer.headers.get('location') ?? '', body: await answer.text() };
}

async function send(path: string, who: Who, body: BodyInit, origin: string | null = web.origin) {
  const headers = { ...headersOf(who), ...(origin ? { origin } : {}) };
  const answer = await fetch(web.origin + path, { method: 'POST', headers, body, redirect: 'manual' });
  return { status: answer.status, to: answer.headers.get('location') ?? '', body: await answer.text() };
}

function formOf(bytes: string, name = 'tal.csv'): FormData {
  const form = new FormData();
  form.append('file', new File([bytes], name));
  form.append('text', '');
  return form;
}

async function aServedCluster(practices = 3) {
  const cluster = await aCluster({ practices });
  const source = await aSource([cluster]);
  const at = `/source/${source.sourceId}/deliveries`;
  return { cluster, source, at, text: kolFile(figuresOf(cluster)) };
}

/** Uploads, and answers the address of the draft. */
async function uploaded({ at, source, text }: Awaited<ReturnType<typeof aServedCluster>>): Promise<string> {
  const { to } = await send(`${at}/upload`, source.person, formOf(text));
  return to.replace(/\/(columns|check)$/, '');
}

async function confirmed(draft: string, who: Who) {
  const { body } = await look(`${draft}/check`, who);
  const mark = /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? '';
  return send(`${draft}/check?/confirm`, who, new URLSearchParams({ mark }));
}

const spooled = () => readdirSync(join(web.dataDir, 'spool'));

test('a file goes through four pages without a script, and its rows are shown to nobody afterwards', async () => {
  const served = await aServedCluster();
  const draft = await uploaded(served);
  const { person: who } = served.source;
  expect((await look(`${draft}/columns`, who)).body).toContain('ydernr');
  const saved = await send(`${draft}/columns?/save`, who, new URLSearchParams({}));
  expect(saved).toMatchObject({ status: 303, to: `${draft}/check` });
  const check = await look(`${draft}/check`, who);
  for (const { number } of served.cluster.practices) expect(check.body).toContain(number);
  const confirmation = await confirmed(draft, who);
  expect(confirmation).toMatchObject({ status: 303, to: draft });
  const receipt = await look(draft, who);
  expect(receipt.status).toBe(200);
  for (const { number } of served.cluster.practices) expect(receipt.body).not.toContain(number);
  expect(spooled()).not.toContain(draft.split('/').at(-1));
  for (const step of ['columns', 'check'])
    expect(await look(`${draft}/${step}`, who)).toMatchObject({ status: 303, to: draft });
});

test('rows are shown to the person alone who uploaded them', async () => {
  const served = await aServedCluster();
  const draft = await uploaded(served);
  const stranger = (await aServedCluster()).source.person;
  const others = [await aColleague(served.source), stranger, served.cluster.coordinator];
  for (const who of others) {
    for (const step of ['', '/columns', '/check'])
      expect((await look(draft + step, who)).status, step).toBe(404);
  }
  expect((await look(`${draft}/check`, null)).to).toMatch(/^\/sign-in/);
});

test('whoever may not deliver sends in vain', async () => {
  const served = await aServedCluster();
  const stranger = (await aServedCluster()).source.person;
  const before = { ...(await stored()), files: spooled() };
  for (const who of [served.cluster.coordinator, stranger])
    expect((await send(`${served.at}/upload`, who, formOf(served.text))).status).toBe(404);
  expect((await send(`${served.at}/upload`, null, formOf(served.text))).to).toMatch(/^\/sign-in/);
  expect({ ...(await stored()), files: spooled() }).toEqual(before);
});

test.each([
  ['another site', 'https://elsewhere.example'],
  ['nowhere', null],
])('a file that is sent from %s is turned away', async (_, origin) => {
  const served = await aServedCluster();
  const before = await stored();
  const { status } = await send(`${served.at}/upload`, served.source.person, formOf(served.text), origin);
  expect(status).toBe(403);
  expect(await stored()).toEqual(before);
});

test('a refused file leads back to the form, which says why', async () => {
  const served = await aServedCluster();
  const { to } = await send(`${served.at}/upload`, served.source.person, formOf(''));
  expect(to).toBe(`${served.at}/new?refused=empty#errors`);
  const page = await look(to.replace('#errors', ''), served.source.person);
  expect(page.body).toContain('Filen er tom');
});

test.each([
  ['a day comes back to its field', '3/11 2026', 'value="03-11-2026"'],
  ['what is no day stays behind', cpr, 'value=""'],
])('after a refusal %s', async (_, typed, expected) => {
  const served = await aServedCluster();
  const form = formOf('');
  form.set('extracted', typed);
  const { to } = await send(`${served.at}/upload`, served.source.person, form);
  expect(to).not.toContain(cpr);
  const { body } = await look(to.replace('#errors', ''), served.source.person);
  expect(body.match(/<input[^>]*name="extracted"[^>]*>/)?.[0]).toContain(expected);
});

test('a CPR number is refused by its place and stands in no folder, no table and no log', async () => {
  const served = await aServedCluster();
  const files = [`${served.text}\n${cpr};KOL;2025;1;2;50,0`, `${cpr}\n${served.text}`, cpr];
  for (const text of files) {
    const { to } = await send(`${served.at}/upload`, served.source.person, formOf(text));
    expect(to).toMatch(/\/new\?refused=cpr&line=\d&column=1&places=1#errors$/);
    const page = await look(to.replace('#errors', ''), served.source.person);
    expect(page.body).not.toContain(cpr);
  }
  const form = formOf(served.text, `${cpr}.csv`);
  expect((await send(`${served.at}/upload`, served.source.person, form)).to).toContain('refused=cpr_in_name');
  const atRest = [await wholeDatabase(), web.said(), ...everyFile(web.dataDir)];
  for (const text of atRest) {
    expect(text).not.toContain(cpr);
    expect(text).not.toContain(cpr.replace('-', ''));
  }
});

const pasted = (text: string, more: Record<string, string> = {}) => {
  const form = formOf('', '');
  form.set('text', text);
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  return form;
};
const inField = (body: string) => /<textarea[^>]*name="text"[^>]*>([^<]*)/.exec(body)?.[1];

test.each([
  ['it is no table', 'ydernr\n900101-maerke\n', {}, 'kun én kolonne'],
  [
    'its day cannot be read',
    '<ydernr>;tal\n900101-maerke;4\n',
    { extracted: 'i forgårs' },
    'kunne ikke læses',
  ],
])('a pasted text stands in its field again when %s, and nowhere else', async (_, text, more, why) => {
  const served = await aServedCluster();
  const answer = await send(`${served.at}/upload`, served.source.person, pasted(text, more));
  expect(answer.status).toBe(409);
  expect(answer.body).toContain(why);
  expect(inField(answer.body)?.replaceAll('&lt;', '<').replaceAll('\r', '')).toBe(text);
  for (const kept of [await wholeDatabase(), web.said(), ...everyFile(web.dataDir)])
    expect(kept).not.toContain('900101-maerke');
});

test.each([
  ['', {}, 'Derfor står den her ikke mere'],
  ['not even when something else was wrong', { extracted: 'i forgårs' }, 'Derfor står det her ikke mere'],
])('a pasted text with a CPR number does not come back %s', async (_, more, why) => {
  const served = await aServedCluster();
  const text = `${served.text}\n${cpr};KOL;2025;1;2;50,0`;
  const answer = await send(`${served.at}/upload`, served.source.person, pasted(text, more));
  expect(answer.status).toBe(409);
  expect(answer.body).toContain(why);
  expect(answer.body).not.toContain(cpr);
  expect(inField(answer.body)).toBe('');
});

test('sent once more with nothing chosen, the form still tells of the CPR number', async () => {
  const served = await aServedCluster();
  const { to } = await send(`${served.at}/upload`, served.source.person, formOf(cpr));
  const { body } = await look(to.replace('#errors', ''), served.source.person);
  const action = /action="([^"]*\/upload[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const again = await send(action.replace('#errors', ''), served.source.person, pasted(''));
  expect(again.to).toBe(to);
});

test('the same file again leads to the delivery that counts', async () => {
  const served = await aServedCluster();
  const draft = await uploaded(served);
  await send(`${draft}/columns?/save`, served.source.person, new URLSearchParams({}));
  await confirmed(draft, served.source.person);
  const { to } = await send(`${served.at}/upload`, served.source.person, formOf(served.text));
  expect(to).toContain('refused=delivered_before');
  expect((await look(to.replace('#errors', ''), served.source.person)).body).toContain(draft);
});

test('a confirmation in a second window leads to the receipt of the first', async () => {
  const served = await aServedCluster();
  const draft = await uploaded(served);
  const { person: who } = served.source;
  const { body } = await look(`${draft}/check`, who);
  const mark = /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const answers = await Promise.all(
    [1, 2].map(() => send(`${draft}/check?/confirm`, who, new URLSearchParams({ mark }))),
  );
  for (const answer of answers) expect(answer).toMatchObject({ status: 303, to: draft });
});

test('after a restart a draft says that its file must be put in again', async () => {
  const served = await aServedCluster();
  const draft = await uploaded(served);
  const another = await startWeb(urls.web, NOW);
  try {
    const page = await look(`${draft}/check`, served.source.person, another);
    expect(page.status).toBe(200);
    expect(page.body).toContain('Filen er her ikke mere');
  } finally {
    await another.stop();
  }
});

test('a cluster’s members read what was delivered, a secretary finds no such page', async () => {
  const served = await aServedCluster();
  const draft = await uploaded(served);
  await confirmed(draft, served.source.person);
  const at = `/c/${served.cluster.clusterId}/deliveries`;
  const member = await look(at, served.cluster.practices[1]!.doctor);
  expect(member.status).toBe(200);
  expect(member.body).toContain('Kvalitetsenheden');
  expect(member.body).not.toContain('?/deliver');
  expect((await look(at, await aMember(served.cluster, { kind: 'secretary' }))).status).toBe(404);
});

test('only a coordinator opens the cluster’s own source, and is told what she will have seen', async () => {
  const { cluster } = await aServedCluster();
  const at = `/c/${cluster.clusterId}/deliveries`;
  const member = await send(`${at}?/deliver`, cluster.practices[1]!.doctor, new URLSearchParams({}));
  expect(member.status).toBe(403);
  const opened = await send(`${at}?/deliver`, cluster.coordinator, new URLSearchParams({}));
  expect(opened.to).toMatch(/^\/source\/[0-9a-f-]{36}\/deliveries\/new$/);
  const page = await look(opened.to, cluster.coordinator);
  expect(page.body).toContain('Du kommer til at se de andres tal');
  expect(page.body).toContain(`/c/${cluster.clusterId}/members/sources`);
  const second = await aMember(cluster, { practiceId: cluster.practices[1]!.practiceId });
  expect((await look(opened.to, second)).status).toBe(404);
  await giveRole(cluster.clusterId, 'coordinator', second.memberId);
  const joined = await send(`${at}?/deliver`, second, new URLSearchParams({}));
  expect(joined.to).toBe(opened.to);
});

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}
