import { expect, test } from 'vitest';
import {
  forgetSessionCookie,
  readSessionCookie,
  sessionCookieName,
  setSessionCookie,
} from './session-cookie.ts';

function aBrowser() {
  const kept = new Map<string, { value: string; options: object }>();
  return {
    kept,
    get: (name: string) => kept.get(name)?.value,
    set: (name: string, value: string, options: object) => void kept.set(name, { value, options }),
    delete: (name: string) => void kept.delete(name),
  };
}

test('an own device keeps the session for 30 days, out of reach of scripts and other sites', () => {
  const browser = aBrowser();
  setSessionCookie(browser, 'token', 30, false);
  const common = { path: '/', httpOnly: true, sameSite: 'lax' };
  expect(browser.kept.get('klyngerum')).toEqual({
    value: 'token',
    options: { ...common, secure: false, maxAge: 2_592_000 },
  });
  expect(readSessionCookie(browser)).toBe('token');
});

test('a shared computer forgets the session with the browser', () => {
  const browser = aBrowser();
  setSessionCookie(browser, 'token', null, true);
  expect(browser.kept.get('__Host-klyngerum')?.options).toEqual({
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: true,
  });
});

test('over https a cookie that a neighbouring site could have set does not count', () => {
  const browser = aBrowser();
  browser.set('klyngerum', 'planted', {});
  expect(readSessionCookie(browser, true)).toBeNull();
  expect(readSessionCookie(browser, false)).toBe('planted');
});

test.each(['', '\u0000', 'a b', 'ø'])('a cookie of %j is no token', (value) => {
  const browser = aBrowser();
  browser.set('klyngerum', value, {});
  expect(readSessionCookie(browser, false)).toBeNull();
});

test('signing out takes the token back', () => {
  const browser = aBrowser();
  setSessionCookie(browser, 'token', 30, true);
  forgetSessionCookie(browser, true);
  expect(browser.get(sessionCookieName(true))).toBeUndefined();
});
