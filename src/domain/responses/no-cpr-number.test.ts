import { expect, test } from 'vitest';
import { inventedNumbers } from '#domain/deliveries/cpr.fixtures.ts';
import { aMeeting } from '#domain/meetings/meetings.fixtures.ts';
import { answersIn } from '#domain/questionnaires/answers-in-form.ts';
import { aQuestion } from '#domain/questionnaires/questionnaires.fixtures.ts';
import { aCluster } from '#test/build.ts';
import { keepDraft } from './keep-draft.server.ts';
import { answerAs, aQuestionnaire, aRound, follow, rowsOf } from './responses.fixtures.ts';

const [invented] = inventedNumbers(1, true, 7);
const bare = `${invented!.ddmmyy}${invented!.serial}`;
const definition = aQuestionnaire({
  questions: [
    aQuestion({ key: 'antal', type: 'number', question: 'Hvor mange?' }),
    aQuestion({ key: 'ord', type: 'short_text', question: 'Et ord?' }),
  ],
});

test.each([true, false])('no answer and no draft holds a CPR number, with names %s', async (isNamed) => {
  const cluster = await aCluster({ practices: 1 });
  const { meetingId } = await aMeeting(cluster);
  const roundId = await aRound({ clusterId: cluster.clusterId, meetingId, definition, isNamed });
  await follow();
  const { doctor } = cluster.practices[0]!;
  for (const [name, typed] of [
    ['q:antal', bare],
    ['q:antal', `${bare.slice(0, 1)}.${bare.slice(1, 4)}.${bare.slice(4, 7)}.${bare.slice(7)}`],
    ['q:antal', `${invented!.ddmmyy}-${invented!.serial}`],
    ['q:ord', `Fru J ${invented!.ddmmyy}-${invented!.serial}`],
  ] as const) {
    const form = new FormData();
    form.set(name, typed);
    const { answers } = answersIn(form, definition, 'member');
    const draft = { answers, code: '' };
    const keep = cluster.as(doctor, (scope) => keepDraft(scope, roundId, 'secret', draft));
    await expect(keep, typed).rejects.toThrow();
    const whole = { antal: 1, ord: 'Ro', ...answers };
    await expect(answerAs(cluster, doctor, { roundId, answers: whole }), typed).rejects.toThrow();
  }
  expect(await rowsOf('sealed_response', roundId)).toBe(0);
});
