import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { endPackage, resumePackage } from '#domain/packages/end-package.server.ts';
import { gapsIn } from '#domain/packages/package-gaps.ts';
import { findOwnPackage } from '#domain/packages/packages.server.ts';
import { packagesText } from '#domain/packages/packages.text.ts';
import type { Actions, PageServerLoad } from './$types';

const SAID = ['copied', 'imported', 'saved', 'resumed'] as const;

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const own = await findOwnPackage(scope, params.own);
    if (!own) return null;
    const indicators = await listIndicators(scope);
    const ownCounts = indicators.filter(({ isOwnCount }) => isOwnCount).map(({ key }) => key);
    return {
      all: own.definition,
      isEnded: own.endedAt !== null,
      indicators: indicators.filter(({ key }) => own.definition.indicators.includes(key)),
      gaps: gapsIn(own.definition, new Set(ownCounts)),
    };
  });
  if (!found) error(404, accessText[locals.locale].not_found);
  const above = { href: `/c/${params.cluster}/packages`, label: packagesText[locals.locale].title };
  return {
    ...found,
    said: SAID.find((word) => word === url.searchParams.get('said')) ?? null,
    leads: roles.some((role) => role === 'coordinator' || role === 'board'),
    arranges: roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary'),
    frame: { ...frame, crumbs: [above] },
  };
};

export const actions: Actions = {
  end: async ({ locals, params, request }) => {
    const form = await request.formData();
    const ended = await locals.inCluster(params.cluster, (scope) => endPackage(scope, params.own), form);
    if (!ended.done) return fail(409, { refusal: ended.reason });
    redirect(303, `/c/${params.cluster}/packages?ended=${params.own}`);
  },
  resume: async ({ locals, params, request, url }) => {
    const form = await request.formData();
    const resumed = await locals.inCluster(params.cluster, (scope) => resumePackage(scope, params.own), form);
    if (!resumed.done) return fail(409, { refusal: resumed.reason });
    redirect(303, `${url.pathname}?said=resumed`);
  },
};
