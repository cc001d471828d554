import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { questionnaireOf } from '#domain/packages/package.ts';
import { findPackage } from '#domain/packages/packages.server.ts';
import { questionnairesText } from '#domain/questionnaires/questionnaires.text.ts';
import { listMeetingsToAskAt } from '#domain/responses/occasions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  const { found, meetings } = await locals.inCluster(params.cluster, async (scope) => ({
    found: await findPackage(scope, { packageKey: params.key }),
    meetings: await listMeetingsToAskAt(scope),
  }));
  const questionnaire = found && questionnaireOf(found);
  const arranges = roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary');
  if (!questionnaire || !arranges) error(404, accessText[locals.locale].not_found);
  const isMirrored = questionnaire.questions.some(({ partnerQuestion }) => partnerQuestion !== '');
  const above = {
    href: `/c/${params.cluster}/questionnaires`,
    label: questionnairesText[locals.locale].title,
  };
  return {
    meetings,
    questionnaire,
    party:
      isMirrored && url.searchParams.get('party') === 'partner' ? ('partner' as const) : ('member' as const),
    leads: roles.some((role) => role === 'coordinator' || role === 'board'),
    frame: { ...frame, crumbs: [above] },
  };
};
