import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { lettersPageText } from '#domain/notices/letters-page.text.ts';
import { receiverOf } from '#domain/notices/meeting-letter.ts';
import { previewLetter } from '#domain/notices/preview-letter.server.ts';
import { type PreviewedKind, previewedIn } from '#domain/notices/waiting-round.ts';
import type { To } from '#domain/notices/write-meeting-letter.server.ts';
import { findGuest } from '#domain/partners/guests.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import type { PageServerLoad } from './$types';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { arranges, frame } = await parent();
  const kind = previewedIn(url.searchParams.get('kind'));
  if (!arranges || !kind) error(404, accessText[locals.locale].not_found);
  const about = { kind, meetingId: params.meeting, guest: url.searchParams.get('guest') ?? '' };
  const preview = await locals.inCluster(params.cluster, (scope) => read(scope, about));
  if (!preview) error(404, accessText[locals.locale].not_found);
  const at = `/c/${params.cluster}/meetings/${params.meeting}`;
  const above = { href: `${at}/letters`, label: lettersPageText[locals.locale].title };
  return { ...preview, kind, at, frame: { ...frame, crumbs: [...(frame.crumbs ?? []), above] } };
};

type About = { kind: PreviewedKind; meetingId: string; guest: string };

/** The letter as it would be sent now, to the reader as one of the members, to a guest or to the venue. */
async function read(scope: ClusterScope, { kind, meetingId, guest }: About) {
  const to = await receiver(scope, { kind, meetingId, guest });
  if (!to) return null;
  const letter = await previewLetter(scope, { kind, meetingId, to });
  return { letter, guestId: to !== 'venue' && 'guestId' in to ? to.guestId : null };
}

async function receiver(scope: ClusterScope, { kind, meetingId, guest }: About): Promise<To | null> {
  const is = receiverOf(kind);
  if (is === 'venue') return 'venue';
  if (is === 'member') return { personId: scope.personId };
  const found = UUID.test(guest) ? await findGuest(scope, guest) : null;
  return found?.meetingId === meetingId ? { guestId: found.guestId } : null;
}
