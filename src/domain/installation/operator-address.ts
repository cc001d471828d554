type Sending = { mailFrom: string; sendsMail: boolean };

// Addresses that say themselves that nobody reads them.
const UNREAD = /^(?:(?:no|do-?not)[-_.]?reply|svar[-_.]?ikke|ikke[-_.]?svar)@/i;

/**
 * The address to ask whoever runs the installation at: the one its letters come from. Null where no letter leaves,
 * since the address is then nobody's, and where it says itself that nobody reads it.
 */
export function operatorAddressOf({ mailFrom, sendsMail }: Sending): string | null {
  const address = /<([^<>]+)>$/.exec(mailFrom)?.[1] ?? mailFrom;
  return sendsMail && !UNREAD.test(address) ? address : null;
}
