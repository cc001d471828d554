import { atMost, type Figure, type Part, seen } from './figure.ts';
import type { Ground } from './ground.ts';
import { beginWeb, type World } from './spread-page.ts';

const KB = 1000;

/** The pages that members use, as a path below their cluster or from the root. */
const PAGES = ['', '/indicators', '/indicators/qof-copd', '/practice', '/members'];
const OTHER_PAGES = ['/', '/sign-in', '/my'];

/** What goes over the wire when a member opens a page for the first time: the page, its styles, the font and icons. */
export async function measureBytes(ground: Ground, world: World): Promise<Part> {
  const web = await beginWeb(ground, world.urls);
  const origin = `http://127.0.0.1:${web.port}`;
  const cookie = `klyngerum=${world.token}`;
  const cluster = `/c/${world.clusterId}`;
  const pages = [...OTHER_PAGES, ...PAGES.map((path) => cluster + path)];
  const weighed = [];
  for (const path of pages) weighed.push(await weigh(origin, path, await open(origin + path, cookie)));
  const uncovered = await uncover(origin, world.path, cookie);
  weighed.push(await weigh(origin, `${world.path} uncovered`, uncovered));
  await web.stop();
  return {
    name: 'Bytes of a first visit, with font and styles',
    how: 'as a browser gets them, packed; KB of 1000 bytes',
    figures: figuresOf(weighed, cluster),
  };
}

type Weighed = { path: string; page: number; unpacked: number; beside: number; script: number };

function figuresOf(weighed: readonly Weighed[], cluster: string): Figure[] {
  const named = (path: string) => path.replace(cluster, '/c/…');
  const pages = weighed.map(({ path, page, beside }) => atMost(named(path), (page + beside) / KB, 'KB', 60));
  const heaviest = weighed.toSorted((one, other) => other.page - one.page)[0]!;
  return [
    ...pages,
    atMost('script on any of them', weighed.reduce((sum, { script }) => sum + script, 0) / KB, 'KB', 0),
    seen(`the heaviest page alone: ${named(heaviest.path)}`, heaviest.page / KB, 'KB'),
    seen('the same before it is packed', heaviest.unpacked / KB, 'KB'),
    seen('styles, font and icon beside it', heaviest.beside / KB, 'KB'),
  ];
}

type Opened = { html: string; bytes: number };

async function open(url: string, cookie: string): Promise<Opened> {
  return opened(await fetch(url, { headers: { cookie, 'accept-language': 'da' } }));
}

async function opened(answer: Response): Promise<Opened> {
  if (answer.status !== 200) throw new Error(`${answer.url} answered ${answer.status}`);
  return { bytes: Number(answer.headers.get('content-length')), html: await answer.text() };
}

// The own place stands only in the answer to its form.
async function uncover(origin: string, path: string, cookie: string): Promise<Opened> {
  const { html } = await open(origin + path, cookie);
  const [, command] = /name="command" value="([^"]+)"/.exec(html) ?? [];
  return opened(
    await fetch(`${origin}${path}?/show`, {
      method: 'POST',
      headers: { cookie, origin, 'accept-language': 'da', accept: 'text/html' },
      body: new URLSearchParams({ command: command ?? '' }),
    }),
  );
}

async function weigh(origin: string, path: string, { html, bytes }: Opened): Promise<Weighed> {
  const base = new URL(path.split(' ')[0]!, origin);
  const files = linkedIn(html).map((href) => new URL(href, base).href);
  let beside = 0;
  for (const file of new Set(files)) beside += await weightOf(file);
  const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)];
  let script = scripts.reduce((sum, [, text = '']) => sum + Buffer.byteLength(text), 0);
  for (const [, src] of html.matchAll(/(?:<script[^>]*\ssrc|rel="modulepreload"[^>]*href)="([^"]+)"/g))
    script += await weightOf(new URL(src!, base).href);
  return { path, page: bytes, unpacked: Buffer.byteLength(html), beside, script };
}

const linkedIn = (html: string) =>
  [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => /\bhref="([^"]+)"/.exec(tag)?.[1])
    .filter((href) => href !== undefined);

/** The bytes of a file as they are sent to a browser, which takes compressed ones. */
async function weightOf(url: string): Promise<number> {
  const answer = await fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  const length = Number(answer.headers.get('content-length'));
  const body = await answer.arrayBuffer();
  return answer.headers.has('content-encoding') && length > 0 ? length : body.byteLength;
}
