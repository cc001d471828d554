/** What a route has of cookies; the framework's own fit. */
type Cookies = {
  get(name: string): string | undefined;
  set(name: string, value: string, options: CookieOptions): void;
};
type CookieOptions = { path: string; httpOnly: true; secure: boolean; sameSite: 'lax'; maxAge: number };

const NAME = 'draft-key';
const DAYS = 60;
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The secret of this browser that locks what somebody who is signed in has begun to answer; null when it has none. */
export function draftKeyOf(cookies: Pick<Cookies, 'get'>): string | null {
  return keyIn(cookies.get(NAME));
}

/**
 * The secret that an address brings from another device, or null. Whoever wrote the address knows it: it opens what was
 * locked with it there, and locks nothing here before it has.
 */
export function draftKeyIn(url: URL): string | null {
  return keyIn(url.searchParams.get('key'));
}

/** Keeps the secret in the browser, for the pages on which one answers alone. */
export function keepDraftKey(cookies: Pick<Cookies, 'set'>, url: URL, key: string): void {
  const path = url.pathname.replace(/\/[^/]*$/, '');
  const secure = url.protocol === 'https:';
  cookies.set(NAME, key, { path, httpOnly: true, secure, sameSite: 'lax', maxAge: DAYS * 86_400 });
}

function keyIn(text: string | null | undefined): string | null {
  return typeof text === 'string' && KEY.test(text) ? text : null;
}
