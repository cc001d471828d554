import type { MeetingPackage } from '#domain/packages/package.ts';
import { NOW, newId, owner } from '#test/world.ts';
import type { MeetingState } from './meeting.ts';

type MeetingWish = {
  kind?: string;
  title?: string;
  state?: MeetingState;
  heldOn?: string | null;
  startsAt?: string | null;
  minutes?: number;
  place?: string;
  topicId?: string | null;
  followsId?: string | null;
  packageKey?: string | null;
  package?: unknown;
  invitedAt?: Date | null;
};

/**
 * A meeting of the cluster, put straight into the tables: confirmed for Tuesday 14 April 2026 at 17.00 unless told
 * otherwise. One in the state of an idea or a poll has no day.
 */
export async function aMeeting(cluster: { clusterId: string }, wish: MeetingWish = {}) {
  const state = wish.state ?? 'confirmed';
  const hasDay = state !== 'idea' && state !== 'polling';
  const heldOn = wish.heldOn === undefined ? (hasDay ? '2026-04-14' : null) : wish.heldOn;
  const meeting = {
    meetingId: newId(),
    clusterId: cluster.clusterId,
    kind: wish.kind ?? 'cluster',
    title: wish.title ?? 'Opioider ved kroniske smerter',
    state,
    heldOn,
    startsAt: wish.startsAt ?? (heldOn ? '17:00:00' : null),
    minutes: wish.minutes ?? 150,
    place: wish.place ?? 'Kulturhuset',
    topicId: wish.topicId ?? null,
    followsId: wish.followsId ?? null,
    packageKey: wish.packageKey ?? null,
    package: wish.package === undefined ? null : JSON.stringify(wish.package),
    madeAt: NOW,
    invitedAt: wish.invitedAt ?? null,
    cancelledAt: state === 'cancelled' ? NOW : null,
    closedAt: state === 'closed' ? NOW : null,
  };
  await owner.insertInto('meeting').values(meeting).execute();
  return meeting;
}

/** An item of a meeting's agenda, straight into the tables; answers its id. */
export async function anAgendaItem(
  meeting: { clusterId: string; meetingId: string },
  wish: { title?: string; kind?: string; minutes?: number; position?: number; notes?: string } = {},
): Promise<string> {
  const agendaItemId = newId();
  await owner
    .insertInto('agendaItem')
    .values({
      clusterId: meeting.clusterId,
      meetingId: meeting.meetingId,
      agendaItemId,
      position: wish.position ?? 1,
      title: wish.title ?? 'Velkomst',
      kind: wish.kind ?? 'talk',
      minutes: wish.minutes ?? 10,
      notes: wish.notes ?? '',
    })
    .execute();
  return agendaItemId;
}

/** Something to be done about a meeting so many days from it, open, straight into the tables. */
export async function aDeadline(
  meeting: { clusterId: string; meetingId: string },
  wish: { act: string; offsetDays: number; dueOn: string },
): Promise<void> {
  const { clusterId, meetingId } = meeting;
  await owner
    .insertInto('deadline')
    .values({ clusterId, meetingId, ...wish })
    .execute();
}

/** The deadlines of a meeting as they stand, by their day: `invite_guest done`. */
export async function settledOf({ meetingId }: { meetingId: string }): Promise<string[]> {
  const rows = await owner
    .selectFrom('deadline')
    .select(['act', 'state'])
    .where('meetingId', '=', meetingId)
    .orderBy('dueOn')
    .execute();
  return rows.map(({ act, state }) => `${act} ${state}`);
}

/** Asks the members to the meeting, straight into the tables. */
export async function invited(
  meeting: { clusterId: string; meetingId: string },
  ...members: { memberId: string }[]
): Promise<void> {
  const rows = members.map(({ memberId }) => ({
    clusterId: meeting.clusterId,
    meetingId: meeting.meetingId,
    memberId,
    askedAt: NOW,
  }));
  await owner.insertInto('invitation').values(rows).execute();
}

/** Lays a package in the database, as loading its file would; what is not named is the least a package has. */
export async function aPackage(wish: Partial<MeetingPackage> & { key: string }): Promise<MeetingPackage> {
  const definition: MeetingPackage = { ...SMALL_PACKAGE, ...wish };
  await owner
    .insertInto('package')
    .values({
      packageKey: definition.key,
      version: definition.version,
      definition: JSON.stringify(definition),
      loadedAt: NOW,
    })
    .execute();
  return definition;
}

const part = { owner: '', material: '', isForGuest: false, guide: '' };
const SMALL_PACKAGE: MeetingPackage = {
  key: 'prove',
  version: 1,
  title: { da: 'Prøvepakken', en: 'The trial package' },
  summary: { da: 'Kort.', en: 'Short.' },
  meetingKind: 'cluster',
  minutes: 60,
  startsAt: '17:00',
  purpose: 'At se eget mønster.',
  background: '',
  remarks: [],
  preparation: [],
  guests: [],
  preMeeting: null,
  programme: [
    { ...part, title: 'Velkomst', minutes: 10, kind: 'welcome', owner: 'Mødeleder' },
    { ...part, title: 'Klyngens tal', minutes: 40, kind: 'figures' },
    { ...part, title: 'Aftaler', minutes: 10, kind: 'agreements' },
  ],
  deadlines: [
    { act: 'order_figures', days: -75, title: 'Bestil tal' },
    { act: 'minutes', days: 2, title: 'Send referat' },
  ],
  indicators: ['prove'],
  questions: [],
  isWellbeing: false,
  questionnaireDays: { opens: -28, closes: -5 },
  discussion: ['Hvad kan forklare forskelle?'],
  agreements: [{ what: 'En liste', measure: 'Egne tal', indicator: null, months: [6, 12] }],
  speakerBrief: '',
  texts: { invitation: 'Kom og se tallene.', venue: '', guest: '', followUp: 'Sådan gik det.' },
  author: 'Prøven',
  checkedBy: null,
  nextReview: null,
};
