/** A piece of a letter as the mailbox shows it: words, or the one link with its own words. */
export type LetterPart = { words: string } | { words: string; url: string };

const LINK = /^(.+):\n(https?:\/\/\S+)$/;

/** The paragraphs of a letter's plain text, in order. The link is the one whose address stands on a line of its own. */
export function partsIn(body: string): LetterPart[] {
  return body
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => {
      const [, words, url] = LINK.exec(paragraph) ?? [];
      return words && url ? { words, url } : { words: paragraph.replace(/^-- \n/, '') };
    });
}
