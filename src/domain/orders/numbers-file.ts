/**
 * The practices of an order as a file that Danish spreadsheets open: UTF-8 with its mark, semicolons, one practice a
 * line, below these headings. A name that begins like a formula gets an apostrophe before it.
 */
export function numbersFile(
  { number, name }: { number: string; name: string },
  practices: readonly { number: string; name: string }[],
): string {
  const rows = [[number, name], ...practices.map((practice) => [practice.number, practice.name])];
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const plain = text.replace(/[\r\n\t\0]+/g, ' ');
  const safe = /^\s*[=+\-@|%＝＋－＠]/u.test(plain) ? `'${plain}` : plain;
  return /[";]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
