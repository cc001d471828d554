import type { InsertObject } from 'kysely';
import type { DB } from '#platform/database.ts';
import { NOW, newId, owner } from '#test/world.ts';
import type { Ids, Place } from './gates-meetings.fixtures.ts';

const put = <T extends keyof DB & string>(table: T, ...rows: InsertObject<DB, T>[]) =>
  owner.insertInto(table).values(rows).execute();

/** Rounds of a questionnaire in every state, with everything that hangs on them; answers who is asked by a link. */
export async function questionnairesOf(
  { clusterId, coordinator, doctor }: Place,
  meeting: Ids,
): Promise<{ respondentId: string }> {
  const [partnerId, partnerPersonId] = [newId(), newId()];
  await put('partner', { clusterId, partnerId, name: 'Akutfunktionen', kind: 'municipality', madeAt: NOW });
  await put('partnerPerson', {
    clusterId,
    partnerPersonId,
    partnerId,
    name: 'Sanne',
    email: 's@kommune.example',
  });
  const rounds = { planned: newId(), open: newId(), named: newId(), counted: newId() };
  await put(
    'questionnaireRound',
    ...Object.entries(rounds).map(([state, questionnaireRoundId]) => ({
      clusterId,
      questionnaireRoundId,
      meetingId: meeting.ahead,
      purpose: 'topic',
      definition: '{"title":"Et skema","intro":"","isWellbeing":false,"questions":[]}',
      state: state === 'named' ? 'open' : state,
      isNamed: state === 'named',
      partnerId,
      opensOn: '2026-02-20',
      closesOn: '2026-03-20',
      publicKey: Buffer.alloc(32),
      plannedAt: NOW,
      openedAt: NOW,
      countedOn: state === 'counted' ? '2026-03-01' : null,
    })),
  );
  const respondentId = newId();
  for (const questionnaireRoundId of [rounds.open, rounds.named, rounds.counted])
    await answersOf({ clusterId, questionnaireRoundId }, [doctor.memberId, coordinator.memberId]);
  const asked = { clusterId, questionnaireRoundId: rounds.open, askedOn: '2026-02-20' };
  await put('respondent', { ...asked, respondentId, partnerPersonId });
  return { respondentId };
}

type Of = { clusterId: string; questionnaireRoundId: string };

async function answersOf(own: Of, members: readonly string[]): Promise<void> {
  for (const memberId of members) {
    const respondentId = newId();
    await put('respondent', { ...own, respondentId, memberId, askedOn: '2026-02-20' });
    const { clusterId } = own;
    const sealed = Buffer.alloc(64);
    await put('answerDraft', { clusterId, respondentId, sealed, savedOn: '2026-03-01' });
    await put('namedAnswer', { clusterId, respondentId, questionKey: 'tryg', answer: '"4"', givenAt: NOW });
    await put('sealedResponse', { ...own, sealed });
  }
  const given = { ...own, party: 'member', questionKey: 'tryg' };
  await put('anonymousAnswer', { ...given, answer: '"4"' });
  await put('textAnswer', { ...given, answer: 'Tiden', isReleased: true }, { ...given, answer: 'Pladsen' });
  await put('questionnaireResult', { ...own, party: 'member', result: '{}' });
}
