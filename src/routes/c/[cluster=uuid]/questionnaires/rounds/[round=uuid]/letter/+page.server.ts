import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { previewLetter } from '#domain/notices/preview-letter.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent }) => {
  const { arranges, round } = await parent();
  if (!arranges) error(404, accessText[locals.locale].not_found);
  const kind = round.purpose === 'evaluation' ? ('evaluation' as const) : ('questionnaire' as const);
  const { meetingId, questionnaireRoundId } = round;
  const letter = await locals.inCluster(params.cluster, (scope) =>
    previewLetter(scope, { kind, meetingId, questionnaireRoundId, to: { personId: scope.personId } }),
  );
  return { letter };
};
