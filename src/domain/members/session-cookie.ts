/** What a request or an answer can do with cookies; the framework's own object has this shape. */
type Cookies = {
  get(name: string): string | undefined;
  set(name: string, value: string, options: CookieOptions): void;
  delete(name: string, options: CookieOptions): void;
};
type CookieOptions = {
  path: '/';
  httpOnly: true;
  sameSite: 'lax';
  secure: boolean;
  maxAge?: number;
};

/**
 * The name of the cookie that holds a session's token. Over https it carries the prefix by which a browser
 * lets no neighbouring site set it.
 */
export function sessionCookieName(isSecure: boolean): string {
  return isSecure ? '__Host-klyngerum' : 'klyngerum';
}

// As tokens are made; the database would not take a sign that is no text.
const TOKEN = /^[\w-]+$/;

/** The token that the browser holds, or null. Over https only the prefixed cookie counts. */
export function readSessionCookie(cookies: Pick<Cookies, 'get'>, isSecure?: boolean): string | null {
  const names = isSecure === undefined ? [true, false] : [isSecure];
  const tokens = names.map((name) => cookies.get(sessionCookieName(name)));
  return tokens.find((token) => token && TOKEN.test(token)) ?? null;
}

/** Gives the browser its token for so many days; null days: until the browser is closed, on a shared computer. */
export function setSessionCookie(
  cookies: Pick<Cookies, 'set'>,
  token: string,
  days: number | null,
  isSecure: boolean,
): void {
  const span = days === null ? {} : { maxAge: days * 86_400 };
  cookies.set(sessionCookieName(isSecure), token, { ...options(isSecure), ...span });
}

/** Takes the token back from the browser. */
export function forgetSessionCookie(cookies: Pick<Cookies, 'delete'>, isSecure: boolean): void {
  cookies.delete(sessionCookieName(isSecure), options(isSecure));
}

function options(isSecure: boolean): CookieOptions {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure };
}
