import { error, fail, redirect } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { changePackage, problemsWith } from '#domain/packages/change-package.server.ts';
import { type Draft, draftOf, editPartIn } from '#domain/packages/package-draft.ts';
import { arranged, changeOf, draftIn } from '#domain/packages/package-form.ts';
import type { PackageProblem } from '#domain/packages/package-problem.ts';
import { findOwnPackage } from '#domain/packages/packages.server.ts';
import { type PackageRefusal, packagesText } from '#domain/packages/packages.text.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { frame, roles } = await parent();
  const part = editPartIn(params.part);
  const found = await locals.inCluster(params.cluster, async (scope) => {
    const own = await findOwnPackage(scope, params.own);
    return own && { own, indicators: await listIndicators(scope) };
  });
  const leads = roles.some((role) => role === 'coordinator' || role === 'board');
  if (!part || !leads || !found || found.own.endedAt) error(404, accessText[locals.locale].not_found);
  const { definition, changedAt } = found.own;
  const packages = `/c/${params.cluster}/packages`;
  const crumbs = [
    { href: packages, label: packagesText[locals.locale].title },
    { href: `${packages}/own/${params.own}`, label: definition.title[locals.locale] },
  ];
  return {
    part,
    draft: draftOf(part, definition),
    seenAt: changedAt.toISOString(),
    title: definition.title[locals.locale],
    indicators: found.indicators.map(({ key, name }) => ({ value: key, label: name[locals.locale] })),
    frame: { ...frame, crumbs },
  };
};

type Shown = { draft: Draft; problems: readonly PackageProblem[]; refusal: PackageRefusal | null };

export const actions: Actions = {
  /** Moves a row or takes it out, as the form stands, and stores nothing. */
  arrange: async ({ params, request, locals }) => {
    const form = await request.formData();
    const part = editPartIn(params.part);
    if (!part) error(404, accessText[locals.locale].not_found);
    const draft = draftIn(part, form);
    const rows = arranged(draft.rows, String(form.get('arrange') ?? ''));
    return { draft: { ...draft, rows }, problems: [], refusal: null } satisfies Shown as Shown;
  },
  save: async ({ params, request, locals }) => {
    const form = await request.formData();
    const part = editPartIn(params.part);
    if (!part) error(404, accessText[locals.locale].not_found);
    const draft = draftIn(part, form);
    const change = changeOf(part, draft);
    const outcome = await locals.inCluster(
      params.cluster,
      async (scope): Promise<Shown | null> => {
        const own = await findOwnPackage(scope, params.own);
        if (!own) return { draft, problems: [], refusal: 'no_such_package' };
        const problems = await problemsWith(scope, own, change);
        if (problems.length > 0) return { draft, problems, refusal: null };
        const seenAt = new Date(String(form.get('seen') ?? ''));
        const seen = Number.isNaN(seenAt.getTime()) ? new Date(0) : seenAt;
        const changed = await changePackage(scope, params.own, change, seen);
        return changed.done ? null : { draft, problems: [], refusal: changed.reason };
      },
      form,
    );
    if (outcome) return fail(outcome.refusal ? 409 : 400, outcome);
    redirect(303, `/c/${params.cluster}/packages/own/${params.own}?said=saved`);
  },
};
