import { error, fail } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { makePaper } from '#domain/notices/hand-over-link.server.ts';
import { unreachedIn } from '#domain/notices/letter-state.ts';
import { listLettersOfMeeting } from '#domain/notices/letters-of-meeting.server.ts';
import { lettersPageText } from '#domain/notices/letters-page.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, frame } = await parent();
  const letters = arranges
    ? await locals.inCluster(params.cluster, (scope) => listLettersOfMeeting(scope, params.meeting))
    : [];
  const person = unreachedIn(letters).find(({ memberId }) => memberId === params.member);
  if (!person) error(404, accessText[locals.locale].not_found);
  const above = {
    href: `/c/${params.cluster}/meetings/${params.meeting}/letters`,
    label: lettersPageText[locals.locale].title,
  };
  return { name: person.receiver, above, frame: { ...frame, crumbs: [...(frame.crumbs ?? []), above] } };
};

export const actions: Actions = {
  default: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const made = await locals.inCluster(
      params.cluster,
      (scope) => makePaper(scope, params.member, params.meeting, url.origin),
      form,
    );
    return made.done ? { paper: made.made } : fail(409, { refusal: made.reason });
  },
};
