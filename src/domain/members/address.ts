const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** The address as it is kept, in small letters without blanks around it; null when it cannot be one. */
export function addressIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const address = value.trim().toLowerCase();
  return ADDRESS.test(address) && address.length <= 254 ? address : null;
}

// A browser drops tabs and line ends from an address, so that `/<tab>/elsewhere` would lead to another site.
const OWN_PATH = /^\/(?:[^/\\\p{C}][^\p{C}\\]*)?$/u;

/** A path of this site, for coming back to, spelt as a header may hold it; the front page for anything else. */
export function ownPathIn(value: unknown): string {
  if (typeof value !== 'string' || !OWN_PATH.test(value)) return '/';
  const path = value.replace(/[^!-~]/gu, encodeURIComponent);
  return path.length <= 300 ? path : '/';
}
