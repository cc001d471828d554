import { error, fail } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import type { AttendancePageRefusal } from '#domain/meetings/attendance.text.ts';
import { findRoom, sayHere, sayNotHere } from '#domain/meetings/room.server.ts';
import { isId } from '#domain/partners/guest.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await locals.asHolder(params.token, 'room', async (scope) => {
    const room = await findRoom(scope);
    return room && { ...room, isExample: scope.isExample, clusterName: scope.clusterName };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  return { ...found, frame: { isExample: found.isExample } };
};

type Refused = { step: 'refused'; refusal: AttendancePageRefusal | 'none_chosen' };
const refusedWith = (refusal: Refused['refusal']) => fail(409, { step: 'refused', refusal } as Refused);

export const actions: Actions = {
  here: async ({ locals, params, request }) => {
    const form = await request.formData();
    const memberId = String(form.get('member') ?? '');
    if (!isId(memberId)) return refusedWith('none_chosen');
    const here = await locals.asHolder(params.token, 'room', (scope) => sayHere(scope, memberId), form);
    if (!here.done) return refusedWith(here.reason as AttendancePageRefusal);
    return { step: 'here' as const, name: here.made.name, memberId };
  },
  wrong: async ({ locals, params, request }) => {
    const form = await request.formData();
    const memberId = String(form.get('member') ?? '');
    if (!isId(memberId)) return refusedWith('none_chosen');
    const gone = await locals.asHolder(params.token, 'room', (scope) => sayNotHere(scope, memberId), form);
    return gone.done ? { step: 'taken' as const } : refusedWith(gone.reason as AttendancePageRefusal);
  },
};
