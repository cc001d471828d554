/** A member as the attendance list shows them: whether they came, how that was registered, and what they had answered. */
export type AttendanceLine = {
  memberId: string;
  name: string;
  kind: string;
  practiceId: string | null;
  practiceName: string;
  how: 'list' | 'scan' | null;
  answer: 'yes' | 'online' | 'no' | null;
};

/** Somebody who came and is no member. */
export type Visitor = { visitorPresentId: string; name: string; belongsTo: string };

/** The list by practice; whoever belongs to none stands last, under an empty name. */
export type PracticeLines = { practiceId: string | null; name: string; lines: AttendanceLine[] };

/** The lines of the list by practice, in the order in which they come; those without a practice last. */
export function byPractice(lines: readonly AttendanceLine[]): PracticeLines[] {
  const groups = new Map<string | null, PracticeLines>();
  for (const line of lines) {
    const { practiceId, practiceName } = line;
    const group = groups.get(practiceId) ?? { practiceId, name: practiceName, lines: [] };
    group.lines.push(line);
    groups.set(practiceId, group);
  }
  return [...groups.values()].toSorted(
    (a, b) => Number(a.practiceId === null) - Number(b.practiceId === null),
  );
}

/** Whether somebody came who had not said that they would: `mødt uden tilmelding`. */
export function cameUnannounced({ how, answer }: Pick<AttendanceLine, 'how' | 'answer'>): boolean {
  return how !== null && answer !== 'yes' && answer !== 'online';
}

/** Whether anybody was asked and answered; only then can somebody come unannounced. */
export function wereAsked(lines: readonly Pick<AttendanceLine, 'answer'>[]): boolean {
  return lines.some(({ answer }) => answer !== null);
}

/** How many came, of how many practices, how many of them unannounced, and how many visitors besides. */
export type AttendanceCount = { people: number; practices: number; unannounced: number; visitors: number };

/** Counts who came. */
export function countOf(lines: readonly AttendanceLine[], visitors: readonly unknown[]): AttendanceCount {
  const present = lines.filter(({ how }) => how !== null);
  return {
    people: present.length,
    practices: new Set(present.flatMap(({ practiceId }) => practiceId ?? [])).size,
    unannounced: wereAsked(lines) ? present.filter(cameUnannounced).length : 0,
    visitors: visitors.length,
  };
}

export type AttendanceRefusal =
  | 'no_such_meeting'
  | 'no_such_member'
  | 'no_such_visitor'
  | 'day_missing'
  | 'not_yet'
  | 'meeting_cancelled'
  | 'meeting_closed'
  | 'name_missing'
  | 'name_too_long'
  | 'room_closed';
