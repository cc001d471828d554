import { type Arrived, aPostOffice } from '#domain/notices/letters.fixtures.ts';
import { linkIn } from '#domain/notices/meeting-letters.fixtures.ts';
import type { Outcome } from '#platform/outcome.ts';
import {
  type ClusterScope,
  forSource,
  type HolderScope,
  type MemberLinkScope,
  type SourceScope,
  throughLink,
  withinCluster,
} from '#platform/scope.server.ts';
import { NOW, owner, web, worker } from '#test/world.ts';
import { loadShippedIndicators } from './example/shipped-indicators.ts';
import { loadShippedPackages } from './example/shipped-packages.ts';
import { publishSpreadTask } from './jobs/publish-spread.ts';
import { aClock, wallAt } from './year-clock.fixtures.ts';
import { aNamedCluster, aSession, CALLED_OFF, GUEST, HOUSE, type Name } from './year-people.fixtures.ts';

/** A letter that arrived: when, as the clock in Copenhagen shows it, of which kind, and for whom. */
export type Posted = Arrived & { at: string; kind: string; who: string };

export type AYear = Awaited<ReturnType<typeof aYear>>;
type Work<Scope, Made> = (scope: Scope) => Promise<Outcome<string, Made>>;
type Holder = { guest: string } | { venue: string };

/**
 * A cluster, a source, a real post office and one clock. What somebody does, they do through a command at a moment:
 * signed in (`at`, `atSource`), or by the link of the newest mail that brought them one (`byMail`, `byHolder`). Until
 * that moment the worker does what the days bring.
 */
export async function aYear(start: string) {
  await loadShippedIndicators(owner, NOW);
  await loadShippedPackages(owner, NOW);
  const world = await aNamedCluster();
  const { cluster, source, people } = world;
  const post = await aPostOffice();
  const clock = aClock(start, post.url);

  const at = async <Made>(moment: string, who: Name, work: Work<ClusterScope, Made>): Promise<Made> => {
    const now = await clock.actAt(moment);
    const token = await aSession(people[who], now);
    return madeOf(await withinCluster(web, { token, now }, cluster.clusterId, work));
  };
  const seen = async <T>(who: Name, work: (scope: ClusterScope) => Promise<T>): Promise<T> => {
    const now = clock.now();
    const token = await aSession(people[who], now);
    const boxed = async (scope: ClusterScope) => ({ is: await work(scope) });
    return opened(await withinCluster(web, { token, now }, cluster.clusterId, boxed)).is;
  };
  const atSource = async <Made>(moment: string, who: Name, work: Work<SourceScope, Made>): Promise<Made> => {
    const now = await clock.actAt(moment);
    const token = await aSession(people[who], now);
    return madeOf(await forSource(web, { token, now }, source.sourceId, work));
  };
  const byMail = async <Made>(
    moment: string,
    who: Name,
    work: Work<MemberLinkScope, Made>,
  ): Promise<Made> => {
    const now = await clock.actAt(moment);
    const link = newestLink(post.arrived, people[who].email, 'm');
    return madeOf(await throughLink(web, { link, now }, 'member', work));
  };
  const byHolder = async <Made>(
    moment: string,
    who: Holder,
    work: Work<HolderScope, Made>,
  ): Promise<Made> => {
    const now = await clock.actAt(moment);
    const [purpose, link] =
      'guest' in who
        ? (['guest', newestLink(post.arrived, who.guest, 'g')] as const)
        : (['venue', newestLink(post.arrived, who.venue, 'v')] as const);
    return madeOf(await throughLink(web, { link, now }, purpose, work));
  };
  const publish = (id: string) => publishSpreadTask({ id }, worker, clock.now);
  const posted = () => listPosted(post.arrived, people);
  const close = async () => {
    clock.close();
    await post.close();
  };
  const acts = { at, seen, atSource, byMail, byHolder, publish };
  return { ...world, ...acts, clock, arrived: post.arrived, posted, close };
}

function madeOf<Made>(outcome: Outcome<string, Made> | null): Made {
  const is = opened(outcome);
  if (!is.done) throw new Error(`refused: ${is.reason}`);
  return is.made;
}

function opened<T>(door: T | null): T {
  if (!door) throw new Error('the door is shut');
  return door;
}

function newestLink(arrived: readonly Arrived[], address: string, place: string): string {
  const links = arrived
    .filter(({ to }) => to.includes(address))
    .map(({ mail }) => linkIn(mail.text))
    .filter((link) => link.place === place);
  return links.at(-1)?.token ?? '';
}

/** What the post office took, in its order, with what the outbox knows of each. */
async function listPosted(
  arrived: readonly Arrived[],
  people: Readonly<Record<Name, { email: string }>>,
): Promise<Posted[]> {
  const names = new Map<string, string>(Object.entries(people).map(([name, { email }]) => [email, name]));
  names.set(GUEST.email, 'grete').set(CALLED_OFF.email, 'hugo').set(HOUSE, 'house');
  const letters = await owner.selectFrom('letter').select(['messageId', 'kind', 'sentAt']).execute();
  const known = new Map(letters.map((letter) => [letter.messageId, letter]));
  return arrived.map((one) => {
    const letter = known.get(one.mail.messageId ?? '');
    return {
      ...one,
      at: letter?.sentAt ? wallAt(letter.sentAt) : 'never',
      kind: letter?.kind ?? 'unknown',
      who: one.to.map((address) => names.get(address) ?? address).join(' '),
    };
  });
}
