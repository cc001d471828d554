import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listAttendees } from '#domain/economy/attendance-list.server.ts';
import { listExpenses } from '#domain/economy/expenses.server.ts';
import { pays } from '#domain/economy/paying.ts';
import { bundleName, isBundleDue } from '#domain/economy/plo.ts';
import { ploBundle } from '#domain/economy/plo-bundle.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { dispositionOf } from '#domain/partners/kept-file.ts';
import { openFile } from '#domain/partners/kept-files.server.ts';
import type { RequestHandler } from './$types';

/** All that goes to PLO after the meeting, as one ZIP. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { cluster, meeting: meetingId } = params;
  const found = await locals.inCluster(cluster, async (scope) => {
    const meeting = await findMeeting(scope, meetingId);
    if (!meeting?.heldOn || !pays(scope.roles) || !isBundleDue(meeting, dayOf(locals.now))) return null;
    const expenses = (await listExpenses(scope, meetingId)).filter(({ isTakenOut }) => !isTakenOut);
    const head = { clusterName: scope.clusterName, title: meeting.title, heldOn: meeting.heldOn };
    return { head, expenses, attendees: await listAttendees(scope, meetingId) };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  const readReceipt = async (keptFileId: string) => {
    const file = await locals.inCluster(cluster, (scope) => openFile(scope, meetingId, keptFileId));
    if (!file) throw new Error('receipt_gone');
    return file.bytes;
  };
  return new Response(ploBundle(found, readReceipt, locals.now), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': dispositionOf(bundleName(found.head)),
    },
  });
};
