import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { daysAfter } from '#domain/meetings/calendar-day.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import { questionnaireOf } from '#domain/packages/package.ts';
import { findPackage } from '#domain/packages/packages.server.ts';
import type { Answers, Questionnaire } from '#domain/questionnaires/question.ts';
import { countRound } from '#domain/responses/count-round.server.ts';
import { EVALUATION } from '#domain/responses/evaluation.ts';
import { handIn } from '#domain/responses/hand-in.server.ts';
import { openRound } from '#domain/responses/open-rounds.server.ts';
import { planRound } from '#domain/responses/plan-round.server.ts';
import { releaseTexts } from '#domain/responses/release-texts.server.ts';
import { listRounds, listTextAnswers } from '#domain/responses/rounds.server.ts';
import type { Database } from '#platform/database.ts';
import type { KeyFolder } from '#platform/key-folder.ts';
import { asSystem, type ClusterScope, throughLink } from '#platform/scope.server.ts';
import {
  COPD_NOW,
  EVALUATED,
  EVALUATED_LATER,
  NURSES,
  NURSES_BY_DOCTORS,
  OPIOIDS_BEFORE,
  OPIOIDS_LATER,
} from './example-answers.ts';
import { partnerIdOf } from './example-partners.ts';
import type { Cast } from './example-topics.ts';
import { accomplished, enterAs } from './stage.ts';

type Stage = { web: Database; worker: Database; keys: KeyFolder; cast: Cast; now: Date };
type Days = Record<'plannedFirst' | 'heldFirst' | 'plannedSecond' | 'heldSecond', Date>;

const DAY = 86_400_000;
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);
const next = (scope: ClusterScope): ClusterScope => ({ ...scope, commandId: randomUUID() });

/**
 * What the cluster has been asked: before its first meeting and again before its second, after both how they were, and
 * now before the one that is planned, where a third have answered.
 */
export async function askAround(stage: Stage, days: Days): Promise<void> {
  const opioids = await ofPackage(stage, 'opioider', days.plannedFirst);
  const before = (held: Date) => ({
    opensOn: daysAfter(dayOf(held), -28),
    closesOn: daysAfter(dayOf(held), -5),
  });
  const after = (held: Date) => ({ opensOn: daysAfter(dayOf(held), 1), closesOn: daysAfter(dayOf(held), 8) });
  const titles = { first: 'Opioider ved kroniske smerter', second: 'Stop op: hvad vil vi med klyngen?' };
  const first = await ask(stage, {
    ...{ title: titles.first, definition: opioids, planned: days.plannedFirst, followsId: null },
    ...{ purpose: 'topic', ...before(days.heldFirst), answers: OPIOIDS_BEFORE, everybody: false },
  });
  await ask(stage, {
    ...{ title: titles.second, definition: opioids, planned: days.plannedSecond, followsId: first },
    ...{ purpose: 'topic', ...before(days.heldSecond), answers: OPIOIDS_LATER, everybody: false },
  });
  await ask(stage, {
    ...{ title: titles.second, definition: await ofPackage(stage, 'akutfunktion', days.plannedSecond) },
    ...{ planned: days.plannedSecond, followsId: null, purpose: 'topic', ...before(days.heldSecond) },
    ...{ answers: NURSES_BY_DOCTORS, nurses: NURSES, everybody: false },
  });
  for (const [title, planned, held, answers] of [
    [titles.first, days.plannedFirst, days.heldFirst, EVALUATED],
    [titles.second, days.plannedSecond, days.heldSecond, EVALUATED_LATER],
  ] as const)
    await ask(stage, {
      ...{ title, definition: EVALUATION, planned, followsId: null },
      ...{ purpose: 'evaluation', ...after(held), answers, everybody: true },
    });
  const today = dayOf(stage.now);
  await ask(stage, {
    title: 'KOL: den rette inhalation',
    definition: await ofPackage(stage, 'kol', stage.now),
    ...{ planned: stage.now, followsId: null, purpose: 'topic' },
    ...{ opensOn: today, closesOn: daysAfter(today, 12), answers: COPD_NOW, everybody: false },
  });
}

type Asking = {
  /** Of the meeting. */
  title: string;
  definition: Questionnaire;
  planned: Date;
  followsId: string | null;
  purpose: 'topic' | 'evaluation';
  opensOn: string;
  closesOn: string;
  answers: readonly Answers[];
  /** What the municipality's people answer, when they are asked as well. */
  nurses?: readonly Answers[];
  /** Whether answers are given by whoever was there, in the order of the list. */
  everybody: boolean;
};

/** Asks a round, has it answered and, when its time is over, counted. What was done already stays as it is. */
async function ask(stage: Stage, asking: Asking): Promise<string | null> {
  const { answers, closesOn, opensOn } = asking;
  const roundId = await plan(stage, asking);
  if (!roundId) return null;
  const { cast, keys, web, worker } = stage;
  const opened = new Date(Math.max(asking.planned.getTime(), Date.parse(`${opensOn}T09:00:00Z`)));
  await asSystem(worker, { now: opened }, (scope) => openRound(scope, roundId, keys));
  const known = ['answered_already', 'round_closed', 'not_asked', 'no_such_round'];
  for (const [at, { personId }] of cast.doctors.entries()) {
    const given = answers[at];
    if (!given) continue;
    const who = await enterAs(web, personId, opened);
    const handedIn = { answers: given, code: '' };
    accomplished(await who.inCluster(cast.clusterId, (scope) => handIn(scope, roundId, handedIn)), known);
  }
  if (asking.nurses) await answerByLink(stage, { roundId, answers: asking.nurses, now: opened });
  const counted = new Date(Date.parse(`${closesOn}T09:00:00Z`) + DAY);
  if (counted > stage.now) return roundId;
  await asSystem(worker, { now: counted }, (scope) => countRound(scope, roundId, keys));
  await keys.forget(roundId);
  await letOut(stage, roundId, counted);
  return roundId;
}

async function plan({ cast, web }: Stage, asking: Asking): Promise<string | null> {
  const { closesOn, definition, followsId, opensOn, purpose } = asking;
  const lead = await enterAs(web, cast.founder, asking.planned);
  return lead.inCluster(cast.clusterId, async (scope) => {
    const meeting = (await listMeetings(scope)).find(({ title }) => title === asking.title);
    if (!meeting) return null;
    const { meetingId } = meeting;
    const planned = (await listRounds(scope, meetingId)).find(
      (round) => round.purpose === purpose && round.definition.title === definition.title,
    );
    if (planned) return planned.questionnaireRoundId;
    const asks = asking.everybody ? 'attendees' : 'doctors';
    const partnerId = asking.nurses ? await partnerIdOf(scope, 'municipality') : null;
    const wish = { asks, partnerId, isNamed: false, opensOn, closesOn } as const;
    const round = { meetingId, purpose, definition, wish, followsId };
    return accomplished(await planRound(next(scope), randomUUID(), round))!.questionnaireRoundId;
  });
}

type ByLink = { roundId: string; answers: readonly Answers[]; now: Date };

/* The municipality's people answer by links as their mails would carry them. */
async function answerByLink({ web, worker }: Stage, { answers, now, roundId }: ByLink): Promise<void> {
  const links = await asSystem(worker, { now }, async ({ db }) => {
    const { rows } = await sql<{ id: string }>`
      select respondent_id as id from respondent where questionnaire_round_id = ${roundId}::uuid and partner_person_id is not null
      order by respondent_id`.execute(db);
    const made = rows.map(({ id }) => ({ id, link: randomBytes(32).toString('base64url') }));
    for (const { id, link } of made)
      await sql`insert into link (token_hash, cluster_id, purpose, meeting_id, respondent_id, made_at, expires_at)
        select hash_of(${link}), r.cluster_id, 'respondent', q.meeting_id, r.respondent_id, ${now}, ${new Date(now.getTime() + DAY)}
        from respondent r join questionnaire_round q using (questionnaire_round_id) where r.respondent_id = ${id}::uuid`.execute(
        db,
      );
    return made;
  });
  for (const [at, { link }] of links.entries()) {
    const handedIn = { answers: answers[at] ?? answers[0]!, code: '' };
    await throughLink(web, { link, now }, 'respondent', (scope) => handIn(scope, roundId, handedIn));
  }
}

// The coordinator has read the words, and let the first few out.
async function letOut({ cast, web }: Stage, roundId: string, now: Date): Promise<void> {
  const lead = await enterAs(web, cast.founder, now);
  await lead.inCluster(cast.clusterId, async (scope) => {
    const texts = await listTextAnswers(scope, roundId);
    const chosen = texts.slice(0, 4).map(({ textAnswerId }) => textAnswerId);
    if (chosen.length > 0) accomplished(await releaseTexts(next(scope), roundId, chosen));
  });
}

async function ofPackage({ cast, web }: Stage, packageKey: string, now: Date): Promise<Questionnaire> {
  const lead = await enterAs(web, cast.founder, now);
  const found = await lead.inCluster(cast.clusterId, (scope) => findPackage(scope, { packageKey }));
  const definition = found && questionnaireOf(found);
  if (!definition) throw new Error(`the package ${packageKey} asks nothing`);
  return definition;
}
