import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const LEAST_BYTES = 1000;
const pack = promisify(gzip);

/**
 * A page as it goes over the wire: packed by gzip when whoever asked takes that, else as it is. No page shows what a
 * stranger put into its address beside a secret, so its packed length tells nothing that the page does not.
 */
export async function packed(page: Response, accepted: string | null): Promise<Response> {
  if (!page.body || !isHtml(page) || !/\bgzip\b/.test(accepted ?? '')) return page;
  const { status, headers } = page;
  headers.append('vary', 'accept-encoding');
  const bytes = Buffer.from(await page.arrayBuffer());
  if (bytes.length < LEAST_BYTES) return new Response(bytes, { status, headers });
  const body = await pack(bytes, { level: 4 });
  headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(body.length));
  return new Response(body, { status, headers });
}

const isHtml = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/html') === true;
