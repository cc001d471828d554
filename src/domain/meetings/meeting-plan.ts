import type { MeetingPackage } from '#domain/packages/package.ts';
import { type AgendaWish, withActionsFirst } from './agenda.ts';
import { type Deadline, type PlannedDeadline, plannedFor, withWhatAllNeed } from './deadline.ts';
import { type FirstAgendaWords, firstAgendaOf } from './first-agenda.ts';
import type { MeetingHead, MeetingKind } from './meeting.ts';

/** What a meeting begins with: its purpose, the first words of its invitation, its agenda and its deadlines. */
export type MeetingPlan = {
  purpose: string;
  greeting: string;
  agenda: AgendaWish[];
  deadlines: PlannedDeadline[];
};

/** The plan that a package holds. Nobody of the cluster owns an item yet; the parts that the package names stand by it. */
export function planOfPackage(source: MeetingPackage): MeetingPlan {
  const deadlines = source.deadlines.map(({ act, days, title }) => ({ act, title, offsetDays: days }));
  return {
    purpose: source.purpose,
    greeting: source.texts.invitation,
    agenda: source.programme.map(({ title, kind, minutes, owner, material }) => ({
      title,
      kind,
      minutes,
      owner,
      ownerId: null,
      material,
    })),
    deadlines: withWhatAllNeed(deadlines, source.indicators.length > 0),
  };
}

type Earlier = {
  meeting: Pick<MeetingHead, 'purpose' | 'greeting'>;
  agenda: readonly AgendaWish[];
  deadlines: readonly Pick<Deadline, 'act' | 'title' | 'offsetDays'>[];
};

/** The plan of an earlier meeting: the same items without what was said, and the same deadlines, open again. */
export function planOfMeeting({ meeting, agenda, deadlines }: Earlier): MeetingPlan {
  return {
    purpose: meeting.purpose,
    greeting: meeting.greeting,
    agenda: agenda
      .filter(({ kind }) => kind !== 'actions')
      .map(({ title, kind, minutes, owner, ownerId, material }) => ({
        title,
        kind,
        minutes,
        owner,
        ownerId,
        material,
      })),
    deadlines: deadlines.map(({ act, title, offsetDays }) => ({ act, title, offsetDays })),
  };
}

/** The plan of a meeting that is made from nothing but its kind: what such a meeting usually goes through. */
export function planOfKind(kind: MeetingKind, words: FirstAgendaWords): MeetingPlan {
  return { purpose: '', greeting: '', agenda: firstAgendaOf(kind, words), deadlines: plannedFor(kind) };
}

/** The plan with what was left open at earlier meetings as its first item, when anything was. */
export function withOpenActions(plan: MeetingPlan, hasOpenActions: boolean, title: string): MeetingPlan {
  return hasOpenActions ? { ...plan, agenda: withActionsFirst(plan.agenda, title) } : plan;
}
