import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { fhirOf } from '#domain/questionnaires/fhir-questionnaire.ts';
import { findOwnQuestionnaire } from '#domain/questionnaires/questionnaires.server.ts';
import { choiceLabels } from '#domain/questionnaires/scale.text.ts';
import type { RequestHandler } from './$types';

/** A questionnaire of the cluster's own as FHIR, in Danish, as another cluster or system can take it in. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const own = await locals.inCluster(params.cluster, (scope) =>
    findOwnQuestionnaire(scope, params.questionnaire),
  );
  if (!own) error(404, accessText[locals.locale].not_found);
  const fhir = fhirOf(own.content, (question) => choiceLabels('da', question));
  return new Response(`${JSON.stringify(fhir, null, 2)}\n`, {
    headers: {
      'content-type': 'application/fhir+json; charset=utf-8',
      'content-disposition': 'attachment; filename="questionnaire.json"',
    },
  });
};
