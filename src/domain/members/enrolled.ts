/**
 * What came of a list: how many practices and people came in, how many practices that were there got their number;
 * whoever was there already is not counted. `marked` are the members whom the list named a role for, which nobody
 * has given them.
 */
export type Enrolled = { practices: number; people: number; numbers: number; marked: readonly string[] };

const COUNTS = ['practices', 'people', 'numbers'] as const;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

// More roles than this no list names, and an address must end somewhere.
const MOST_MARKED = 20;

/** What came of a list as the query of an address, for the page that tells of it. Never a name. */
export function queryOfEnrolled(enrolled: Enrolled): string {
  const query = new URLSearchParams(COUNTS.map((name) => [name, String(enrolled[name])]));
  for (const memberId of enrolled.marked.slice(0, MOST_MARKED)) query.append('marked', memberId);
  return query.toString();
}

/** What a query tells of, or null when it tells of no list. */
export function enrolledIn(query: URLSearchParams): Enrolled | null {
  if (!query.has('people')) return null;
  const told = (name: string) => Number(/^\d{1,3}$/.exec(query.get(name) ?? '')?.[0] ?? 0);
  const [practices = 0, people = 0, numbers = 0] = COUNTS.map(told);
  const marked = query.getAll('marked').filter((id) => ID.test(id));
  return { practices, people, numbers, marked: marked.slice(0, MOST_MARKED) };
}
