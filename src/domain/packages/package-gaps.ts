import type { MeetingPackage } from './package.ts';
import { type PackageProblem, problemOf } from './package-problem.ts';

/** Which of a package's indicators the practices count themselves. */
export type OwnCounts = ReadonlySet<string>;

/**
 * What a finished package would still need: a guide to each part, a brief for its speaker, what belongs to a guest, the
 * order of its figures, and what leads to an agreement that is measured again. A package is usable without; one that
 * is handed on to others is not.
 */
export function gapsIn(meetingPackage: MeetingPackage, ownCounts: OwnCounts): PackageProblem[] {
  return [
    ...guideGaps(meetingPackage),
    ...guestGaps(meetingPackage),
    ...deadlineGaps(meetingPackage, ownCounts),
  ];
}

function guideGaps({ programme }: MeetingPackage): PackageProblem[] {
  const gaps = programme.flatMap(({ guide, kind }, at) =>
    guide === '' && kind !== 'meal' ? [problemOf('no_guide', `programme.${at}.guide`)] : [],
  );
  const hasAgreements = programme.some(({ kind }) => kind === 'agreements');
  return hasAgreements ? gaps : [...gaps, problemOf('no_agreements_part', 'programme')];
}

function guestGaps({ guests, programme, speakerBrief, texts }: MeetingPackage): PackageProblem[] {
  const isVisited = programme.some(({ isForGuest }) => isForGuest);
  const gaps: PackageProblem[] = [];
  if (isVisited && guests.length === 0) gaps.push(problemOf('no_guests', 'guests'));
  if ((isVisited || guests.length > 0) && speakerBrief === '')
    gaps.push(problemOf('no_speaker_brief', 'speakerBrief'));
  if ((isVisited || guests.length > 0) && texts.guest === '')
    gaps.push(problemOf('no_guest_text', 'texts.guest'));
  return gaps;
}

function deadlineGaps(all: MeetingPackage, ownCounts: OwnCounts): PackageProblem[] {
  const has = (act: string) => all.deadlines.some((deadline) => deadline.act === act);
  const isDelivered = all.indicators.some((key) => !ownCounts.has(key));
  const gaps: PackageProblem[] = [];
  if (isDelivered && !has('order_figures')) gaps.push(problemOf('no_figure_order', 'deadlines'));
  if (has('pre_meeting') && !all.preMeeting) gaps.push(problemOf('no_pre_meeting', 'preMeeting'));
  if (all.preMeeting && !has('pre_meeting')) gaps.push(problemOf('no_pre_meeting_deadline', 'deadlines'));
  if (!has('measure_again')) gaps.push(problemOf('no_measure_again', 'deadlines'));
  return gaps;
}
