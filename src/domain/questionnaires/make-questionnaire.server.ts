import { randomUUID } from 'node:crypto';
import { command } from '#domain/access/command.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { readFhir } from './fhir-reading.ts';
import type { Questionnaire } from './question.ts';
import { parseQuestionnaire } from './questionnaire.ts';
import { titleApart } from './questionnaire-title.ts';
import { listQuestionnaireTitles } from './questionnaires.server.ts';

/**
 * Makes a questionnaire of the cluster's own, of fields that are checked. `madeFrom` is the title of what it is a copy
 * of, or empty. What it makes is the id.
 */
export const makeQuestionnaire = command(
  { permission: 'questionnaire.write', event: 'questionnaire.made' },
  async (scope: ClusterScope, _clusterId: string, content: unknown, madeFrom: string) => {
    const reading = parseQuestionnaire(content);
    if ('problems' in reading) return refused('questionnaire_broken');
    return made({ ownQuestionnaireId: await store(scope, reading.questionnaire, madeFrom) });
  },
);

/** Takes in a questionnaire that was sent as FHIR, as one of the cluster's own; refuses what there is no room for. */
export const importQuestionnaire = command(
  { permission: 'questionnaire.write', event: 'questionnaire.imported' },
  async (scope: ClusterScope, _clusterId: string, text: string) => {
    const reading = readFhir(text);
    if ('problems' in reading) return refused('questionnaire_broken');
    return made({ ownQuestionnaireId: await store(scope, reading.questionnaire, 'FHIR') });
  },
);

async function store(scope: ClusterScope, questionnaire: Questionnaire, madeFrom: string): Promise<string> {
  const { clusterId, db, now } = scope;
  const title = titleApart(questionnaire.title, await listQuestionnaireTitles(scope));
  const ownQuestionnaireId = randomUUID();
  const content = JSON.stringify({ ...questionnaire, title });
  await db
    .insertInto('ownQuestionnaire')
    .values({ clusterId, ownQuestionnaireId, content, madeFrom, madeAt: now, changedAt: now })
    .execute();
  return ownQuestionnaireId;
}
