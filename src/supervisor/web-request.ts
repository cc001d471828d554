import { BlockList, isIP } from 'node:net';
import { isLoopback } from '#platform/settings.ts';

/** Names under which the web part reads who is speaking. What a client sends under them is replaced. */
export const SPOKEN = {
  protocol: 'x-klyngerum-protocol',
  host: 'x-klyngerum-host',
  address: 'x-klyngerum-address',
} as const;

type Headers = Record<string, string | string[] | undefined>;
export type Speaking = { publicUrl: string; proxies: BlockList };

/** The addresses and nets whose word about a visitor's address is taken. */
export function proxiesOf(addresses: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of addresses) {
    const [address = '', bits] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return list;
}

/**
 * Writes into the request's headers which address it was spoken to and who speaks, as this installation
 * knows it, and takes out what a client claims about either.
 */
export function speakFor(
  headers: Headers,
  remoteAddress: string | undefined,
  { publicUrl, proxies }: Speaking,
): void {
  const { protocol, host } = new URL(publicUrl);
  const address = visitorOf(remoteAddress ?? '', String(headers['x-forwarded-for'] ?? ''), proxies);
  for (const name of CLAIMS) delete headers[name];
  headers[SPOKEN.protocol] = protocol.slice(0, -1);
  headers[SPOKEN.host] = isOwnName(headers.host, publicUrl) ? String(headers.host) : host;
  headers[SPOKEN.address] = address;
}

/**
 * Takes the one click by which a mail program ends a kind of mail (RFC 8058) as one of our own forms: it comes from
 * nowhere, and the token in its address is all that it shows. Nothing else about who asks goes along.
 */
export function takeOneClick(method: string | undefined, path: string, headers: Headers): void {
  if (method !== 'POST' || !/^\/u\/[\w-]{43}$/.test(path)) return;
  delete headers.cookie;
  headers.origin = `${headers[SPOKEN.protocol]}://${headers[SPOKEN.host]}`;
}

const CLAIMS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-real-ip',
];

// Whoever sits at the machine may write localhost or its number; the port must be ours.
function isOwnName(host: Headers['host'], publicUrl: string): boolean {
  const own = new URL(publicUrl);
  const spoken = URL.parse(`${own.protocol}//${host}`);
  return (
    spoken !== null && isLoopback(own.hostname) && isLoopback(spoken.hostname) && spoken.port === own.port
  );
}

// From the right: each proxy adds whom it heard, and the first that is no proxy of ours is the visitor.
function visitorOf(remote: string, forwardedFor: string, proxies: BlockList): string {
  const heard = [...forwardedFor.split(',').map((address) => address.trim()), remote].map(plain);
  while (heard.length > 1 && isListed(heard.at(-1) ?? '', proxies) && isIP(heard.at(-2) ?? '') > 0)
    heard.pop();
  return heard.at(-1) ?? '';
}

const plain = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '');

function isListed(address: string, proxies: BlockList): boolean {
  return isIP(address) > 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

const BYTES_OF_A_FORM = 512 * 1024;

/** The most that any request may hold: a file of figures and what a form adds to it. */
export const BYTES_OF_A_DELIVERY = 201 * 1024 * 1024;

/** Addresses that take a file, in pieces, and look at it as it comes; each has the one form with the file and no other. */
const UPLOADS: readonly RegExp[] = [
  /\/deliveries\/upload$/,
  /^\/g\/[^/]+\/slides$/,
  /^\/c\/[^/]+\/meetings\/[^/]+\/money\/[^/]+$/,
];
const pathOf = (address: string) => address.split('?', 1)[0] ?? '';
const takesFiles = (address: string) => UPLOADS.some((pattern) => pattern.test(pathOf(address)));

/**
 * The status with which a request is refused before its body is read, or null. Only a few addresses take files, as a
 * stream; a body elsewhere must say its length, and be short.
 */
export function refusalOfBody(address: string, headers: Headers): 411 | 413 | null {
  const most = takesFiles(address) ? BYTES_OF_A_DELIVERY : BYTES_OF_A_FORM;
  if (headers['content-length'] !== undefined) return Number(headers['content-length']) > most ? 413 : null;
  return headers['transfer-encoding'] !== undefined && most === BYTES_OF_A_FORM ? 411 : null;
}

/** The page that tells of a file which was refused before it was read; null where no file was to be sent. */
export function pageOfTooLarge(address: string): string | null {
  if (!takesFiles(address)) return null;
  return `${pathOf(address).replace(/\/deliveries\/upload$/, '/deliveries/new')}?refused=too_large#errors`;
}
