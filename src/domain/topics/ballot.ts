/** In a vote on topics everybody has the same number of dots, and places them as they like: all on one, or spread. */
export const DOTS_LEAST = 1;
export const DOTS_MOST = 10;
export const CHOICES_LEAST = 2;
export const DAYS_MOST = 90;
/** A vote that closes within so many days is told of at once; other votes wait for the weekly letter. */
export const URGENT_DAYS = 10;

/** Dots by topic. A topic without dots is not in it. */
export type Ballot = ReadonlyMap<string, number>;
/** A vote as the rules see it. `choices` are ids of topics. */
export type Vote = { dots: number; isOpen: boolean; choices: readonly string[] };

/** What a form brought: dots as they were typed, by topic, and the topics that somebody wants to help with. */
export type TypedBallot = { dots: Record<string, string>; helps: string[] };

/** Reads the fields `dots:<topic>` and `help:<topic>` of a form, and ignores all else. */
export function typedBallotIn(form: FormData): TypedBallot {
  const dots: Record<string, string> = {};
  const helps: string[] = [];
  for (const [field, value] of form) {
    const [kind, topicId] = field.split(':');
    if (!topicId || typeof value !== 'string') continue;
    if (kind === 'dots') dots[topicId] = value.trim().slice(0, 20);
    if (kind === 'help') helps.push(topicId);
  }
  return { dots, helps };
}

export type BallotRefusal =
  | 'no_such_vote'
  | 'vote_closed'
  | 'dots_malformed'
  | 'too_many_dots'
  | 'not_a_choice'
  | 'not_for_you';

/** The ballot that was typed: whole numbers, empty for none; null when something else stands in a field. */
export function ballotOf({ dots }: TypedBallot): Ballot | null {
  const ballot = new Map<string, number>();
  for (const [topicId, typed] of Object.entries(dots)) {
    const number = numberIn(typed);
    if (number === null) return null;
    if (number > 0) ballot.set(topicId, number);
  }
  return ballot;
}

function numberIn(typed: string): number | null {
  if (typed === '') return 0;
  return /^\d{1,4}$/.test(typed) ? Number(typed) : null;
}

/** The topics at which something else than a whole number was typed. */
export function malformedIn({ dots }: TypedBallot): string[] {
  return Object.entries(dots).flatMap(([topicId, typed]) => (numberIn(typed) === null ? topicId : []));
}

/** How many dots a ballot places. */
export function dotsOn(ballot: Ballot): number {
  return [...ballot.values()].reduce((sum, dots) => sum + dots, 0);
}

/** Why these dots cannot be placed, or null when they can. None at all takes the ballot back. */
export function refusalOfBallot(vote: Vote | null, typed: TypedBallot): BallotRefusal | null {
  if (!vote) return 'no_such_vote';
  if (!vote.isOpen) return 'vote_closed';
  const ballot = ballotOf(typed);
  if (!ballot) return 'dots_malformed';
  const put = [...ballot.keys(), ...typed.helps];
  if (put.some((topicId) => !vote.choices.includes(topicId))) return 'not_a_choice';
  return dotsOn(ballot) > vote.dots ? 'too_many_dots' : null;
}

/** What somebody who leads wants to open: dots for each, the topics, and the last day, or null for no such day. */
export type NewVote = { dots: number; topicIds: readonly string[]; closesOn: string | null };
export type OpeningRefusal =
  | 'vote_is_open'
  | 'too_few_choices'
  | 'choice_decided'
  | 'dots_out_of_range'
  | 'day_malformed'
  | 'day_passed'
  | 'day_too_late';

/** Why a vote cannot be opened as it was asked for, or null when it can; `today` is an ISO date. */
export function refusalOfOpening(
  { dots, topicIds, closesOn }: NewVote,
  { today, proposed }: { today: string; proposed: readonly string[] },
): OpeningRefusal | null {
  if (new Set(topicIds).size < CHOICES_LEAST) return 'too_few_choices';
  if (topicIds.some((topicId) => !proposed.includes(topicId))) return 'choice_decided';
  if (!Number.isInteger(dots) || dots < DOTS_LEAST || dots > DOTS_MOST) return 'dots_out_of_range';
  if (!closesOn) return 'day_malformed';
  if (closesOn < today) return 'day_passed';
  return daysBetween(today, closesOn) > DAYS_MOST ? 'day_too_late' : null;
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}

/** The day so many days after an ISO date. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
