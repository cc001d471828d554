/** A municipality by its code and name, and the region it belongs to today. */
export type Municipality = { code: string; name: string; region: string };

/** The municipality that somebody means: by name in any case, with `aa` for `å`, and with the word itself behind. */
export function municipalityNamed(all: readonly Municipality[], text: string): Municipality | null {
  const wanted = spelt(text);
  return all.find(({ name, code }) => spelt(name) === wanted || code === text.trim()) ?? null;
}

/** Up to three municipalities whose names begin alike, the likest first, to be offered when none has the name. */
export function municipalitiesLike(all: readonly Municipality[], text: string): Municipality[] {
  const wanted = spelt(text);
  const likeness = all.map((one) => ({ one, shared: sharedStart(spelt(one.name), wanted) }));
  const alike = likeness.filter(({ shared }) => shared >= 3).toSorted((a, b) => b.shared - a.shared);
  return alike.slice(0, 3).map(({ one }) => one);
}

function sharedStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function spelt(text: string): string {
  const name = text.normalize('NFC').toLowerCase().trim();
  const bare = name.replace(/s? (?:kommune|municipality)$/, '');
  return bare.replaceAll('å', 'aa').replace(/[\s-]+/g, ' ');
}
