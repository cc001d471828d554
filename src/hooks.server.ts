import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { accessText } from '#domain/access/access.text.ts';
import { NotPermitted, TypedCprNumber } from '#domain/access/command.server.ts';
import { textsIn } from '#domain/access/typed-cpr.ts';
import { operatorAddressOf } from '#domain/installation/operator-address.ts';
import { findClusterOfOldLink } from '#domain/members/old-link.server.ts';
import { readSessionCookie } from '#domain/members/session-cookie.ts';
import { databaseErrorIn } from '#platform/database.ts';
import { factsOf } from '#platform/log.ts';
import { packed } from '#platform/packed.ts';
import {
  type Caller,
  findVisitor,
  forLink,
  forPerson,
  forSource,
  lookAsPerson,
  lookAsSource,
  lookWithinCluster,
  throughLink,
  type Visitor,
  withinCluster,
} from '#platform/scope.server.ts';
import { webSpool } from '#platform/spool.ts';
import { web } from '#platform/web.server.ts';
import type { Locale } from '#ui/format.ts';

/** The only door in: who is asking, in which language, and through which scope the routes may reach the domain. */
export const handle: Handle = async ({ event, resolve }) => {
  const { clock, settings, log } = web();
  const started = performance.now();
  const now = clock.now();
  const token = readSessionCookie(event.cookies, event.url.protocol === 'https:');
  const visitor = token ? await visitorOf(event, { token, now }) : null;
  openDoors(event, { token, now }, visitor);
  event.locals.locale = localeOf(event);
  event.locals.now = now;
  event.locals.person = visitor && personOf(visitor);
  event.locals.demo = settings.demo !== 'off';
  event.locals.operatorAddress = operatorAddressOf(settings);
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => html.replace('%lang%', event.locals.locale),
  });
  protect(response.headers);
  const ms = Math.round(performance.now() - started);
  log.info('request.answered', {
    route: routeOf(event),
    method: event.request.method,
    status: response.status,
    ms,
  });
  return packed(response, event.request.headers.get('accept-encoding'));
};

/** Nothing that was uploaded before this process began can be read any more, so it goes first of all. */
export const init: ServerInit = async () => {
  await webSpool();
};

/** Logs what should never happen once, by its kind and place, and tells the reader what to do. */
export const handleError: HandleServerError = ({ kind, error: problem, event }) => {
  const text = accessText[event.locals.locale ?? 'da'];
  if (kind === 'framework') return { message: text.not_found };
  if (kind !== 'unknown') return;
  web().log.error('request.failed', { route: routeOf(event), ...factsOf(problem) });
  return { message: text.something_broke };
};

// Addresses hold tokens; the route's pattern holds none. Brackets and parentheses are no part of an id.
function routeOf(event: RequestEvent): string {
  return (event.route.id ?? 'none').replace(/[[\]()=]/g, '.');
}

function visitorOf({ params }: RequestEvent, caller: Caller): Promise<Visitor | null> {
  return findVisitor(web().database, caller, { clusterId: params.cluster, sourceId: params.source });
}

function personOf({ personId, name, isExample }: Visitor): App.Locals['person'] {
  return { personId, name, isExample };
}

function openDoors(event: RequestEvent, { token, now }: Caller, visitor: Visitor | null): void {
  const { database } = web();
  const caller = (form?: FormData): Caller => ({ token, now, commandId: commandIdIn(form) });
  // A page that is only looked at reads without a transaction; what is sent, and the page after it, goes through one.
  const looker = isLook(event) ? visitor : null;
  // What a read answers may itself be null, so that "no such door" needs a sign of its own.
  const opened = async <T>(door: Promise<{ answer: T } | null>, form?: FormData): Promise<T> => {
    const found = await door.catch((problem) => forbidden(problem, event, form));
    return found ? found.answer : error(404, accessText[event.locals.locale].not_found);
  };
  event.locals.inCluster = async (id, work, form) => {
    signedIn(event);
    const scope = looker?.clusterId === id ? lookWithinCluster(database, caller(), looker) : null;
    return opened(scope ? boxed(work)(scope) : withinCluster(database, caller(form), id, boxed(work)), form);
  };
  event.locals.asPerson = async (work, form) => {
    signedIn(event);
    const scope = looker && lookAsPerson(database, caller(), looker);
    return opened(scope ? boxed(work)(scope) : forPerson(database, caller(form), boxed(work)), form);
  };
  event.locals.asSource = async (id, work, form) => {
    signedIn(event);
    const scope = looker?.sourceId === id ? lookAsSource(database, caller(), looker) : null;
    return opened(scope ? boxed(work)(scope) : forSource(database, caller(form), id, boxed(work)), form);
  };
  event.locals.asLink = (work, form) => opened(forLink(database, caller(form), boxed(work)), form);
  const holding = (link: string, form?: FormData) => ({ link, now, commandId: commandIdIn(form) });
  const held = async <T>(link: string, door: Promise<{ answer: T } | null>, form?: FormData): Promise<T> => {
    const found = await door.catch((problem) => forbidden(problem, event, form));
    return found ? found.answer : overdue(event, link);
  };
  event.locals.asMember = async (link, work, form) =>
    held(link, throughLink(database, holding(link, form), 'member', boxed(work)), form);
  event.locals.asHolder = async (link, purpose, work, form) =>
    held(link, throughLink(database, holding(link, form), purpose, boxed(work)), form);
}

/** Says of a link that opens nothing any more whose it was, when it was one, and what to do. */
async function overdue({ locals }: RequestEvent, link: string): Promise<never> {
  const text = accessText[locals.locale];
  const cluster = await forLink(web().database, { token: null, now: locals.now }, (scope) =>
    findClusterOfOldLink(scope, link),
  );
  return error(404, cluster ? text.link_over(cluster) : text.not_found);
}

const isLook = ({ request: { method } }: RequestEvent) => method === 'GET' || method === 'HEAD';

function boxed<S, T>(work: (scope: S) => Promise<T>): (scope: S) => Promise<{ answer: T }> {
  return async (scope) => ({ answer: await work(scope) });
}

function signedIn({ locals, url }: RequestEvent): void {
  if (!locals.person) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
}

// What is no id, and what is no text since it holds a zero byte.
const NAMES_NOTHING = ['22P02', '22021'];

function forbidden(problem: unknown, event: RequestEvent, form?: FormData): never {
  if (problem instanceof NotPermitted) error(403, accessText[event.locals.locale].not_permitted);
  if (problem instanceof TypedCprNumber)
    error(422, { message: accessText[event.locals.locale].holds_cpr, typed: form ? textsIn(form) : [] });
  // A form that names something by what is no id names nothing.
  if (NAMES_NOTHING.includes(databaseErrorIn(problem)?.code ?? ''))
    error(404, accessText[event.locals.locale].not_found);
  throw problem;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function commandIdIn(form: FormData | undefined): string | undefined {
  const id = form?.get('command');
  return typeof id === 'string' && UUID.test(id) ? id : undefined;
}

function localeOf(event: RequestEvent): Locale {
  const chosen = event.cookies.get('locale');
  if (chosen === 'da' || chosen === 'en') return chosen;
  const wished = event.request.headers.get('accept-language') ?? '';
  return /^\s*en\b/i.test(wished) ? 'en' : 'da';
}

function protect(headers: Headers): void {
  headers.set('cache-control', 'private, no-store');
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('x-frame-options', 'DENY');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=()');
  headers.set('x-robots-tag', 'noindex');
  if (web().settings.publicUrl.startsWith('https:'))
    headers.set('strict-transport-security', 'max-age=31536000');
}
