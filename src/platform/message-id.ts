import { isIP } from 'node:net';

/**
 * The Message-ID of a letter, `<letter id@host>`, with the host of PUBLIC_URL. It is made when the letter is
 * written and never again, so that a letter that is sent twice is known to be the same one.
 */
export function messageIdOf(letterId: string, publicUrl = process.env.PUBLIC_URL): string {
  return `<${letterId}@${messageHost(publicUrl)}>`;
}

/** The host that Message-IDs carry: that of PUBLIC_URL where it is a name, else `localhost`. */
export function messageHost(publicUrl = process.env.PUBLIC_URL): string {
  const host = URL.parse(publicUrl ?? '')?.hostname ?? '';
  const isName = host !== '' && !host.startsWith('[') && isIP(host) === 0;
  return isName ? host : 'localhost';
}
