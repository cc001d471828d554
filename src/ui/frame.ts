/** A link of the frame: an address within the site and the words it carries. */
export type FrameLink = { href: string; label: string };

/**
 * What a layout or a page tells the frame around it, as `frame` among what it loads.
 * `place` is the room one is in; `crumbs` are the pages above this one, outermost first.
 */
export type Frame = {
  place?: FrameLink;
  sections?: FrameLink[];
  crumbs?: FrameLink[];
  /** True where invented figures are shown: every page then says so. */
  isExample?: boolean;
  /** True for a page that fills the whole width, as a check of many columns does. */
  isBroad?: boolean;
  /** True for a page that stands without frame, as the wall does. */
  isBare?: boolean;
};

/** The address of the section that a path belongs to, the most particular one, or null for none. */
export function sectionAt(path: string, sections: readonly FrameLink[]): string | null {
  const holding = sections.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  return holding.toSorted((a, b) => b.href.length - a.href.length)[0]?.href ?? null;
}
