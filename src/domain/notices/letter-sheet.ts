import type { Locale } from '#ui/format.ts';
import type { Writing } from './letter.text.ts';

/** A letter as it is sent: the same words twice, as plain text and as simple HTML. */
export type Sheet = { subject: string; text: string; html: string };

/** Sets the words of a letter around its one link. Names may hold anything: in HTML they stay text. */
export function sheetOf(locale: Locale, writing: Writing & { foot: string }, url: string): Sheet {
  const { act, after, body, foot, subject, why } = writing;
  return {
    // Blanks that hold words together belong on a page; in a list of mails they only look odd to some programs.
    subject: subject.replaceAll('\u00a0', ' '),
    text: `${[why, ...body, `${act}:\n${url}`, ...after, `-- \n${foot}`].join('\n\n')}\n`,
    html: htmlOf(locale, writing, url),
  };
}

const FACE = "font-family:'Source Sans 3','Segoe UI',Helvetica,Arial,sans-serif";

function htmlOf(
  locale: Locale,
  { act, after, body, foot, subject, why }: Writing & { foot: string },
  url: string,
): string {
  const paragraph = (words: string) => `<p style="white-space:pre-line">${escaped(words)}</p>`;
  return `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="${FACE};font-size:17px;line-height:1.5;max-width:36em;margin:24px auto;padding:0 16px;color:#1d2a30">
${[why, ...body].map(paragraph).join('\n')}
<p><a href="${escaped(url)}" style="display:inline-block;padding:12px 20px;border-radius:6px;background:#0b5563;color:#ffffff;text-decoration:none;font-weight:600">${escaped(act)}</a></p>
${after.map(paragraph).join('\n')}
<p style="color:#5b6a70;font-size:14px">${escaped(foot)}</p>
</body>
</html>
`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}
