import { randomUUID } from 'node:crypto';
import { makeQuestionnaire } from '#domain/questionnaires/make-questionnaire.server.ts';
import { listQuestionnaireTitles } from '#domain/questionnaires/questionnaires.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { accomplished } from './stage.ts';

const OWN = {
  title: 'Samarbejdet med Vestfjord Kommune',
  intro: 'Til formødet med kommunen. Det tager to minutter.',
  questions: [
    {
      key: 'kender',
      type: 'yes_no',
      question: 'Ved du, hvem du kan ringe til i kommunen?',
      partnerQuestion: 'Ved lægerne, hvem de kan ringe til?',
      isRequired: true,
    },
    {
      key: 'hvordan',
      type: 'single',
      question: 'Hvordan kontakter du dem som regel?',
      options: ['Telefon', 'Korrespondancemeddelelse', 'Henvisning'],
      showIf: { key: 'kender', isOneOf: ['yes'] },
    },
    {
      key: 'svar',
      type: 'scale',
      scale: 'frequency',
      question: 'Jeg får svar, som jeg kan bruge.',
      partnerQuestion: 'Lægerne får svar, som de kan bruge.',
      isRequired: true,
    },
    { key: 'oenske', type: 'long_text', question: 'Hvad ville gøre det lettere?' },
  ],
};

/** A questionnaire that the cluster has written itself, unless it has one. */
export async function keepOwnQuestionnaire(scope: ClusterScope): Promise<void> {
  if ((await listQuestionnaireTitles(scope)).size > 0) return;
  const own = { ...scope, commandId: randomUUID() };
  accomplished(await makeQuestionnaire(own, scope.clusterId, OWN, ''));
}
