import { type MeetingPackage, type PackageChoice, questionnaireOf } from '#domain/packages/package.ts';
import { findPackage } from '#domain/packages/packages.server.ts';
import type { Questionnaire } from '#domain/questionnaires/question.ts';
import { findOwnQuestionnaire, listOwnQuestionnaires } from '#domain/questionnaires/questionnaires.server.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { EVALUATION } from './evaluation.ts';
import { type RoundDays, type RoundPurpose, USUAL_DAYS } from './round.ts';
import { findRound, listRounds } from './rounds.server.ts';

/** What can be asked at a meeting: of its package, the cluster's own, an earlier round again, or how the meeting was. */
export type RoundChoice = {
  /** What a form names it by: `package`, `own:<id>`, `again:<id>` or `evaluation`. */
  what: string;
  from: 'package' | 'own' | 'again' | 'evaluation';
  title: string;
  questions: number;
  /** The meeting of an earlier round; empty for others. */
  meetingTitle: string;
};

/** What is chosen, as it is to be planned. */
export type ChosenRound = {
  purpose: RoundPurpose;
  definition: Questionnaire;
  followsId: string | null;
  days: RoundDays;
};

/** What can be asked at a meeting, the nearest first. What it asks already is not offered once more. */
export async function listRoundChoices(scope: ClusterScope, meetingId: string): Promise<RoundChoice[]> {
  const rounds = await listRounds(scope);
  const here = rounds.filter((round) => round.meetingId === meetingId);
  const ofPackage = await chosenOfMeeting(scope, meetingId);
  const own = await listOwnQuestionnaires(scope);
  const choices: RoundChoice[] = [];
  const offer = (choice: Pick<RoundChoice, 'what' | 'from'>, asked: Questionnaire, meetingTitle = '') =>
    choices.push({ ...choice, title: asked.title, questions: asked.questions.length, meetingTitle });
  if (ofPackage && !here.some(({ definition }) => definition.title === ofPackage.definition.title))
    offer({ what: 'package', from: 'package' }, ofPackage.definition);
  for (const { content, ownQuestionnaireId } of own)
    if (content.questions.length > 0) offer({ what: `own:${ownQuestionnaireId}`, from: 'own' }, content);
  // Of those that repeat one another the last is the one to repeat.
  const repeated = new Set(rounds.map(({ followsId }) => followsId));
  for (const { definition, meetingTitle, purpose, questionnaireRoundId, state } of rounds)
    if (purpose === 'topic' && state === 'counted' && !repeated.has(questionnaireRoundId))
      offer({ what: `again:${questionnaireRoundId}`, from: 'again' }, definition, meetingTitle);
  if (!here.some(({ purpose }) => purpose === 'evaluation'))
    offer({ what: 'evaluation', from: 'evaluation' }, EVALUATION);
  return choices;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What a form or an address names, or null where it is none: also `package:<key>` of a package that came along. */
export async function findRoundChoice(
  scope: ClusterScope,
  meetingId: string,
  what: string,
): Promise<ChosenRound | null> {
  const [from, id = ''] = what.split(':');
  if (what === 'evaluation') return asked(EVALUATION, USUAL_DAYS.evaluation, 'evaluation');
  if (what === 'package') return chosenOfMeeting(scope, meetingId);
  if (from === 'package')
    return chosenOfPackage(scope, UUID.test(id) ? { ownPackageId: id } : { packageKey: id });
  if (!UUID.test(id)) return null;
  if (from === 'own') {
    const own = await findOwnQuestionnaire(scope, id);
    return own && !own.endedAt ? asked(own.content) : null;
  }
  return from === 'again' ? chosenAgain(scope, id) : null;
}

async function chosenAgain(scope: ClusterScope, roundId: string): Promise<ChosenRound | null> {
  const round = await findRound(scope, roundId);
  if (round?.state !== 'counted') return null;
  return { ...asked(round.definition), followsId: roundId };
}

async function chosenOfMeeting({ db }: ClusterScope, meetingId: string): Promise<ChosenRound | null> {
  const row = await db
    .selectFrom('meeting')
    .select('package')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  return chosenIn(row?.package as unknown as MeetingPackage | null | undefined);
}

async function chosenOfPackage(scope: ClusterScope, choice: PackageChoice): Promise<ChosenRound | null> {
  return chosenIn(await findPackage(scope, choice));
}

function chosenIn(made: MeetingPackage | null | undefined): ChosenRound | null {
  const definition = made && questionnaireOf(made);
  return definition ? asked(definition, made.questionnaireDays) : null;
}

function asked(
  definition: Questionnaire,
  days: RoundDays = USUAL_DAYS.topic,
  purpose: RoundPurpose = 'topic',
): ChosenRound {
  return { purpose, definition, followsId: null, days };
}
