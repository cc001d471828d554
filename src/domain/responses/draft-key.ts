/** What a route has of cookies; the framework's own fit. */
type Cookies = {
  get(name: string): string | undefined;
  set(name: string, value: string, options: CookieOptions): void;
};
type CookieOptions = { path: string; httpOnly: true; secure: boolean; sameSite: 'lax'; maxAge: number };

const NAME = 'draft-key';
const DAYS = 60;
const KEY = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The secret that locks what somebody who is signed in has begun to answer: the one that the address brings from
 * another device, else the one of this browser. Null when there is none yet. It is kept nowhere else.
 */
export function draftKeyOf(cookies: Pick<Cookies, 'get'>, url: URL): string | null {
  const known = [url.searchParams.get('key'), cookies.get(NAME)];
  return known.find((key): key is string => typeof key === 'string' && KEY.test(key)) ?? null;
}

/** Keeps the secret in the browser, for the pages on which one answers alone. */
export function keepDraftKey(cookies: Pick<Cookies, 'set'>, url: URL, key: string): void {
  const path = url.pathname.replace(/\/[^/]*$/, '');
  const secure = url.protocol === 'https:';
  cookies.set(NAME, key, { path, httpOnly: true, secure, sameSite: 'lax', maxAge: DAYS * 86_400 });
}
