import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { findGuide } from '#domain/meetings/guide.server.ts';
import { listActionsBefore } from '#domain/meetings/resolutions.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, frame } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const found = await locals.inCluster(params.cluster, async (scope) => ({
    agenda: await listAgenda(scope, params.meeting),
    actions: await listActionsBefore(scope, params.meeting),
    guide: await findGuide(scope, params.meeting),
  }));
  return { ...found, frame: { ...frame, isBare: true } };
};
