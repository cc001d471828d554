import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { accessText } from '#domain/access/access.text.ts';
import { NotPermitted } from '#domain/access/command.server.ts';
import { readSessionCookie } from '#domain/members/session-cookie.ts';
import { factsOf } from '#platform/log.ts';
import { type Caller, forLink, forPerson, forSource, withinCluster } from '#platform/scope.server.ts';
import { web } from '#platform/web.server.ts';
import type { Locale } from '#ui/format.ts';

/** The only door in: who is asking, in which language, and through which scope the routes may reach the domain. */
export const handle: Handle = async ({ event, resolve }) => {
  const { clock, settings, log } = web();
  const started = performance.now();
  const now = clock.now();
  const token = readSessionCookie(event.cookies);
  openDoors(event, token, now);
  event.locals.locale = localeOf(event);
  event.locals.now = now;
  event.locals.person = token ? await whoIs({ token, now }) : null;
  event.locals.demo = settings.demo !== 'off';
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
  return response;
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

function openDoors(event: RequestEvent, token: string | null, now: Date): void {
  const { database } = web();
  const caller = (form?: FormData): Caller => ({ token, now, commandId: commandIdIn(form) });
  const opened = async <T>(work: Promise<T | null>): Promise<T> => {
    const answer = await work.catch((problem) => forbidden(problem, event));
    if (answer === NOTHING) error(404, accessText[event.locals.locale].not_found);
    return answer as T;
  };
  // What a read answers may itself be null, so that "no such door" needs a sign of its own.
  const boxed = async <T>(door: Promise<{ answer: T } | null>): Promise<T> => {
    const box = await opened(door.then((found) => found ?? (NOTHING as never)));
    return box.answer;
  };
  event.locals.inCluster = (id, work, form) =>
    boxed(
      signedIn(event) ??
        withinCluster(database, caller(form), id, async (scope) => ({ answer: await work(scope) })),
    );
  event.locals.asPerson = (work, form) =>
    boxed(
      signedIn(event) ?? forPerson(database, caller(form), async (scope) => ({ answer: await work(scope) })),
    );
  event.locals.asSource = (id, work, form) =>
    boxed(
      signedIn(event) ??
        forSource(database, caller(form), id, async (scope) => ({ answer: await work(scope) })),
    );
  event.locals.asLink = (work, form) =>
    boxed(forLink(database, caller(form), async (scope) => ({ answer: await work(scope) })));
}

const NOTHING = Symbol('no such door');

function signedIn({ locals, url }: RequestEvent): null {
  if (!locals.person) redirect(303, `/sign-in?to=${encodeURIComponent(url.pathname)}`);
  return null;
}

function forbidden(problem: unknown, event: RequestEvent): never {
  if (problem instanceof NotPermitted) error(403, accessText[event.locals.locale].not_permitted);
  throw problem;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function commandIdIn(form: FormData | undefined): string | undefined {
  const id = form?.get('command');
  return typeof id === 'string' && UUID.test(id) ? id : undefined;
}

async function whoIs(caller: Caller): Promise<App.Locals['person']> {
  return forPerson(web().database, caller, async ({ db, personId, isExample }) => {
    const { name } = await db
      .selectFrom('person')
      .select('name')
      .where('personId', '=', personId)
      .executeTakeFirstOrThrow();
    return { personId, name, isExample };
  });
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
