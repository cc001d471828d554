import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { copyPackage } from '#domain/packages/copy-package.server.ts';
import { findPackage } from '#domain/packages/packages.server.ts';
import { packagesText } from '#domain/packages/packages.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame, roles } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const all = await findPackage(scope, { packageKey: params.key });
    const indicators = (await listIndicators(scope)).filter(({ key }) => all?.indicators.includes(key));
    return all && { all, indicators };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/packages`, label: packagesText[locals.locale].title };
  return {
    ...found,
    leads: roles.some((role) => role === 'coordinator' || role === 'board'),
    arranges: roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary'),
    frame: { ...frame, crumbs: [above] },
  };
};

export const actions: Actions = {
  copy: async ({ locals, params, request }) => {
    const form = await request.formData();
    const copied = await locals.inCluster(params.cluster, (scope) => copyPackage(scope, params.key), form);
    if (!copied.done) return fail(409, { refusal: copied.reason });
    redirect(303, `/c/${params.cluster}/packages/own/${copied.made.ownPackageId}?said=copied`);
  },
};
