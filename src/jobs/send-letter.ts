import { type PostOffice, sendLetter } from '#domain/notices/send-letter.server.ts';
import type { Log } from '#platform/log.ts';

/** Sends the letter of this id. What could not be sent now is taken up again by the sweep. */
export async function sendLetterTask(payload: { id: string }, office: PostOffice, log: Log): Promise<void> {
  const sending = await sendLetter(office, payload.id);
  if ('code' in sending) log.warn(`letter.${sending.state}`, { letter: payload.id, code: sending.code });
}
