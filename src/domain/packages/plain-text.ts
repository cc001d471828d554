/** A piece of plain text: a paragraph, or a list of lines that began with a hyphen. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly lines: readonly string[] };

/** Plain text as paragraphs and lists, in order. An empty line, or a change between the two, begins a new one. */
export function blocksOf(text: string): Block[] {
  return text.split(/\n\s*\n/).flatMap(blocksOfPiece);
}

function blocksOfPiece(piece: string): Block[] {
  const blocks: Block[] = [];
  for (const line of piece.split('\n').filter((each) => each.trim() !== '')) {
    const entry = /^\s*[-•]\s+(.*)$/.exec(line);
    const last = blocks.at(-1);
    if (entry && last?.kind === 'list') blocks.splice(-1, 1, { ...last, lines: [...last.lines, entry[1]!] });
    else if (entry) blocks.push({ kind: 'list', lines: [entry[1]!] });
    else if (last?.kind === 'paragraph')
      blocks.splice(-1, 1, { ...last, text: `${last.text} ${line.trim()}` });
    else blocks.push({ kind: 'paragraph', text: line.trim() });
  }
  return blocks;
}
