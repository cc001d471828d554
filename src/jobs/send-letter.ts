import { listDue, type PostOffice, sendLetter } from '#domain/notices/send-letter.server.ts';
import { factsOf, type Log } from '#platform/log.ts';

/** Sends the letter of this id. What could not be sent now is taken up again by the sweep. */
export async function sendLetterTask(payload: { id: string }, office: PostOffice, log: Log): Promise<void> {
  const sending = await sendLetter(office, payload.id);
  if ('code' in sending) log.warn(`letter.${sending.state}`, { letter: payload.id, code: sending.code });
}

/**
 * Sends what is due until nothing is: a letter that could not go is put off, and so no longer due. One that
 * breaks the sending is told of and left to the next sweep, so that it holds up no other.
 */
export async function sendDueLetters(office: () => PostOffice, log: Log, signal: AbortSignal): Promise<void> {
  const tried = new Set<string>();
  const listNew = async () => (await listDue(office())).filter((id) => !tried.has(id));
  for (let due = await listNew(); due.length > 0; due = await listNew())
    for (const id of due) {
      if (signal.aborted) return;
      tried.add(id);
      await sendLetterTask({ id }, office(), log).catch((problem) =>
        log.error('letter.broke', { letter: id, ...factsOf(problem) }),
      );
    }
}
