import { EXAMPLE_CLUSTERS, EXAMPLE_PEOPLE } from './example-cluster.ts';
import { exampleAddress } from './example-name.ts';

/** Through which door somebody enters the try-out: as whom. */
export const DOORS = ['coordinator', 'doctor', 'secretary', 'source', 'larger', 'smaller'] as const;
export type Door = (typeof DOORS)[number];

/** Where a door leads to: where the role begins, or to a step of the tour. */
export const AIMS = [
  'start',
  'vote',
  'plan',
  'answer',
  'minutes',
  'deliver',
  'publish',
  'place',
  'wall',
] as const;
export type Aim = (typeof AIMS)[number];

type Step = { aim: Exclude<Aim, 'start'>; door: Door };

/** The tour round a meeting, from its topic to its minutes: each step is made by somebody. */
export const MEETING_TOUR: readonly Step[] = [
  { aim: 'vote', door: 'doctor' },
  { aim: 'plan', door: 'coordinator' },
  { aim: 'answer', door: 'doctor' },
  { aim: 'minutes', door: 'coordinator' },
];

/** The tour of three minutes round the figures. */
export const TOUR: readonly Step[] = [
  { aim: 'deliver', door: 'coordinator' },
  { aim: 'publish', door: 'coordinator' },
  { aim: 'place', door: 'doctor' },
  { aim: 'wall', door: 'coordinator' },
];

const doctorOf = (cluster: number, practice: number) =>
  EXAMPLE_CLUSTERS[cluster]!.practices[practice]!.doctors[0]!;

/** The name of the example person behind a door. */
export const DOOR_NAMES: Readonly<Record<Door, string>> = {
  coordinator: doctorOf(0, 0),
  doctor: doctorOf(0, 3),
  secretary: EXAMPLE_PEOPLE.secretary,
  source: EXAMPLE_PEOPLE.deliverer,
  larger: doctorOf(1, 0),
  smaller: doctorOf(2, 0),
};

/** The address of an example person; all of them have theirs in the same invented place. */
export function addressOf(name: string): string {
  return exampleAddress(name, 'vestfjord');
}

/** The indicator and the package that the tours are about. */
const TOLD_OF = 'kol1';
const PLANNED_FROM = 'opioider';

/** The path that a door leads to. A cluster or source that the person has none of is null. */
export function landingOf(
  door: Door,
  aim: Aim,
  place: { clusterId: string | null; sourceId: string | null },
): string {
  if (door === 'source' && place.sourceId) return `/source/${place.sourceId}`;
  if (!place.clusterId) return '/';
  const home = `/c/${place.clusterId}`;
  const figures = `${home}/indicators/${TOLD_OF}`;
  const paths: Record<Aim, string> = {
    start: door === 'doctor' ? figures : home,
    vote: `${home}/topics`,
    plan: `${home}/meetings/new?package=${PLANNED_FROM}`,
    answer: `${home}/answer`,
    minutes: `${home}/meetings`,
    deliver: `${home}/deliveries`,
    publish: `${home}/indicators#delivered`,
    place: figures,
    wall: `${figures}/wall`,
  };
  return paths[aim];
}

/** The door and aim that a form names, or null for a form that no page has. */
export function wishIn(form: FormData): { door: Door; aim: Aim } | null {
  const door = DOORS.find((known) => known === form.get('door'));
  const aim = AIMS.find((known) => known === (form.get('aim') ?? 'start'));
  return door && aim ? { door, aim } : null;
}
