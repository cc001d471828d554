import { fail, redirect } from '@sveltejs/kit';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { resumePackage } from '#domain/packages/end-package.server.ts';
import { findOwnPackage, listPackages } from '#domain/packages/packages.server.ts';
import type { Actions, PageServerLoad } from './$types';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  const gone = url.searchParams.get('ended') ?? '';
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const packages = await listPackages(scope);
    const indicators = await listIndicators(scope);
    const ended = UUID.test(gone) ? await findOwnPackage(scope, gone) : null;
    return {
      packages,
      ownCounts: indicators.filter(({ isOwnCount }) => isOwnCount).map(({ key }) => key),
      ended: ended?.endedAt ? { ownPackageId: gone, title: ended.definition.title } : null,
    };
  });
  return {
    ...found,
    leads: roles.some((role) => role === 'coordinator' || role === 'board'),
    frame: { ...frame, isBroad: true },
  };
};

export const actions: Actions = {
  resume: async ({ locals, params, request }) => {
    const form = await request.formData();
    const own = String(form.get('own') ?? '');
    const resumed = await locals.inCluster(params.cluster, (scope) => resumePackage(scope, own), form);
    if (!resumed.done) return fail(409, { refusal: resumed.reason });
    redirect(303, `/c/${params.cluster}/packages/own/${own}?said=resumed`);
  },
};
