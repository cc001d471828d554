import { ACTS_AFTER, type MeetingPackage, minutesOf, type PackageQuestion } from './package.ts';
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
    ...meetingPackage.questions.flatMap((question, at) => questionProblems(question, `questions.${at}`)),
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
  // One may eat or break twice; what is talked of needs a name of its own.
  const titles = all.programme.map(({ kind, title }, at) => (kind === 'meal' ? `meal ${at}` : title));
  const deadlines = all.deadlines.map(({ act, days, title }) =>
    [act, days, act === 'task' && title].join(' '),
  );
  return [
    ...repeatsIn('programme', titles, '.title'),
    ...repeatsIn('deadlines', deadlines, '.days'),
    ...repeatsIn('indicators', all.indicators),
    ...repeatsIn(
      'questions',
      all.questions.map(({ key }) => key),
      '.key',
    ),
    ...repeatsIn(
      'questions',
      all.questions.map(({ question }) => question),
      '.question',
    ),
    ...repeatsIn('discussion', all.discussion),
    ...repeatsIn(
      'agreements',
      all.agreements.map(({ what }) => what),
      '.what',
    ),
  ];
}

function repeatsIn(field: string, names: readonly string[], inside = ''): PackageProblem[] {
  const seen = new Set<string>();
  return names.flatMap((name, at) => {
    const compared = name.toLowerCase();
    if (seen.has(compared)) return [problemOf('twice', `${field}.${at}${inside}`)];
    seen.add(compared);
    return [];
  });
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

function questionProblems({ options, scale }: PackageQuestion, field: string): PackageProblem[] {
  if (scale === 'choice') return options.length >= 2 ? [] : [problemOf('options_needed', `${field}.options`)];
  return options.length === 0 ? [] : [problemOf('options_not_asked', `${field}.options`)];
}
