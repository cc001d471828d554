import { afterAll, beforeAll, expect, test } from 'vitest';
import { aMeeting, anAgendaItem } from '#domain/meetings/meetings.fixtures.ts';
import { type ACluster, aCluster } from '#test/build.ts';
import { NOW, newId, owner, urls } from '#test/world.ts';
import { uiText } from '#ui/ui.text.ts';
import { startWeb, type Web } from './web.ts';

const CPR = '010170-1234';
let cluster: ACluster;
let web: Web;

beforeAll(async () => {
  cluster = await aCluster();
  web = await startWeb(urls.web, NOW);
}, 180_000);
afterAll(() => web?.stop());

const post = (path: string, fields: Record<string, string>) =>
  fetch(web.origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { accept: 'text/html', origin: web.origin, cookie: `klyngerum=${cluster.coordinator.token}` },
    body: new URLSearchParams({ command: newId(), ...fields }),
  });

test('minutes with a CPR number come back as they were typed, and neither table nor log holds it', async () => {
  const meeting = await aMeeting(cluster, { state: 'held', heldOn: '2026-03-02' });
  const item = await anAgendaItem(meeting);
  const path = `/c/${cluster.clusterId}/meetings/${meeting.meetingId}/minutes/write`;
  const typed = `Fru J, ${CPR}, <b>ringer</b>`;
  const answer = await post(path, {
    'agenda-item': item,
    [`was-${item}`]: '',
    [`notes-${item}`]: typed,
    [`kind-${item}`]: 'decision',
    [`sentence-${item}`]: 'Alle gennemgår fem patienter',
  });
  const page = await answer.text();
  expect(answer.status).toBe(422);
  expect(page).toContain(uiText.da.faults.patient.title);
  expect(page).toContain(`Fru J, ${CPR}, &lt;b>ringer&lt;/b>`);
  expect(page).toContain('Alle gennemgår fem patienter');
  const { notes } = await owner
    .selectFrom('agendaItem')
    .select('notes')
    .where('agendaItemId', '=', item)
    .executeTakeFirstOrThrow();
  const resolutions = await owner
    .selectFrom('resolution')
    .select('sentence')
    .where('meetingId', '=', meeting.meetingId)
    .execute();
  expect([notes, resolutions]).toEqual(['', []]);
  expect(web.said()).not.toContain(CPR);
});
