import { contradictionsInQuestions } from '#domain/questionnaires/question-contradictions.ts';
import { repeatsIn } from '#domain/questionnaires/written-problem.ts';
import { ACTS_AFTER, type MeetingPackage, minutesOf } from './package.ts';
import { type PackageProblem, problemOf } from './package-problem.ts';

/**
 * What a package says against itself, though each field alone is in order: minutes that do not add up, the same thing
 * twice, an indicator that nobody knows, an act on the wrong side of the meeting. Empty when it is sound.
 */
export function contradictionsIn(
  meetingPackage: MeetingPackage,
  knownIndicators: ReadonlySet<string>,
): PackageProblem[] {
  return [
    ...minuteProblems(meetingPackage),
    ...repeats(meetingPackage),
    ...deadlineProblems(meetingPackage),
    ...indicatorProblems(meetingPackage, knownIndicators),
    ...questionProblems(meetingPackage),
    ...meetingPackage.agreements.flatMap(({ months: [first = 0, second] }, at) =>
      second !== undefined && second <= first
        ? [problemOf('months_out_of_order', `agreements.${at}.months`)]
        : [],
    ),
  ];
}

function minuteProblems({ minutes, programme }: MeetingPackage): PackageProblem[] {
  const sum = minutesOf(programme);
  return sum === minutes ? [] : [problemOf('minutes_differ', 'minutes', sum)];
}

function repeats(all: MeetingPackage): PackageProblem[] {
  return allRepeats(all).map(({ field, kind }) => problemOf(kind, field));
}

function allRepeats(all: MeetingPackage) {
  // One may eat or break twice; what is talked of needs a name of its own.
  const titles = all.programme.map(({ kind, title }, at) => (kind === 'meal' ? `meal ${at}` : title));
  const deadlines = all.deadlines.map(({ act, days, title }) =>
    [act, days, act === 'task' && title].join(' '),
  );
  return [
    ...repeatsIn('programme', titles, '.title'),
    ...repeatsIn('deadlines', deadlines, '.days'),
    ...repeatsIn('indicators', all.indicators),
    ...repeatsIn('discussion', all.discussion),
    ...repeatsIn(
      'agreements',
      all.agreements.map(({ what }) => what),
      '.what',
    ),
  ];
}

function deadlineProblems({ deadlines }: MeetingPackage): PackageProblem[] {
  return deadlines.flatMap(({ act, days }, at) => {
    if (act === 'task') return [];
    if (ACTS_AFTER.includes(act))
      return days > 0 ? [] : [problemOf('after_the_meeting', `deadlines.${at}.days`, act)];
    return days <= 0 ? [] : [problemOf('before_the_meeting', `deadlines.${at}.days`, act)];
  });
}

function indicatorProblems(
  { agreements, indicators }: MeetingPackage,
  known: ReadonlySet<string>,
): PackageProblem[] {
  const unknown = indicators.flatMap((key, at) =>
    known.has(key) ? [] : [problemOf('unknown_indicator', `indicators.${at}`, key)],
  );
  const unlisted = agreements.flatMap(({ indicator }, at) =>
    indicator === null || indicators.includes(indicator)
      ? []
      : [problemOf('indicator_not_listed', `agreements.${at}.indicator`, indicator)],
  );
  return [...unknown, ...unlisted];
}

function questionProblems(all: MeetingPackage): PackageProblem[] {
  const { closes, opens } = all.questionnaireDays;
  const days = closes > opens ? [] : [problemOf('closes_before_it_opens', 'questionnaireDays.closes')];
  const problems = contradictionsInQuestions(all);
  return [...problems.map(({ field, kind, of }) => problemOf(kind, field, of)), ...days];
}
