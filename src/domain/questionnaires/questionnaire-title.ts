const LONGEST_TITLE = 120;

/** The title, with a number behind it where the cluster has a questionnaire of that title already. */
export function titleApart(title: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const mark = number === 1 ? '' : ` (${number})`;
    const marked = title.slice(0, LONGEST_TITLE - mark.length) + mark;
    if (!taken.has(marked)) return marked;
  }
}
