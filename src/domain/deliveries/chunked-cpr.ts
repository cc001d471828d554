import { type CprHit, cprScan } from './cpr.ts';

const ENDS = /\r\n|\r|\n/;

/** The scan of `findCprNumbers` for a text that comes in pieces, cut anywhere. */
export async function findCprNumbersIn(pieces: AsyncIterable<string>, today: string): Promise<CprHit[]> {
  const scan = cprScan(today);
  const see = (line: string) => scan.see(/[;\t|]/.test(line) ? line.split(/[;\t|]/) : line.split(','));
  let rest = '';
  for await (const piece of pieces) {
    // A carriage return at the end may be half of a line's end.
    const text = rest + piece;
    const isHalf = text.endsWith('\r');
    const lines = (isHalf ? text.slice(0, -1) : text).split(ENDS);
    rest = `${lines.pop()}${isHalf ? '\r' : ''}`;
    for (const line of lines) see(line);
  }
  for (const line of rest.split(ENDS)) see(line);
  return scan.hits();
}
