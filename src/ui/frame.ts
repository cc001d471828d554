/** A link of the frame: an address within the site and the words it carries. */
export type FrameLink = { href: string; label: string };

/** A section of the rail. `covers` are addresses of other pages that belong to it too. */
export type Section = FrameLink & { covers?: readonly string[] };

/**
 * What a layout or a page tells the frame around it, as `frame` among what it loads.
 * `place` is the room one is in; `crumbs` are the pages above this one, outermost first.
 */
export type Frame = {
  place?: FrameLink;
  sections?: Section[];
  crumbs?: FrameLink[];
  /** True where invented figures are shown: every page then says so. */
  isExample?: boolean;
  /** True for a page that fills the whole width, as a check of many columns does. */
  isBroad?: boolean;
  /** True for a page that stands without frame, as the wall does. */
  isBare?: boolean;
};

/** The address of the section that a path belongs to, the most particular one, or null for none. */
export function sectionAt(path: string, sections: readonly Section[]): string | null {
  const holding = sections
    .flatMap(({ href, covers = [] }) => [href, ...covers].map((above) => ({ href, above })))
    .filter(({ above }) => path === above || path.startsWith(`${above}/`));
  return holding.toSorted((a, b) => b.above.length - a.above.length)[0]?.href ?? null;
}
