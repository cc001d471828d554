import { createHash, randomBytes } from 'node:crypto';

/** The token of a link that is shown once. */
export function aLinkToken(): string {
  return randomBytes(32).toString('base64url');
}

/** By what the journal knows a token again without knowing it, so that a repeat shows no link that opens nothing. */
export function printOf(token: string): string {
  return createHash('sha256').update(`print of ${token}`).digest('hex').slice(0, 16);
}
