const ADDRESS = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** The address as it is kept, in small letters without blanks around it; null when it cannot be one. */
export function addressIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const address = value.trim().toLowerCase();
  return ADDRESS.test(address) && address.length <= 254 ? address : null;
}

/** A path of this site, for coming back to; the front page for anything else. */
export function ownPathIn(value: unknown): string {
  return typeof value === 'string' && /^\/([^/\\].*)?$/.test(value) && value.length <= 300 ? value : '/';
}
