import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { changeMeeting } from '#domain/meetings/change-meeting.server.ts';
import type { ChangeRefusal } from '#domain/meetings/change-refusal.text.ts';
import { meetingKindIn, partIn } from '#domain/meetings/meeting.ts';
import { lengthIn } from '#domain/meetings/meeting-wish.ts';
import { givePart, listParts, takePart } from '#domain/meetings/parts.server.ts';
import { lineIn, textIn } from '#domain/meetings/typed.ts';
import { listMembers } from '#domain/members/members.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  return locals.inCluster(params.cluster, async (scope) => ({
    parts: await listParts(scope, params.meeting),
    members: (await listMembers(scope)).map(({ memberId, name }) => ({ memberId, name })),
    isSaved: url.searchParams.has('saved'),
  }));
};

type Typed = { title: string; kind: string; purpose: string; greeting: string; minutes: string };
type Refused = { refusal: ChangeRefusal; field: string; typed: Typed | null };
const FIELDS: Partial<Record<ChangeRefusal, string>> = {
  title_missing: 'title',
  title_too_long: 'title',
  purpose_too_long: 'purpose',
  greeting_too_long: 'greeting',
  minutes_not_understood: 'minutes',
};

export const actions: Actions = {
  change: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const words = {
      title: lineIn(form, 'title'),
      purpose: textIn(form, 'purpose'),
      greeting: textIn(form, 'greeting'),
    };
    const typed = { ...words, kind: lineIn(form, 'kind'), minutes: lineIn(form, 'minutes') };
    const [kind, minutes] = [meetingKindIn(typed.kind) ?? 'cluster', lengthIn(typed.minutes)];
    const refuse = (refusal: ChangeRefusal) =>
      fail(409, { refusal, field: FIELDS[refusal] ?? '', typed } as Refused);
    if (minutes === null) return refuse('minutes_not_understood');
    const changed = await locals.inCluster(
      params.cluster,
      (scope) => changeMeeting(scope, params.meeting, { ...words, kind, minutes }),
      form,
    );
    if (!changed.done) return refuse(changed.reason);
    redirect(303, `${url.pathname}?saved`);
  },
  give: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [member, part] = [lineIn(form, 'member'), partIn(form.get('part'))];
    if (!member || !part)
      return fail(400, { refusal: 'choice_missing', field: 'member', typed: null } as Refused);
    const given = await locals.inCluster(
      params.cluster,
      (scope) => givePart(scope, params.meeting, member, part),
      form,
    );
    if (!given.done) return fail(409, { refusal: given.reason, field: 'member', typed: null } as Refused);
    redirect(303, `${url.pathname}?saved#people`);
  },
  take: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const [member, part] = [lineIn(form, 'member'), partIn(form.get('part'))];
    if (!part) error(404, accessText[locals.locale].not_found);
    const taken = await locals.inCluster(
      params.cluster,
      (scope) => takePart(scope, params.meeting, member, part),
      form,
    );
    if (!taken.done) return fail(409, { refusal: taken.reason, field: '', typed: null } as Refused);
    redirect(303, `${url.pathname}?saved#people`);
  },
};
