import { fail } from '@sveltejs/kit';
import { MUTABLE_KINDS } from '#domain/notices/meeting-letter.ts';
import { listMuted, muteKind, unmuteKind } from '#domain/notices/mute-kind.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) =>
  locals.asPerson(async (scope) => {
    const muted = await listMuted(scope);
    return { kinds: MUTABLE_KINDS.map((kind) => ({ kind, isMuted: muted.includes(kind) })) };
  });

export const actions: Actions = {
  mute: async ({ locals, request }) => {
    const form = await request.formData();
    const kind = String(form.get('kind') ?? '');
    const changed = await locals.asPerson((scope) => muteKind(scope, kind), form);
    return changed.done ? { isSaved: true } : fail(409, { isSaved: false });
  },
  unmute: async ({ locals, request }) => {
    const form = await request.formData();
    const kind = String(form.get('kind') ?? '');
    await locals.asPerson((scope) => unmuteKind(scope, kind), form);
    return { isSaved: true };
  },
};
