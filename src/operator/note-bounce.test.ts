import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { aClusterWithMeeting, aMeetingLetter, marksOf } from '#domain/notices/meeting-letters.fixtures.ts';
import { NOW, newId, urls } from '#test/world.ts';

const ENV = {
  ...process.env,
  DATABASE_URL: urls.web,
  DATABASE_OWNER_URL: urls.owner,
  DATABASE_WORKER_URL: urls.worker,
  KLYNGERUM_NOW: NOW.toISOString(),
  LANG: 'en',
};

/** Runs the tool as a program, with the mail on its standard input, as a mail server does. */
function bounced(mail: string): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['src/operator/main.ts', 'mail', 'bounced', '--json'],
      { env: ENV },
      (problem, out) => resolve({ code: Number(problem?.code ?? 0), out }),
    );
    child.stdin?.end(mail);
  });
}

const aNotification = (letterId: string, action: string, status: string) =>
  `From: MAILER-DAEMON@mail.example
To: klynge+${letterId.replaceAll('-', '')}@klyngerum.example
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example

Final-Recipient: rfc822; somebody@klinik.example
Action: ${action}
Status: ${status}
--b--
`;

test('a mail that came back for good is noted, and one that is late is not', async () => {
  const { cluster, meetingId, member } = await aClusterWithMeeting();
  const id = await aMeetingLetter(cluster, { kind: 'meeting_invitation', meetingId, to: member });
  const late = await bounced(aNotification(id, 'delayed', '4.4.7'));
  expect([late.code, JSON.parse(late.out).made.isFinal]).toEqual([0, false]);
  expect((await marksOf(id)).bouncedAt).toBeNull();
  const gone = await bounced(aNotification(id, 'failed', '5.1.1'));
  expect([gone.code, JSON.parse(gone.out).made]).toEqual([
    0,
    { letterId: id, status: '5.1.1', isFinal: true },
  ]);
  expect((await marksOf(id)).bouncedAt).toEqual(NOW);
});

test('what is no notification, or about no letter of ours, is refused', async () => {
  const holiday = await bounced('Subject: Ferie\n\nJeg er på ferie.');
  expect([holiday.code, JSON.parse(holiday.out)]).toEqual([1, { done: false, reason: 'no_notification' }]);
  const strange = await bounced(aNotification(newId(), 'failed', '5.1.1'));
  expect([strange.code, JSON.parse(strange.out)]).toEqual([1, { done: false, reason: 'no_such_letter' }]);
});
