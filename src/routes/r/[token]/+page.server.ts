import { error, fail } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import type { AttendancePageRefusal } from '#domain/meetings/attendance.text.ts';
import { findRoom, sayHere, sayNotHere } from '#domain/meetings/room.server.ts';
import { lineIn } from '#domain/meetings/typed.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await locals.asHolder(params.token, 'room', async (scope) => {
    const room = await findRoom(scope);
    return room && { ...room, isExample: scope.isExample, clusterName: scope.clusterName };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  return { ...found, frame: { isExample: found.isExample } };
};

export const actions: Actions = {
  here: async ({ locals, params, request }) => {
    const form = await request.formData();
    const memberId = lineIn(form, 'member');
    if (!memberId) return fail(400, { step: 'refused' as const, refusal: 'none_chosen' as const });
    const here = await locals.asHolder(params.token, 'room', (scope) => sayHere(scope, memberId), form);
    if (!here.done)
      return fail(409, { step: 'refused' as const, refusal: here.reason as AttendancePageRefusal });
    return { step: 'here' as const, name: here.made.name, memberId };
  },
  wrong: async ({ locals, params, request }) => {
    const form = await request.formData();
    const memberId = lineIn(form, 'member');
    const gone = await locals.asHolder(params.token, 'room', (scope) => sayNotHere(scope, memberId), form);
    if (!gone.done)
      return fail(409, { step: 'refused' as const, refusal: gone.reason as AttendancePageRefusal });
    return { step: 'taken' as const };
  },
};
