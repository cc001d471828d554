import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Door } from '#domain/tryout/door.ts';

/** What came back: `status` 0 when nothing did, `location` where a redirect leads. */
export type Answer = { status: number; location: string | null; body: string };

/** Somebody who fills in forms by plain http, with a cookie of one's own. */
export type Guest = {
  /** The token of the session that this guest has, or null. */
  session: () => string | null;
  get: (path: string) => Promise<Answer>;
  /** Sends a form. What never came back, or came back broken, is an answer too. */
  post: (path: string, fields: Readonly<Record<string, string>>) => Promise<Answer>;
  /** Sends a file as the upload form does. */
  deliver: (path: string, fields: Readonly<Record<string, string>>, file: File) => Promise<Answer>;
};

/** A guest of the product at the address, signed in where a session is given, who reads that language. */
export function aGuest(origin: string, session?: string, language = 'da'): Guest {
  const cookies = new Map(session ? [['klyngerum', session]] : []);
  const ask = async (path: string, body?: URLSearchParams | FormData): Promise<Answer> => {
    const headers = { accept: 'text/html', 'accept-language': language, cookie: written(cookies) };
    const posted = body ? { method: 'POST', body, headers: { ...headers, origin } } : { headers };
    try {
      const signal = AbortSignal.timeout(30_000);
      const answer = await fetch(origin + path, { ...posted, redirect: 'manual', signal });
      for (const line of answer.headers.getSetCookie()) keep(cookies, line);
      const location = answer.headers.get('location');
      return { status: answer.status, location, body: await answer.text() };
    } catch {
      return { status: 0, location: null, body: '' };
    }
  };
  return {
    session: () => cookies.get('klyngerum') ?? null,
    get: (path) => ask(path),
    post: (path, fields) => ask(path, new URLSearchParams({ ...fields })),
    deliver: (path, fields, file) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      form.set('file', file);
      return ask(path, form);
    },
  };
}

/** Somebody who came in by one of the example doors. */
export async function throughDoor(origin: string, door: Door, language = 'da'): Promise<Guest> {
  const guest = aGuest(origin, undefined, language);
  const { status } = await guest.post('/demo', { door, aim: 'start', command: randomUUID() });
  if (status !== 303) throw new Error(`The door of the ${door} answered ${status}.`);
  return guest;
}

const written = (cookies: ReadonlyMap<string, string>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value) cookies.set(name, value);
  else cookies.delete(name);
}

/** Whether the product took it: it answered, and with a page or a redirect. */
export function isTaken({ status }: Answer): boolean {
  return status >= 200 && status < 400;
}

/** Sends the same again until it is taken or refused for good, as somebody does who sees no answer. */
export async function untilAnswered(send: () => Promise<Answer>): Promise<Answer> {
  for (let turns = 0; turns < 600; turns += 1) {
    const answer = await send();
    if (answer.status > 0 && answer.status < 500) return answer;
    await pause(100);
  }
  throw new Error('The product never answered again.');
}
