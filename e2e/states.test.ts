import type pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { spreadText } from '#domain/benchmarks/spread.text.ts';
import { receiptText } from '#domain/deliveries/receipt.text.ts';
import { sourceText } from '#domain/deliveries/source.text.ts';
import { uploadText } from '#domain/deliveries/upload.text.ts';
import { foundClusterText } from '#domain/members/found-cluster.text.ts';
import { memberListText } from '#domain/members/member-list.text.ts';
import { signInText } from '#domain/members/sign-in.text.ts';
import { addressOf, DOOR_NAMES, type Door } from '#domain/tryout/door.ts';
import { type App, startApp } from './app.ts';
import { aVisitor, openBrowser } from './browser.ts';
import { ownerOf, type Values, valuesFor } from './example-world.ts';
import { enter, letterLink, press, pressAsked } from './steps.ts';
import { faultsOf } from './walk.ts';

/*
 * What a page looks like when a form has answered: figures uncovered, errors beside fields, a list to correct. The
 * walk over all addresses does not come there.
 */
const TIME = 120_000;
let app: App;
let owner: pg.Pool;
let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([startApp(), openBrowser()]);
  owner = ownerOf(app);
}, TIME);

afterAll(async () => {
  await browser?.close();
  await owner?.end();
  await app?.close();
});

type Way = (page: Page, values: Values) => Promise<void>;

const go = (page: Page, path: string) => page.goto(app.origin + path);

const LONG_LIST = [
  `${DOOR_NAMES.coordinator}, Lægehuset Prøvebakken, 900941, ${addressOf(DOOR_NAMES.coordinator)}`,
  'Ærøe-Østergaard Åkjærsdatter Mikkelsen-Prøvenavn, Lægefællesskabet ved Nørre Prøvetorv og Søndre Prøvegade, 900942, meget.langt.navn@proeven.example',
  'Bo Prøvesen, Lægerne ved Prøven, 123, bo@proeven.example',
  'Bo Prøvesen, Lægerne ved Prøven, 900942, bo@proeven.example',
  'intet forståeligt her 12345678',
].join('\n');

const DOUBTFUL_FILE = [
  'ydernr;KOL_N_1718;KOL_p_1718;alder_1718;bemærkning',
  '900101;210;2,8;7.389;',
  '900102;321;3,7;8.627;ok',
  '900103;:;:;5.606;',
].join('\n');

const WAYS: [string, Door | null, Way][] = [
  [
    'the own place uncovered, over two periods',
    'doctor',
    async (page, { cluster }) => {
      await go(page, `/c/${cluster}/indicators/op1`);
      await press(page, spreadText.da.show);
    },
  ],
  [
    'the own place in a cluster too small to show',
    'smaller',
    async (page, { cluster }) => {
      await go(page, `/c/${cluster}/indicators/op1`);
      await press(page, spreadText.da.show);
    },
  ],
  [
    'an address that is none',
    null,
    async (page) => {
      await go(page, '/sign-in');
      await page.getByLabel(signInText.da.email).fill('ingen adresse');
      await press(page, signInText.da.send);
    },
  ],
  [
    'a link that works',
    null,
    async (page) => {
      await go(page, '/sign-in');
      await page.getByLabel(signInText.da.email).fill(addressOf(DOOR_NAMES.larger));
      await press(page, signInText.da.send);
      await page.goto(await letterLink(page, app.origin, DOOR_NAMES.larger));
    },
  ],
  ['the mailbox with letters in it', null, async (page) => void (await go(page, '/demo/mailbox'))],
  [
    'a file with questions to its columns',
    'source',
    async (page, { source }) => {
      await go(page, `/source/${source}/deliveries/new`);
      await page.getByLabel(uploadText.da.paste).fill(DOUBTFUL_FILE);
      await press(page, uploadText.da.act);
      await page.waitForURL(/\/columns/);
    },
  ],
  [
    'a file that was refused',
    'source',
    async (page, { source }) => {
      await go(page, `/source/${source}/deliveries/new`);
      await page.getByLabel(uploadText.da.paste).fill('kun én kolonne\n1\n');
      await press(page, uploadText.da.act);
    },
  ],
  [
    'the letter with a key',
    'source',
    async (page, { source }) => {
      await go(page, `/source/${source}/practices`);
      await page.locator('#keys summary').click();
      await page.locator('#keys label').first().click();
      await press(page, sourceText.da.practices.make);
    },
  ],
  [
    'a delivery that was withdrawn',
    'source',
    async (page, { source, delivery }) => {
      await go(page, `/source/${source}/deliveries/${delivery}`);
      await pressAsked(page, receiptText.da.withdraw.act);
    },
  ],
  [
    'a pasted list with rows to mend',
    'coordinator',
    async (page) => {
      await go(page, '/new-cluster');
      await page.getByLabel(foundClusterText.da.name).fill('Prøveklyngen');
      await page.getByLabel(foundClusterText.da.municipality).fill('Vestfjord (eksempel)');
      await page.getByLabel(memberListText.da.paste.label).fill(LONG_LIST);
      await press(page, memberListText.da.paste.act);
      await press(page, foundClusterText.da.create);
    },
  ],
  [
    'what is asked before publishing',
    'coordinator',
    async (page, { cluster }) => {
      await go(page, `/c/${cluster}/indicators/op1/contributors`);
      await page.locator('main summary').first().click();
    },
  ],
  [
    'a page that is not there',
    'secretary',
    async (page, { cluster }) => {
      await go(page, `/c/${cluster}/indicators`);
    },
  ],
];

test.each(WAYS)(
  '%s is sound in every look',
  async (_, door, way) => {
    const visitor = await aVisitor(browser);
    if (door) await enter(visitor.page, app.origin, door);
    await way(visitor.page, await valuesFor(owner, door ?? 'coordinator'));
    // An answer that refuses is told by the browser as an error too.
    visitor.complaints.splice(0);
    expect(await faultsOf(visitor, 'da')).toEqual([]);
    await visitor.context.close();
  },
  TIME,
);
