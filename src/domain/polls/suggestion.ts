import type { Answer, DateOption } from './date-poll.ts';

type Answers = Readonly<Record<DateOption['dateOptionId'], Answer>>;

/** Who is asked, and what is known of them; answers by day. Of the clinic they come from the practice counts once. */
export type Voter = {
  memberId: string;
  name: string;
  practiceId: string;
  isMust: boolean;
  isChair: boolean;
  /** Could not be at the last meeting. */
  wasLeftOut: boolean;
  answers: Answers;
};
export type GuestVoter = { guestId: string; name: string; isMust: boolean; answers: Answers };

/** How a day stands. Lists hold names. */
export type Standing = {
  option: DateOption;
  yes: number;
  ifNeeded: number;
  no: number;
  /** Practices from which at least one can. */
  practices: number;
  /** Guests and those without whom the meeting makes no sense: who cannot, and who has not said. */
  essentialCannot: string[];
  essentialSilent: string[];
  chair: 'can' | 'cannot' | 'silent' | 'none';
  /** Who could not be at the last meeting, and cannot now either. */
  leftOutAgain: string[];
};

/** What tells two days apart, in the order in which it counts. */
export const CRITERIA = ['essentials', 'chair', 'practices', 'left_out', 'answers', 'earlier'] as const;
export type Criterion = (typeof CRITERIA)[number];

/** The days in order, the one to take first; what told it from the next, and which days stand equal with it. */
export type Suggestion = { ranked: Standing[]; decidedBy: Criterion | null; tiedWith: DateOption[] };

/** Ranks the days, or null while nobody has answered. */
export function suggestDate(
  options: readonly DateOption[],
  voters: readonly Voter[],
  guests: readonly GuestVoter[],
): Suggestion | null {
  const hasAnswered = ({ answers }: { answers: Answers }) => Object.keys(answers).length > 0;
  if (options.length === 0 || ![...voters, ...guests].some(hasAnswered)) return null;
  const ranked = options.map((option) => standingOf(option, voters, guests)).toSorted(compared);
  const [best, next] = ranked;
  if (!best || !next) return { ranked, decidedBy: null, tiedWith: [] };
  const tiedWith = ranked.slice(1).filter((other) => firstDifference(best, other) === 'earlier');
  return { ranked, decidedBy: firstDifference(best, next), tiedWith: tiedWith.map(({ option }) => option) };
}

function standingOf(option: DateOption, voters: readonly Voter[], guests: readonly GuestVoter[]): Standing {
  const said = ({ answers }: { answers: Answers }) => answers[option.dateOptionId];
  const can = (one: { answers: Answers }) => said(one) === 'yes' || said(one) === 'if_needed';
  const essential = [...guests.filter(({ isMust }) => isMust), ...voters.filter(({ isMust }) => isMust)];
  const names = (some: readonly { name: string }[]) => some.map(({ name }) => name);
  return {
    option,
    yes: voters.filter((one) => said(one) === 'yes').length,
    ifNeeded: voters.filter((one) => said(one) === 'if_needed').length,
    no: voters.filter((one) => said(one) === 'no').length,
    practices: new Set(voters.filter(can).map(({ practiceId }) => practiceId)).size,
    essentialCannot: names(essential.filter((one) => said(one) === 'no')),
    essentialSilent: names(essential.filter((one) => said(one) === undefined)),
    chair: chairOf(
      voters.filter(({ isChair }) => isChair),
      said,
    ),
    leftOutAgain: names(voters.filter((one) => one.wasLeftOut && said(one) === 'no')),
  };
}

function chairOf(chairs: readonly Voter[], said: (one: Voter) => Answer | undefined): Standing['chair'] {
  if (chairs.length === 0) return 'none';
  // With several who can lead it, one is enough.
  if (chairs.some((one) => said(one) === 'yes' || said(one) === 'if_needed')) return 'can';
  return chairs.some((one) => said(one) === undefined) ? 'silent' : 'cannot';
}

const CHAIR_ORDER = { can: 0, none: 0, silent: 1, cannot: 2 } as const;

// Each is smaller where the day is better. A day suits better with a yes than with an "if needed".
const WEIGHTS: Record<Exclude<Criterion, 'earlier'>, (standing: Standing) => number[]> = {
  essentials: ({ essentialCannot, essentialSilent }) => [essentialCannot.length, essentialSilent.length],
  chair: ({ chair }) => [CHAIR_ORDER[chair]],
  practices: ({ practices }) => [-practices],
  left_out: ({ leftOutAgain }) => [leftOutAgain.length],
  answers: ({ yes, ifNeeded }) => [-yes, -ifNeeded],
};

function firstDifference(one: Standing, other: Standing): Criterion {
  for (const criterion of CRITERIA)
    if (criterion === 'earlier' || difference(WEIGHTS[criterion](one), WEIGHTS[criterion](other)) !== 0)
      return criterion;
  return 'earlier';
}

function compared(one: Standing, other: Standing): number {
  const criterion = firstDifference(one, other);
  if (criterion !== 'earlier') return difference(WEIGHTS[criterion](one), WEIGHTS[criterion](other));
  const when = ({ option }: Standing) => `${option.heldOn} ${option.startsAt}`;
  return when(one) < when(other) ? -1 : 1;
}

function difference(one: readonly number[], other: readonly number[]): number {
  for (const [at, weight] of one.entries()) {
    const less = weight - (other[at] ?? 0);
    if (less !== 0) return less;
  }
  return 0;
}
