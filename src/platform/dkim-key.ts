import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What mails are signed with (RFC 6376): the domain, the name of the key there, and the file of its private half. */
export type DkimKey = { domain: string; selector: string; keyFile: string };

/** The private key in a file, as text. Throws when there is none that mails can be signed with. */
export function privateKeyIn(keyFile: string): string {
  const text = readFileSync(keyFile, 'utf8');
  const { asymmetricKeyDetails, asymmetricKeyType } = createPrivateKey(text);
  // Receivers take a signature of less for none.
  if (asymmetricKeyType !== 'rsa' || (asymmetricKeyDetails?.modulusLength ?? 0) < 1024)
    throw new TypeError('mails are signed with an RSA key of at least 1024 bits');
  return text;
}

/** Whether mails can be signed with the key in a file. */
export function isSigningKey(keyFile: string): boolean {
  try {
    return privateKeyIn(keyFile) !== '';
  } catch {
    return false;
  }
}
