import type { InBothLanguages } from '#domain/indicators/indicator.ts';

/** Those who belong to a practice. */
export type ClinicKind = 'doctor' | 'trainee' | 'staff';

/** How somebody stands to the figures of the own practice. */
export type AccessState = 'unopened' | 'closed' | 'not_for_trainees' | 'not_for_staff' | 'open';

/** What decides that: the kind, when the figures were opened and closed to them, and whom the practice lets see. */
export type Access = {
  kind: ClinicKind;
  openedAt: Date | null;
  endedAt: Date | null;
  traineesSee: boolean;
  staffSee: boolean;
};

/** How somebody stands to the figures of a practice today. */
export function accessStateOf({ kind, openedAt, endedAt, traineesSee, staffSee }: Access): AccessState {
  if (!openedAt) return 'unopened';
  if (endedAt) return 'closed';
  if (kind === 'trainee' && !traineesSee) return 'not_for_trainees';
  if (kind === 'staff' && !staffSee) return 'not_for_staff';
  return 'open';
}

/** Whether this person decides for the practice: a doctor who sees its figures. */
export function isDecider({ kind, state }: { kind: ClinicKind; state: AccessState }): boolean {
  return kind === 'doctor' && state === 'open';
}

/** A practice that the reader belongs to in this cluster, and how the reader stands to its figures. */
export type OwnPractice = {
  practiceId: string;
  memberId: string;
  name: string;
  kind: ClinicKind;
  state: AccessState;
  isDecider: boolean;
  traineesSee: boolean;
  staffSee: boolean;
  /** When the key that works now was made; null when there is none. */
  keyMadeAt: Date | null;
};

/** Somebody of an own practice. The address is there for those who decide, and for nobody else. */
export type Colleague = {
  practiceId: string;
  memberId: string;
  name: string;
  kind: ClinicKind;
  state: AccessState;
  email: string | null;
  isOneself: boolean;
  invitedAt: Date;
  openedBy: 'key' | 'colleague' | null;
  confirmedByName: string | null;
  openedAt: Date | null;
  endedAt: Date | null;
};

/** A source that asks an own practice, and what the practice answered last. */
export type AskingSource = {
  practiceId: string;
  sourceId: string;
  name: string;
  isOfCluster: boolean;
  isServing: boolean;
  answer: 'yes' | 'no' | null;
  answeredByName: string | null;
  answeredAt: Date | null;
};

/** A delivery that holds figures of an own practice; how many indicators, and no figure. */
export type OwnDelivery = {
  practiceId: string;
  deliveryId: string;
  sourceName: string;
  delivererName: string | null;
  isWithdrawn: boolean;
  confirmedAt: Date;
  indicators: number;
};

/** That somebody of an own practice uncovered its figures. */
export type Look = {
  practiceId: string;
  figureLookId: string;
  name: string | null;
  indicator: InBothLanguages;
  lookedAt: Date;
};

/** All that the page of one's own practice shows; lists are empty until its figures are open. */
export type PracticePage = OwnPractice & {
  colleagues: Colleague[];
  sources: AskingSource[];
  deliveries: OwnDelivery[];
  looks: Look[];
};

/** Those who may see the figures: confirmed or with the key, also when the practice does not let their kind yet. */
export function confirmedOf(colleagues: readonly Colleague[]): Colleague[] {
  return colleagues.filter(({ state }) => state !== 'unopened' && state !== 'closed');
}

/** Those who wait for one who sees the figures to confirm them, also those who were closed. */
export function waitingOf(colleagues: readonly Colleague[]): Colleague[] {
  return colleagues.filter(({ state }) => state === 'unopened' || state === 'closed');
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id that a form or an address names, or null for what is none. */
export function idIn(value: unknown): string | null {
  return typeof value === 'string' && ID.test(value) ? value : null;
}
