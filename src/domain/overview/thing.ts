/** What a coordinator may have to do, the most pressing first where two are equally late. */
export const THING_KINDS = [
  'mail_failed',
  'choose_date',
  'ring_round',
  'order_without_source',
  'confirm_meeting',
  'deadline',
  'close_meeting',
  'topics_voted',
  'publish_figures',
  'agreement_due',
] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** Something to do: since when or by when (an ISO date), about what, and the page below the cluster where it is done. */
export type Thing = {
  kind: ThingKind;
  dueOn: string;
  /** The meeting's title, the agreement, or a deadline's own words; empty where the kind says it. */
  about: string;
  /** How many, where there may be several: letters that failed. */
  count: number;
  path: string;
};

const MOST = 3;

/** The three things to do now, the most overdue first. */
export function threeOf(things: readonly Thing[]): Thing[] {
  const rank = (thing: Thing) => THING_KINDS.indexOf(thing.kind);
  return things
    .toSorted((a, b) => (a.dueOn === b.dueOn ? rank(a) - rank(b) : a.dueOn < b.dueOn ? -1 : 1))
    .slice(0, MOST);
}

/** The page below a meeting on which a deadline of this act is met. */
export function pageOfAct(act: string): string {
  return PAGES[act] ?? '';
}

const PAGES: Record<string, string> = {
  invite_guest: '/guests',
  guest_brief: '/guests',
  pre_meeting: '/guests',
  order_figures: '/figures',
  count_own: '/figures',
  measure_again: '/agreements',
  follow_up: '/agreements',
  open_date_poll: '/dates',
  send_invitation: '/dates',
  book_venue: '/venue',
  venue_numbers: '/venue',
  minutes: '/minutes',
};

/** What the system did by itself, and whether it can still be taken back. */
export type OwnDoing = {
  ownDoingId: string;
  act: string;
  meetingId: string | null;
  meetingTitle: string | null;
  facts: Record<string, string>;
  at: Date;
  undoneAt: Date | null;
};

/** Whether something that was done by itself can be taken back: an order of figures, until it is over. */
export function mayUndo({ act, undoneAt }: OwnDoing): boolean {
  return act === 'figures_ordered' && undoneAt === null;
}
