import type { ListedPerson } from './list-people.ts';
import { folded } from './list-words.ts';

/**
 * Puts the lines of a list in order: a practice written once stands over the lines below it, one number is one
 * practice, a number told once counts for its practice, and nobody is listed twice.
 */
export function tidied(people: ListedPerson[], isHeading: (person: ListedPerson) => boolean): ListedPerson[] {
  const placed = underTheirPractices(people, isHeading);
  const numbered = withNumbers(placed);
  return withoutRepeats(withOneSpelling(numbered.map(namedAfter)));
}

function underTheirPractices(people: ListedPerson[], isHeading: (person: ListedPerson) => boolean) {
  let above: { practice: string; number: string; isHeading: boolean } | null = null;
  const out: ListedPerson[] = [];
  const waiting: ListedPerson[] = [];
  for (const person of people) {
    if (person.practice || person.number) {
      above = { practice: person.practice, number: person.number, isHeading: isHeading(person) };
      (above.isHeading ? waiting : out).push(person);
      continue;
    }
    const uncertain =
      above && !above.isHeading ? [...person.uncertain, 'practice_from_above' as const] : person.uncertain;
    out.push(
      above && belongs(person)
        ? { ...person, practice: above.practice, number: above.number, uncertain }
        : person,
    );
  }
  // A practice nobody stands under is still a practice of the cluster.
  const lonely = waiting.filter((one) => !out.some((other) => isSamePractice(other, one)));
  return [...out, ...lonely];
}

function belongs({ kind }: ListedPerson): boolean {
  return kind !== 'secretary' && kind !== 'consultant';
}

function isSamePractice(a: ListedPerson, b: ListedPerson): boolean {
  return a.number && b.number ? a.number === b.number : folded(a.practice) === folded(b.practice);
}

function withNumbers(people: ListedPerson[]): ListedPerson[] {
  const numbersOf = gathered(
    people,
    ({ practice }) => folded(practice),
    ({ number }) => number,
  );
  const namesOf = gathered(
    people,
    ({ number }) => number,
    ({ practice }) => practice,
  );
  return people.map((person) => {
    const numbers = numbersOf.get(folded(person.practice)) ?? [];
    const names = namesOf.get(person.number) ?? [];
    const number = person.number || (numbers.length === 1 ? numbers[0]! : '');
    const practice = person.practice || (names[0] ?? '');
    const doubt = numbers.length > 1 ? (['practice_with_two_numbers'] as const) : [];
    return { ...person, number, practice, uncertain: [...person.uncertain, ...doubt] };
  });
}

// A doctor alone with a number: the practice goes by the doctor's name until somebody says otherwise.
function namedAfter(person: ListedPerson): ListedPerson {
  if (person.practice || !person.number || !person.name) return person;
  return {
    ...person,
    practice: `Læge ${person.name}`,
    uncertain: [...person.uncertain, 'practice_named_after'],
  };
}

function gathered(
  people: ListedPerson[],
  keyOf: (person: ListedPerson) => string,
  textOf: (person: ListedPerson) => string,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const person of people) {
    const [key, value] = [keyOf(person), textOf(person)];
    if (!key || !value) continue;
    const values = found.get(key) ?? [];
    if (!values.includes(value)) found.set(key, [...values, value]);
  }
  return found;
}

function withOneSpelling(people: ListedPerson[]): ListedPerson[] {
  const namesOf = gathered(
    people,
    ({ number }) => number,
    ({ practice }) => practice,
  );
  return people.map((person) => {
    const first = namesOf.get(person.number)?.[0];
    if (!first || first === person.practice) return person;
    const doubt = isSameSpelling(first, person.practice) ? 'spelt_differently' : 'number_at_two_practices';
    const practice = doubt === 'spelt_differently' ? first : person.practice;
    return { ...person, practice, uncertain: [...person.uncertain, doubt] };
  });
}

/** Whether two spellings mean one practice: the same but for signs, one within the other, or a slip of the pen. */
export function isSameSpelling(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === b || (a && b && (a.includes(b) || b.includes(a)))) return true;
  return distance(a, b) <= Math.max(a.length, b.length) * 0.25;
}

// Without the words that half of all practices share: what is left tells them apart.
function bare(practice: string): string {
  const all = folded(practice);
  const own = all.replace(
    /\b(?:laege\w*|klinik\w*|praksis\w*|is|aps|ps|ved|v|i|paa|og|the|surgery|practice|medical|centre)\b/g,
    '',
  );
  return (own.trim() ? own : all).replaceAll(' ', '');
}

// The number of letters to change, add or take away (Levenshtein).
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

function withoutRepeats(people: ListedPerson[]): ListedPerson[] {
  const kept: ListedPerson[] = [];
  for (const person of people) {
    const same = kept.findIndex((earlier) => isRepeat(earlier, person));
    if (same < 0) kept.push(person);
    else kept[same] = merged(kept[same]!, person);
  }
  return kept;
}

function isRepeat(earlier: ListedPerson, person: ListedPerson): boolean {
  const sameName = !earlier.name || !person.name || folded(earlier.name) === folded(person.name);
  const sameAddress = earlier.email === person.email || (!!earlier.name && (!earlier.email || !person.email));
  const somebody = !!(earlier.email || earlier.name) && !!(person.email || person.name);
  const sameBlank = !somebody && !earlier.name && !earlier.email && !person.name && !person.email;
  const samePlace = !earlier.practice || !person.practice || isSamePractice(earlier, person);
  return (somebody || sameBlank) && sameName && sameAddress && samePlace;
}

function merged(earlier: ListedPerson, person: ListedPerson): ListedPerson {
  return {
    name: earlier.name || person.name,
    practice: earlier.practice || person.practice,
    number: earlier.number || person.number,
    email: earlier.email || person.email,
    kind: earlier.kind ?? person.kind,
    uncertain: [...new Set([...earlier.uncertain, ...person.uncertain])],
  };
}
