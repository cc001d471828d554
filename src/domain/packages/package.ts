import type { Question, Questionnaire } from '#domain/questionnaires/question.ts';

/**
 * A package is ready-made material for a meeting on one theme: the programme, what is to be done before and after,
 * the figures, what to talk about, agreements to choose between, and the words of the letters. It stands in one
 * text file that doctors can read and correct, and says nothing of any cluster.
 */
export const MEETING_KINDS = [
  'cluster',
  'general_assembly',
  'founding_assembly',
  'board',
  'joint',
  'pre_meeting',
  'follow_up',
] as const;
/** What a part of the programme is; the same words as an agenda has. */
export const PROGRAMME_KINDS = [
  'welcome',
  'talk',
  'figures',
  'group_work',
  'plenum',
  'meal',
  'agreements',
  'evaluation',
  'actions',
] as const;
/** What a deadline asks for. `task` is anything else, told by its title alone. */
export const DEADLINE_ACTS = [
  'invite_guest',
  'order_figures',
  'open_date_poll',
  'book_venue',
  'pre_meeting',
  'count_own',
  'send_invitation',
  'guest_brief',
  'send_material',
  'venue_numbers',
  'minutes',
  'follow_up',
  'measure_again',
  'task',
] as const;
/** Acts that come after the meeting; all others but `task` come before it. */
export const ACTS_AFTER: readonly DeadlineAct[] = ['minutes', 'follow_up', 'measure_again'];
export type MeetingKind = (typeof MEETING_KINDS)[number];
export type ProgrammeKind = (typeof PROGRAMME_KINDS)[number];
export type DeadlineAct = (typeof DEADLINE_ACTS)[number];
export type InBothLanguages = { readonly da: string; readonly en: string };

/** One part of the programme. `guide` tells whoever leads the meeting how to run it, as plain text. */
export type ProgrammePart = {
  readonly title: string;
  readonly minutes: number;
  readonly kind: ProgrammeKind;
  /** Who leads it, as a part that somebody has: `Mødeleder`. Empty where that is open. */
  readonly owner: string;
  readonly material: string;
  /** Whether it belongs to the guest. */
  readonly isForGuest: boolean;
  readonly guide: string;
};

/** Something to be done so many days before the meeting (negative) or after it. */
export type PackageDeadline = {
  readonly act: DeadlineAct;
  readonly days: number;
  readonly title: string;
};

/** When the questionnaire opens and closes, in days from the meeting; both lie before it. */
export type QuestionnaireDays = { readonly opens: number; readonly closes: number };

/** An agreement to choose: what, how it is measured, and after how many months, once or twice. */
export type AgreementChoice = {
  readonly what: string;
  readonly measure: string;
  /** The indicator that measures it, one of the package's; null where something else does. */
  readonly indicator: string | null;
  readonly months: readonly number[];
};

/** What is gone through with a guest beforehand. */
export type PreMeeting = { readonly minutes: number; readonly points: readonly string[] };

/** The words that the letters begin with; none says day, place or name, which come from the meeting. */
export type PackageTexts = {
  readonly invitation: string;
  readonly venue: string;
  readonly guest: string;
  readonly followUp: string;
};

export type MeetingPackage = {
  readonly key: string;
  readonly version: number;
  readonly title: InBothLanguages;
  readonly summary: InBothLanguages;
  readonly meetingKind: MeetingKind;
  /** The whole meeting, meal included. */
  readonly minutes: number;
  /** When it usually begins, `17:00`. */
  readonly startsAt: string;
  /** What the meeting is to bring about; becomes the purpose of the meeting. */
  readonly purpose: string;
  /** Why it matters, with facts and where they are from. Plain text. */
  readonly background: string;
  /** What to be careful of. */
  readonly remarks: readonly string[];
  /** What each practice makes ready, own counts among it. */
  readonly preparation: readonly string[];
  /** Whom to ask in from outside, one line each. */
  readonly guests: readonly string[];
  readonly preMeeting: PreMeeting | null;
  readonly programme: readonly ProgrammePart[];
  readonly deadlines: readonly PackageDeadline[];
  /** Keys of indicators. */
  readonly indicators: readonly string[];
  /** The questionnaire that goes with the package; empty when none does. */
  readonly questions: readonly Question[];
  /** Whether the questionnaire is about how people are, which allows no answers in their own words. */
  readonly isWellbeing: boolean;
  readonly questionnaireDays: QuestionnaireDays;
  /** Questions to talk about in the room. */
  readonly discussion: readonly string[];
  readonly agreements: readonly AgreementChoice[];
  /** What a speaker is asked to do: the problem as the cluster sees it. Plain text. */
  readonly speakerBrief: string;
  readonly texts: PackageTexts;
  readonly author: string;
  readonly checkedBy: string | null;
  /** Day on which the package is to be looked at again, or null. */
  readonly nextReview: string | null;
};

/** A package that came along, or one of the cluster's own. */
export type PackageChoice = { packageKey: string } | { ownPackageId: string };

/** What a library shows of a package: what it takes, and no more. */
export type PackageSummary = Pick<
  MeetingPackage,
  'title' | 'summary' | 'meetingKind' | 'minutes' | 'indicators' | 'guests'
> & {
  readonly packageKey: string;
  /** Null for one that came along. */
  readonly ownPackageId: string | null;
  readonly leadDays: number;
};

/** The questionnaire of a package under the title of the package, or null when it asks nothing. */
export function questionnaireOf({
  isWellbeing,
  questions,
  title,
}: Pick<MeetingPackage, 'isWellbeing' | 'questions' | 'title'>): Questionnaire | null {
  return questions.length === 0 ? null : { title: title.da, intro: '', isWellbeing, questions };
}

/** How many days before the meeting the first deadline falls; 0 when there is none before it. */
export function leadDaysOf(deadlines: readonly Pick<PackageDeadline, 'days'>[]): number {
  return Math.max(0, ...deadlines.map(({ days }) => -days));
}

/** How long the parts of a programme take together, in minutes. */
export function minutesOf(programme: readonly Pick<ProgrammePart, 'minutes'>[]): number {
  return programme.reduce((sum, { minutes }) => sum + minutes, 0);
}

/** When each part of the programme begins, as `17:05`, if the meeting begins when it usually does. */
export function startsOf({ programme, startsAt }: Pick<MeetingPackage, 'programme' | 'startsAt'>): string[] {
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number);
  let at = hour * 60 + minute;
  return programme.map(({ minutes }) => {
    const start = clockOf(at);
    at += minutes;
    return start;
  });
}

function clockOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

const LONGEST_TITLE = 120;

/** The title, with a number behind it where the cluster has a package of that title already. */
export function titleApart({ da, en }: InBothLanguages, taken: ReadonlySet<string>): InBothLanguages {
  for (let number = 1; ; number += 1) {
    const mark = number === 1 ? '' : ` (${number})`;
    const marked = (title: string) => title.slice(0, LONGEST_TITLE - mark.length) + mark;
    if (!taken.has(marked(da))) return { da: marked(da), en: marked(en) };
  }
}
