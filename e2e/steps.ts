import type { Page } from 'playwright-core';
import { checkText } from '#domain/deliveries/check.text.ts';
import { columnsPageText } from '#domain/deliveries/columns-page.text.ts';
import type { Door } from '#domain/tryout/door.ts';
import { tryoutText } from '#domain/tryout/tryout.text.ts';
import { waitFor } from './app.ts';

/** Enters the try-out as somebody, from its page. */
export async function enter(page: Page, origin: string, door: Door): Promise<void> {
  await page.goto(`${origin}/demo`);
  await press(page, tryoutText.da.doors[door].act);
}

/** Presses the button with these words, and waits for the page that follows. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name, exact: true }).first().click(),
  ]);
}

/** Follows the link with these words. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.waitForLoadState('load');
}

/** Opens the question before an act that cannot be undone, and presses the button below it. */
export async function pressAsked(page: Page, name: string, confirm = name): Promise<void> {
  await page.locator('summary', { hasText: name }).first().click();
  await press(page, confirm);
}

/** From where an upload led to, over the columns where there is a question about them, to the check. */
export async function goToCheck(page: Page): Promise<void> {
  if (page.url().endsWith('/columns')) await press(page, columnsPageText.da.act);
  await page.getByRole('heading', { level: 1, name: checkText.da.title }).waitFor();
}

const handedOut = new Set<string>();

/**
 * The link of the newest letter in the example mailbox that says all these words; waits for one to come that was not
 * asked for before, since each works once.
 */
export async function letterLink(page: Page, origin: string, ...words: string[]): Promise<string> {
  const find = async () => {
    await page.goto(`${origin}/demo/mailbox`);
    let letters = page.locator('main details');
    for (const word of words) letters = letters.filter({ hasText: word });
    const links = letters.first().locator('a[href*="/sign-in/"]');
    const link = (await links.count()) > 0 ? await links.first().getAttribute('href') : null;
    return link && !handedOut.has(link) ? link : null;
  };
  const link = await waitFor(find, `a letter with ${words.join(' and ')} is in the mailbox`);
  handedOut.add(link);
  return link;
}
