import { error, fail } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { venueText } from '#domain/invitations/venue.text.ts';
import { choosePlace } from '#domain/meetings/choose-place.server.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import type { PlacePageRefusal } from '#domain/meetings/place.text.ts';
import { type Place, placeOf, type TypedPlace, typedOf, typedPlaceIn } from '#domain/meetings/place.ts';
import { lineIn } from '#domain/meetings/typed.ts';
import { recallWaiting } from '#domain/notices/recall-waiting.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, frame, meeting } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const meetings = await locals.inCluster(params.cluster, listMeetings);
  const last = meeting.place
    ? undefined
    : meetings.find(({ place, meetingId }) => place !== '' && meetingId !== params.meeting);
  const above = `/c/${params.cluster}/meetings/${params.meeting}/venue`;
  const crumbs = [...(frame.crumbs ?? []), { href: above, label: venueText[locals.locale].title }];
  return { last: last ? typedOf(last) : null, above, frame: { ...frame, crumbs } };
};

type Refused = {
  step: 'refused';
  refusal: PlacePageRefusal | 'too_late';
  field: keyof Place | '';
  typed: TypedPlace | null;
};
const refusedWith = (refused: Omit<Refused, 'step'>) => fail(409, { step: 'refused', ...refused } as Refused);

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const form = await request.formData();
    const typed = typedPlaceIn(form);
    const place = placeOf(typed);
    if ('refusal' in place) return refusedWith({ ...place, typed });
    const chosen = await locals.inCluster(
      params.cluster,
      (scope) => choosePlace(scope, params.meeting, place),
      form,
    );
    if (!chosen.done) return refusedWith({ refusal: chosen.reason, field: '', typed });
    return { step: 'saved' as const, ...chosen.made };
  },
  recall: async ({ locals, params, request }) => {
    const form = await request.formData();
    const recalled = await locals.inCluster(
      params.cluster,
      (scope) => recallWaiting(scope, lineIn(form, 'round')),
      form,
    );
    if (!recalled.done) return refusedWith({ refusal: 'too_late', field: '', typed: null });
    return { step: 'recalled' as const };
  },
};
