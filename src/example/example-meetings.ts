import { randomUUID } from 'node:crypto';
import { makeAgreement } from '#domain/agreements/make-agreement.server.ts';
import { listAgenda } from '#domain/meetings/agenda.server.ts';
import { daysAfter } from '#domain/meetings/calendar-day.ts';
import { closeMeeting, stateNoAgreement } from '#domain/meetings/close-meeting.server.ts';
import { makeMeeting } from '#domain/meetings/make-meeting.server.ts';
import { listMeetings } from '#domain/meetings/meetings.server.ts';
import { registerAttendance } from '#domain/meetings/register-attendance.server.ts';
import { resolve } from '#domain/meetings/resolve.server.ts';
import { writeMinutes } from '#domain/meetings/write-minutes.server.ts';
import { listTopics } from '#domain/topics/topics.server.ts';
import type { Database } from '#platform/database.ts';
import type { ClusterScope } from '#platform/scope.server.ts';
import { enterCosts } from './example-money.ts';
import { hearYes } from './example-partners.ts';
import { type Cast, IDEAS } from './example-topics.ts';
import { accomplished, enterAs } from './stage.ts';

/** A meeting of the past: from which package, when it was planned and held, and what came of it. */
type Held = {
  packageKey: string;
  title: string;
  /** The proposal that it takes up. */
  topic: string;
  planned: Date;
  held: Date;
  notes: string;
  decision: string;
  agreement: { what: string; measure: string; indicatorKey: string } | null;
};

const next = (scope: ClusterScope): ClusterScope => ({ ...scope, commandId: randomUUID() });
const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

/** The two meetings that a cluster has held: one whose agreement is to be measured again, and one about itself. */
export async function holdMeetings(
  web: Database,
  cast: Cast,
  days: Record<'plannedFirst' | 'heldFirst' | 'plannedSecond' | 'heldSecond', Date>,
): Promise<void> {
  await hold(web, cast, {
    packageKey: 'opioider',
    title: 'Opioider ved kroniske smerter',
    topic: IDEAS[0]![0],
    planned: days.plannedFirst,
    held: days.heldFirst,
    notes:
      'Vi så klyngens tal, og hver så sit eget. Forskellene handler mest om, hvem der fornyer recepterne.',
    decision: 'Personalet spørger om slutdatoen, før en recept fornyes.',
    agreement: {
      what: 'Vi skriver en slutdato på alle nye opioidrecepter.',
      measure: 'Andel langtidsbrugere',
      indicatorKey: 'op2',
    },
  });
  await hold(web, cast, {
    packageKey: 'stop-op',
    title: 'Stop op: hvad vil vi med klyngen?',
    topic: IDEAS[2]![0],
    planned: days.plannedSecond,
    held: days.heldSecond,
    notes: 'Vi vil mødes tre gange om året, tage ét emne ad gangen og altid måle igen.',
    decision: 'Hvert møde slutter med én aftale, som kan måles.',
    agreement: null,
  });
}

async function hold(web: Database, cast: Cast, meeting: Held): Promise<void> {
  const planning = await enterAs(web, cast.founder, meeting.planned);
  const meetingId = await planning.inCluster(cast.clusterId, async (scope) => {
    const planned = await meetingOf(scope, meeting, { heldOn: dayOf(meeting.held), startsAt: '17:00' });
    if (planned && meeting.agreement) await hearYes(scope, planned, 'pain');
    return planned;
  });
  if (!meetingId) return;
  const after = await enterAs(web, cast.founder, new Date(meeting.held.getTime() + 86_400_000));
  await after.inCluster(cast.clusterId, (scope) => writeUp(scope, meetingId, { cast, meeting }));
}

/** Makes a meeting of a package, unless one of its title is there already; answers its id, or null. */
export async function meetingOf(
  scope: ClusterScope,
  { packageKey, title, topic }: Pick<Held, 'packageKey' | 'title' | 'topic'>,
  ...days: { heldOn: string; startsAt: string }[]
): Promise<string | null> {
  if ((await listMeetings(scope)).some((meeting) => meeting.title === title)) return null;
  const found = (await listTopics(scope)).find(({ sentence }) => sentence === topic);
  const topicId = found?.topicId ?? null;
  const wish = { source: { packageKey }, kind: 'cluster', title, minutes: 165, topicId, days } as const;
  return accomplished(await makeMeeting(next(scope), randomUUID(), { ...wish, days: [...days] }))!.meetingId;
}

async function writeUp(
  scope: ClusterScope,
  meetingId: string,
  { cast, meeting }: { cast: Cast; meeting: Held },
): Promise<void> {
  await scope.db.updateTable('meeting').set({ state: 'held' }).where('meetingId', '=', meetingId).execute();
  const present = cast.doctors.filter((_, at) => at % 5 !== 4).map(({ memberId }) => memberId);
  const listed = cast.doctors.map(({ memberId }) => memberId);
  accomplished(await registerAttendance(next(scope), meetingId, listed, present));
  const figures = (await listAgenda(scope, meetingId)).find(
    ({ kind }) => kind === 'figures' || kind === 'plenum',
  );
  const agendaItemId = figures?.agendaItemId ?? null;
  if (agendaItemId)
    accomplished(
      await writeMinutes(next(scope), meetingId, [{ agendaItemId, was: '', typed: meeting.notes }]),
    );
  const words = {
    kind: 'decision',
    sentence: meeting.decision,
    owner: 'Alle praksisser',
    ownerId: null,
  } as const;
  accomplished(await resolve(next(scope), meetingId, { ...words, dueOn: null, agendaItemId }));
  await agree(scope, meetingId, meeting);
  if (meeting.agreement) await enterCosts(scope, meetingId, dayOf(meeting.held));
  accomplished(await closeMeeting(next(scope), meetingId));
}

async function agree(scope: ClusterScope, meetingId: string, { agreement, held }: Held): Promise<void> {
  if (!agreement) {
    const reason = 'Mødet handlede om, hvordan vi arbejder, og ikke om patienter.';
    accomplished(await stateNoAgreement(next(scope), meetingId, reason));
    return;
  }
  const day = dayOf(held);
  const when = {
    byOn: daysAfter(day, 30),
    measuredAgainOn: daysAfter(day, 184),
    secondMeasureOn: daysAfter(day, 365),
  };
  const wish = { ...agreement, ...when, who: 'Alle praksisser' };
  accomplished(await makeAgreement(next(scope), randomUUID(), meetingId, wish));
}
