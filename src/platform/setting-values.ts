import { isIP } from 'node:net';
import { isSigningKey } from './dkim-key.ts';

/** An address of a mail server, `smtps://user:password@host:465`; undefined for anything else, as below. */
export function smtpIn(value: string): string | undefined {
  const url = URL.parse(value);
  return url && /^smtps?:$/.test(url.protocol) && url.hostname ? value : undefined;
}

/** A mail address, with or without a name before it. */
export const senderIn = (value: string) =>
  /^([^<>\r\n"]+ )?<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(value) ? value : undefined;

const LABELS = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i;
/** The name of a key in the DNS. */
export const selectorIn = (value: string) => (LABELS.test(value) ? value : undefined);

/** The name of a domain. */
export const domainIn = (value: string) => (LABELS.test(value) && value.includes('.') ? value : undefined);

/** A file with a key that mails can be signed with. */
export const keyFileIn = (file: string) => (isSigningKey(file) ? file : undefined);

/** IP addresses and nets, with commas. */
export function addressesIn(value: string): string[] | undefined {
  const addresses = value.split(',').map((address) => address.trim());
  return addresses.every(isAddressOrNet) ? addresses : undefined;
}

function isAddressOrNet(value: string): boolean {
  const [address = '', bits, ...more] = value.split('/');
  const longest = isIP(address) === 4 ? 32 : 128;
  return (
    isIP(address) > 0 &&
    more.length === 0 &&
    (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= longest))
  );
}
