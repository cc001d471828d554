import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Visitor } from './browser.ts';

// Less than half as much to read, for every page, as the one with its comments.
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Goes to an address with nothing kept from before, and answers its status and the bytes that came. */
export async function arrive(
  { page, context }: Visitor,
  url: string,
): Promise<{ status: number; bytes: number }> {
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const answer = await page.goto(url, { waitUntil: 'load' });
  await wire.detach();
  return { status: answer?.status() ?? 0, bytes };
}

/** What is amiss with the page as it stands: its frame, its width on a phone, and what axe finds in every look. */
export async function faultsOf(visitor: Visitor, locale: 'da' | 'en'): Promise<string[]> {
  const { page } = visitor;
  const faults = await frameFaults(page, locale);
  await page.setViewportSize({ width: 390, height: 844 });
  faults.push(...(await phoneFaults(visitor, true)));
  await page.setViewportSize({ width: 1280, height: 900 });
  faults.push(...(await axeFaults(page, 'wide light')));
  // Another scheme changes colours and nothing else.
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await axeFaults(page, 'wide dark', ['color-contrast'])));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

// What a wide screen can change of a page that is sound on a phone; colours are the same there.
const OF_WIDTH = ['target-size', 'scrollable-region-focusable', 'link-in-text-block'];

/**
 * The same for one of many pages that share their frame: what is alike on a phone and on a wide screen is looked at on
 * the phone alone.
 */
export async function pageFaultsOf(visitor: Visitor, locale: 'da' | 'en'): Promise<string[]> {
  const { page } = visitor;
  const faults = await frameFaults(page, locale);
  await page.setViewportSize({ width: 390, height: 844 });
  faults.push(...(await phoneFaults(visitor, true)));
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  faults.push(...(await axeFaults(page, 'wide dark', ['color-contrast', ...OF_WIDTH])));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  return faults;
}

/** What is amiss with the page on a phone in daylight; what axe finds only where it is asked. */
export async function phoneFaults({ page, complaints }: Visitor, isAxeAsked: boolean): Promise<string[]> {
  const found = isAxeAsked ? await axeFaults(page, 'phone light') : [];
  return [...found, ...(await overflow(page)), ...complaints.splice(0)];
}

/**
 * What is amiss with a page on a phone that differs from another in what stands on it: its colours are those that the
 * other was looked at for.
 */
export async function otherwiseFaults({ page, complaints }: Visitor): Promise<string[]> {
  const found = await axeFaults(page, 'phone light', undefined, ['color-contrast']);
  return [...found, ...(await overflow(page)), ...complaints.splice(0)];
}

/** Whether a page is said to be in its language, has one heading and a title. */
export async function frameFaults(page: Page, locale: string): Promise<string[]> {
  const lang = await page.getAttribute('html', 'lang');
  const headings = await page.locator('h1').count();
  const title = await page.title();
  return [
    ...(lang === locale ? [] : [`is said to be in ${lang}`]),
    ...(headings === 1 ? [] : [`has ${headings} h1`]),
    ...(title.trim() ? [] : ['has no title']),
  ];
}

async function axeFaults(
  page: Page,
  look: string,
  rules?: string[],
  unasked: readonly string[] = [],
): Promise<string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  // The policy of the page forbids scripts of others; the browser's own tools may put them there.
  if (!isThere) await page.evaluate(AXE);
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: RULES };
  const off = Object.fromEntries(unasked.map((rule) => [rule, { enabled: false }]));
  const violations = await page.evaluate(
    async ({ off: rules, wish }) => {
      const { axe: there } = globalThis as unknown as { axe: Axe };
      // The style sheets of the page are its own and loaded, and it frames nothing.
      const options = { resultTypes: ['violations'], runOnly: wish, rules, preload: false, iframes: false };
      const found = await there.run(document, options);
      return found.violations.map(({ id, nodes }) => ({
        id,
        targets: nodes.map(({ target }) => String(target)),
      }));
    },
    { wish: runOnly, off },
  );
  return violations.map(({ id, targets }) => `${look}: ${id} at ${targets.join(' and ')}`);
}

type Found = { violations: { id: string; nodes: { target: unknown }[] }[] };
type Axe = { run(within: unknown, options: unknown): Promise<Found> };

// A box that scrolls in itself is no overflow; the page itself must not scroll sideways.
async function overflow(page: Page): Promise<string[]> {
  const { wide, sticking } = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > room + 1,
    );
    return {
      wide: document.documentElement.scrollWidth - room,
      sticking: out.slice(0, 3).map((each) => each.outerHTML.slice(0, 80)),
    };
  });
  return wide > 0 ? [`is ${wide} px too wide on a phone: ${sticking.join(' ')}`] : [];
}
