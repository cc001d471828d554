import { randomUUID } from 'node:crypto';
import { type Guest, isTaken, untilAnswered } from './guest.ts';

/** One write: the form it was sent with, its command, and what it set. */
export type Write = { path: string; command: string; fields: Readonly<Record<string, string>> };

/** Somebody who writes one thing after the other; `next` tells what, for the place in the row. */
export type Writer = { name: string; guest: Guest; next: (place: number) => Omit<Write, 'command'> };

/**
 * Lets every writer write, all at the same time, until `isDone`. Each sends what was not answered once more, with
 * the same command, as a browser does that is reloaded. Answers what was acknowledged, in order, by writer.
 */
export async function writeUntil(
  writers: readonly Writer[],
  isDone: () => boolean,
  onWritten: () => void,
): Promise<Map<string, Write[]>> {
  const written = new Map(writers.map(({ name }) => [name, [] as Write[]]));
  const writeOn = async ({ name, guest, next }: Writer) => {
    for (let place = 0; !isDone(); place += 1) {
      const write = { ...next(place), command: randomUUID() };
      const answer = await untilAnswered(() =>
        guest.post(write.path, { ...write.fields, command: write.command }),
      );
      if (!isTaken(answer)) throw new Error(`${name} was refused ${write.path}: ${answer.status}`);
      written.get(name)!.push(write);
      onWritten();
    }
  };
  await Promise.all(writers.map(writeOn));
  return written;
}
