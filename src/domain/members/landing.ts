type Place = { kind: 'cluster' | 'source'; id: string };

/**
 * Where somebody who signs in is led: to the one cluster, or else the one data source, that they belong to; with
 * several or none to the page that lists them. A cluster comes first, since its coordinators own a source as well.
 */
export function landingOf(places: readonly Place[]): string {
  const clusters = places.filter(({ kind }) => kind === 'cluster');
  const [only, ...others] = clusters.length > 0 ? clusters : places;
  if (!only || others.length > 0) return '/my';
  return `/${only.kind === 'cluster' ? 'c' : 'source'}/${only.id}`;
}
