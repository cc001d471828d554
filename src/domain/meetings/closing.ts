import type { Day } from './calendar-day.ts';
import type { MeetingState } from './meeting.ts';

/** What a meeting lacks before it is closed. What is not needed is told and may be missing. */
export type ClosingGap = {
  gap: 'not_yet' | 'attendance_missing' | 'agreement_missing' | 'nothing_written';
  isNeeded: boolean;
};

type Facts = {
  state: MeetingState;
  heldOn: Day | null;
  today: Day;
  present: number;
  agreements: number;
  noAgreement: string;
  isWritten: boolean;
};

/**
 * What is missing, in the order in which it is mended: the day itself, attendance, and an agreement or a stated reason
 * for none. Minutes in which nothing is written are told of, and may be sent.
 */
export function gapsBeforeClosing(facts: Facts): ClosingGap[] {
  const gaps: [ClosingGap['gap'], boolean, boolean][] = [
    ['not_yet', !facts.heldOn || facts.heldOn > facts.today, true],
    ['attendance_missing', facts.present === 0, true],
    ['agreement_missing', facts.agreements === 0 && facts.noAgreement.trim() === '', true],
    ['nothing_written', !facts.isWritten, false],
  ];
  return gaps.filter(([, isMissing]) => isMissing).map(([gap, , isNeeded]) => ({ gap, isNeeded }));
}
