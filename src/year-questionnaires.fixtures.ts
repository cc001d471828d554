import { muteByLink } from '#domain/notices/mute-kind.server.ts';
import type { Answers } from '#domain/questionnaires/question.ts';
import { handIn } from '#domain/responses/hand-in.server.ts';
import { keepDraft } from '#domain/responses/keep-draft.server.ts';
import { ofDay } from '#domain/responses/occasion.ts';
import { askRoundAgain } from '#domain/responses/plan-chosen-round.server.ts';
import { changeRound } from '#domain/responses/plan-round.server.ts';
import type { RoundPurpose } from '#domain/responses/round.ts';
import { findRound, listRounds } from '#domain/responses/rounds.server.ts';
import { throughLink } from '#platform/scope.server.ts';
import { web } from '#test/world.ts';
import type { AYear } from './year.fixtures.ts';
import type { Name } from './year-people.fixtures.ts';

const BEFORE = {
  slutdato: '2',
  kontrol: '3',
  nedtrapning: '2',
  personale: 'no',
  fornyelse: '2',
  hjaelp: '2',
};

/** What is answered: before the meeting about opioids and half a year after it, about falls, and about a meeting. */
export const SAID = {
  before: { ...BEFORE, svaerest: 'At sige nej' },
  later: { ...BEFORE, slutdato: '5', svaerest: 'Tiden' },
  falls: { spoerger: '3', gennemgang: '2', vaek: '2', opfoelgning: '3', hjemmepleje: '4', hindring: 'Tiden' },
  evaluation: { 'tid-vaerd': '4', 'goer-anderledes': '4', 'alle-hoert': '5', bedre: 'Mere tid' },
} as const satisfies Record<string, Answers>;

/** The newest round of a meeting that has this purpose. */
export async function roundOf({ seen }: AYear, meetingId: string, purpose: RoundPurpose): Promise<string> {
  const rounds = await seen('anna', (scope) => listRounds(scope, meetingId));
  return rounds.find((round) => round.purpose === purpose)!.questionnaireRoundId;
}

/** Somebody answers a round by the link of the newest mail that brought them one. */
export function answer(
  { byMail }: AYear,
  moment: string,
  who: Name,
  { answers, roundId }: { roundId: string; answers: Answers },
) {
  return byMail(moment, who, (scope) => handIn(scope, roundId, { answers, code: '' }));
}

/** Somebody answers the first question of a round and keeps it for later. */
export function beginToAnswer({ byMail }: AYear, moment: string, who: Name, roundId: string) {
  const draft = { answers: { slutdato: '2' }, code: '' };
  return byMail(moment, who, (scope) => keepDraft(scope, roundId, 'the secret of a link', draft));
}

/** Anna has the questionnaire of a meeting go to everybody in the practices, on the same days. */
export async function askEverybody(year: AYear, moment: string, meetingId: string) {
  const roundId = await roundOf(year, meetingId, 'topic');
  const { closesOn, isNamed, opensOn, partnerId } = (await year.seen('anna', (scope) =>
    findRound(scope, roundId),
  ))!;
  const wish = { asks: 'everybody', partnerId, isNamed, opensOn, closesOn } as const;
  await year.at(moment, 'anna', (scope) => changeRound(scope, roundId, wish));
  return roundId;
}

/** Anna has a round asked once more, so that it is over on a day on which its agreement is measured. */
export async function askAgain(
  year: AYear,
  moment: string,
  { by, roundId }: { roundId: string; by: string },
) {
  const { questionnaireRoundId } = await year.at(moment, 'anna', (scope) =>
    askRoundAgain(scope, roundId, ofDay(by)),
  );
  return questionnaireRoundId;
}

/** Somebody ends reminders of questionnaires, by the link in the head of the newest one. */
export async function muteReminders({ arrived, clock, people }: AYear, moment: string, who: Name) {
  const now = await clock.actAt(moment);
  const mail = arrived.findLast(
    ({ mail: { subject = '' }, to }) =>
      to.includes(people[who].email) && subject.startsWith('Du mangler at svare'),
  );
  const link = /\/u\/([\w-]{43})/.exec(mail?.raw.replace(/\r?\n[ \t]/g, '') ?? '')?.[1] ?? '';
  const muted = await throughLink(web, { link, now }, 'mute', (scope) => muteByLink(scope, who));
  if (!muted?.done) throw new Error(`${who} could not end reminders`);
}
