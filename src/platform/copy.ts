import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CompiledQuery, type Transaction } from 'kysely';
import { from } from 'pg-copy-streams';
import type { DB } from './database.ts';

/** What a cell of a copied row may be; a number is written as JavaScript writes it, which PostgreSQL reads. */
export type Cell = string | number | null;

/**
 * Copies rows into a table of the transaction, over the transaction's own connection, at the speed of COPY.
 * `target` names the table and its columns and is never made from input. An error tells its code and nothing
 * more, since PostgreSQL puts the cells into the words of it.
 */
export async function copyRows(
  db: Transaction<DB>,
  target: string,
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  await db.getExecutor().provideConnection(async (connection) => {
    const copy = from(`copy ${target} from stdin`);
    // The client takes, in the place of a text, whatever can submit itself to the server, and a COPY can.
    await connection.executeQuery(CompiledQuery.raw(copy as unknown as string));
    await pipeline(Readable.from(linesOf(rows)), copy).catch((problem: { code?: string }) => {
      throw Object.assign(new Error('the copy was refused'), { code: problem.code });
    });
  });
}

const ROWS_AT_ONCE = 1_000;

function* linesOf(rows: Iterable<readonly Cell[]>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row.map(written).join('\t'));
    if (lines.length < ROWS_AT_ONCE) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function written(cell: Cell): string {
  if (cell === null) return '\\N';
  return typeof cell === 'number' ? String(cell) : cell.replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign]!);
}
