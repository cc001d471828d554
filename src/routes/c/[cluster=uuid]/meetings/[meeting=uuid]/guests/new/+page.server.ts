import { randomUUID } from 'node:crypto';
import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { addGuest } from '#domain/partners/add-guest.server.ts';
import { guestText } from '#domain/partners/guest.text.ts';
import { listGuests } from '#domain/partners/guests.server.ts';
import { addPartner } from '#domain/partners/keep-partner.server.ts';
import { partnerIn, personIn, refusalOfPerson } from '#domain/partners/partner.ts';
import { listPartners } from '#domain/partners/partners.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, frame } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const { partners, guests } = await locals.inCluster(params.cluster, async (scope) => ({
    partners: await listPartners(scope),
    guests: await listGuests(scope, params.meeting),
  }));
  const already = new Set(
    guests.filter(({ cancelledAt }) => !cancelledAt).map(({ partnerPersonId }) => partnerPersonId),
  );
  const people = partners
    .filter(({ isEnded }) => !isEnded)
    .flatMap(({ name: partnerName, people: some }) =>
      some.map(({ partnerPersonId, name }) => ({ partnerPersonId, name, partnerName })),
    )
    .filter(({ partnerPersonId }) => !already.has(partnerPersonId));
  const above = {
    href: `/c/${params.cluster}/meetings/${params.meeting}/guests`,
    label: guestText[locals.locale].title,
  };
  return { people, frame: { ...frame, crumbs: [...frame.crumbs, above] } };
};

const at = ({ cluster, meeting }: { cluster: string; meeting: string }) =>
  `/c/${cluster}/meetings/${meeting}/guests`;

export const actions: Actions = {
  pick: async ({ locals, params, request }) => {
    const form = await request.formData();
    const person = String(form.get('person') ?? '');
    if (!person) return fail(409, { picked: { person, refusal: 'no_such_person' as const } });
    const added = await locals.inCluster(
      params.cluster,
      (scope) => addGuest(scope, randomUUID(), params.meeting, person),
      form,
    );
    if (!added.done) return fail(409, { picked: { person, refusal: added.reason } });
    redirect(303, `${at(params)}/${added.made.guestId}`);
  },
  fresh: async ({ locals, params, request }) => {
    const form = await request.formData();
    const [wish, person] = [partnerIn(form), personIn(form)];
    const typed = { wish, person };
    const refusal = refusalOfPerson(person);
    if (refusal) return fail(409, { fresh: { ...typed, refusal } });
    const first = { ...person, id: randomUUID() };
    const partner = await locals.inCluster(
      params.cluster,
      (scope) => addPartner(scope, randomUUID(), wish, first),
      form,
    );
    if (!partner.done) return fail(409, { fresh: { ...typed, refusal: partner.reason } });
    const { partnerPersonId } = partner.made;
    const added = await locals.inCluster(params.cluster, (scope) =>
      addGuest(scope, randomUUID(), params.meeting, partnerPersonId ?? ''),
    );
    redirect(303, added.done ? `${at(params)}/${added.made.guestId}` : at(params));
  },
};
