import { fits, tableIn } from './list-columns.ts';
import { linesIn } from './list-lines.ts';
import { type ListedPerson, peopleInBlock, peopleInRow } from './list-people.ts';
import { type Piece, piecesIn } from './list-piece.ts';
import { tidied } from './list-tidying.ts';

/** A pasted list as understood, and the lines of it that were not, so that nothing goes missing unseen. */
export type MemberList = { people: ListedPerson[]; notRead: string[] };

/**
 * Reads a list of members as it stands in a mail or a sheet: name, practice, practice number and address in any
 * order, in columns, in lines, or in several lines a person. It guesses, and says where (`uncertain`).
 */
export function readMemberList(text: string): MemberList {
  const lines = withoutFarewell(linesIn(text));
  const table = tableIn(lines);
  const notRead: string[] = [];
  if (!table) {
    const people = peopleInBlocks(lines, notRead);
    return { people: tidied(people, isAPractice), notRead };
  }
  const people = table.rows.flatMap((cells) => {
    if (cells.length === 0) return [];
    if (fits(cells, table.columns)) return peopleInRow(cells, table);
    return peopleInBlocks([cells], notRead);
  });
  return { people: tidied(people, isAPractice), notRead };
}

function isAPractice(person: ListedPerson): boolean {
  return !person.name && !person.email;
}

const FAREWELL =
  /^(?:(?:med )?venlig hilsen|(?:de )?bedste hilsner|kærlig hilsen|hilsen|mvh\.?|vh\.?|kind regards|best regards|regards)\b/i;
const GREETING = /^(?:hej|kære|til alle|dear|hi|hello)\b/i;

// What stands below a farewell is the writer's own signature; a list above it has been read by then.
function withoutFarewell(lines: string[][]): string[][] {
  const listed = lines.findIndex((cells) => cells.some((cell) => cell.includes('@') || /\d{5,6}/.test(cell)));
  const end = lines.findIndex((cells, at) => at > listed && listed >= 0 && FAREWELL.test(cells[0] ?? ''));
  return end < 0 ? lines : lines.slice(0, end);
}

function peopleInBlocks(lines: string[][], notRead: string[]): ListedPerson[] {
  const people: ListedPerson[] = [];
  let block: Piece[][] = [];
  const close = () => {
    people.push(...peopleInBlock(block));
    block = [];
  };
  for (const cells of lines) {
    if (cells.length === 0) close();
    else {
      const pieces = cells.flatMap(piecesIn);
      if (isProse(cells, pieces)) notRead.push(cells.filter(Boolean).join(', '));
      else block.push(pieces);
    }
  }
  close();
  return people;
}

// A sentence of the mail around the list: nothing in it is a name, a practice, a number or an address.
function isProse(cells: string[], pieces: Piece[]): boolean {
  if (GREETING.test(cells[0] ?? '')) return !pieces.some(({ is }) => is === 'email');
  return !pieces.some(({ is }) => is === 'email' || is === 'number' || is === 'name' || is === 'practice');
}
