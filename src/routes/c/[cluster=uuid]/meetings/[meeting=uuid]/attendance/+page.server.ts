import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listAttendance, listVisitors } from '#domain/meetings/attendance.server.ts';
import type { AttendancePageRefusal } from '#domain/meetings/attendance.text.ts';
import { byPractice, countOf } from '#domain/meetings/attendance.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import {
  refusalOfRegistering,
  registerAttendance,
  registerVisitor,
  takeOutVisitor,
} from '#domain/meetings/register-attendance.server.ts';
import { closeRoom } from '#domain/meetings/room.server.ts';
import { lineIn } from '#domain/meetings/typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const ended = /^\d{1,3}$/.exec(url.searchParams.get('ended') ?? '')?.[0];
  return locals.inCluster(params.cluster, async (scope) => {
    const lines = await listAttendance(scope, params.meeting);
    const visitors = await listVisitors(scope, params.meeting);
    return {
      practices: byPractice(lines),
      visitors,
      count: countOf(lines, visitors),
      refusal: refusalOfRegistering(meeting, dayOf(locals.now)),
      isSaved: url.searchParams.has('saved'),
      ended: ended === undefined ? null : Number(ended),
    };
  });
};

type Visitor = { name: string; belongsTo: string };
type Refused = { refusal: AttendancePageRefusal; ticked: string[] | null; typed: Visitor | null };
const refusedWith = (refusal: AttendancePageRefusal, kept: Partial<Omit<Refused, 'refusal'>> = {}) =>
  fail(409, { refusal, ticked: null, typed: null, ...kept } as Refused);

export const actions: Actions = {
  register: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [listed, ticked] = [form.getAll('listed').map(String), form.getAll('here').map(String)];
    const registered = await locals.inCluster(
      params.cluster,
      (scope) => registerAttendance(scope, params.meeting, listed, ticked),
      form,
    );
    if (!registered.done) return refusedWith(registered.reason, { ticked });
    redirect(303, `${url.pathname}?saved`);
  },
  visitor: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const typed = { name: lineIn(form, 'name'), belongsTo: lineIn(form, 'belongs-to') };
    const registered = await locals.inCluster(
      params.cluster,
      (scope) => registerVisitor(scope, params.meeting, typed),
      form,
    );
    if (!registered.done) return refusedWith(registered.reason, { typed });
    redirect(303, `${url.pathname}?saved#visitors`);
  },
  takeOut: async ({ locals, params, request }) => {
    const form = await request.formData();
    const taken = await locals.inCluster(
      params.cluster,
      (scope) => takeOutVisitor(scope, params.meeting, lineIn(form, 'visitor')),
      form,
    );
    if (!taken.done) return refusedWith(taken.reason);
    return { takenOut: taken.made };
  },
  closeRoom: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const closed = await locals.inCluster(params.cluster, (scope) => closeRoom(scope, params.meeting), form);
    if (!closed.done) return refusedWith(closed.reason as AttendancePageRefusal);
    redirect(303, `${url.pathname}?ended=${closed.made.ended}#room`);
  },
};
