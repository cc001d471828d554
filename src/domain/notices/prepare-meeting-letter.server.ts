import type { SystemScope } from '#platform/scope.server.ts';
import type { Locale } from '#ui/format.ts';
import { listLines } from './digests.server.ts';
import { letterFootText, muteFootText } from './letter.text.ts';
import { refusalOfSending } from './letter.ts';
import { type Sheet, sheetOf } from './letter-sheet.ts';
import type { MeetingLetter } from './letters.server.ts';
import { makeLink, makeMuteLink } from './make-link.server.ts';
import { findMeetingAddressee, findReplyTo, type MeetingAddressee } from './meeting-addressee.server.ts';
import { findCalendarPart, rememberTold } from './meeting-calendar.server.ts';
import { linkText, meetingLetterText } from './meeting-letter.text.ts';
import { mayBeMuted, wayOf } from './meeting-letter.ts';
import { refusalOfMeetingLetter } from './meeting-letter-refusal.ts';
import { findSituation } from './meeting-situation.server.ts';
import { findTold } from './meeting-told.server.ts';
import type { ReadyLetter } from './ready-letter.ts';

/** From where letters are sent: our address, and that of the sender. */
export type Desk = { publicUrl: string; sender: string };

/**
 * Writes a letter about a meeting as things stand now, and makes its links; or says why it is not sent after all.
 */
export async function prepareMeetingLetter(
  scope: SystemScope,
  letter: MeetingLetter,
  desk: Desk,
): Promise<ReadyLetter | { refusal: string }> {
  const late = refusalOfSending(letter, scope.now);
  if (late) return { refusal: late };
  const addressee = await findMeetingAddressee(scope, letter);
  if (typeof addressee === 'string') return { refusal: addressee };
  const refusal = refusalOfMeetingLetter(letter.kind, await findSituation(scope, letter));
  if (refusal) return { refusal };
  const sheet = await writeSheet(scope, letter, addressee, desk);
  if (!sheet) return { refusal: 'nothing_left' };
  const { address, isExample, name, personId } = addressee;
  const { letterId, messageId } = letter;
  return {
    ...{ letterId, messageId, personId, name, address, isExample, sheet },
    replyTo: await findReplyTo(scope, letter),
    ...(await partsOf(scope, letter, addressee, desk)),
  };
}

/** What goes with a letter besides its words. */
async function partsOf(
  scope: SystemScope,
  letter: MeetingLetter,
  addressee: MeetingAddressee,
  { publicUrl, sender }: Desk,
): Promise<Pick<ReadyLetter, 'calendar' | 'unsubscribeUrl'>> {
  const calendar = sender ? await findCalendarPart(scope, letter, addressee, sender) : null;
  if (calendar) await rememberTold(scope, letter, calendar);
  const mute =
    addressee.memberId && mayBeMuted(letter.kind)
      ? await makeMuteLink(scope, letter, addressee.memberId)
      : undefined;
  return {
    calendar: calendar ?? undefined,
    unsubscribeUrl: mute && new URL(mute, publicUrl).href,
  };
}

async function writeSheet(
  scope: SystemScope,
  letter: MeetingLetter,
  addressee: MeetingAddressee,
  { publicUrl }: Desk,
): Promise<Sheet | null> {
  const { locale, name } = addressee;
  const lines = await listLines(scope, letter, locale);
  if (letter.kind === 'digest' && lines.length === 0) return null;
  const told = { ...(await findTold(scope, letter, locale)), name, lines };
  const { path, until } = await makeLink(scope, letter, addressee);
  const writing = meetingLetterText[locale][letter.kind](told);
  const after = linkText[locale][wayOf(letter.kind)](until);
  const foot = footOf(locale, letter, new URL(publicUrl).host);
  return sheetOf(locale, { ...writing, after, foot }, new URL(path, publicUrl).href);
}

function footOf(locale: Locale, { kind }: MeetingLetter, host: string): string {
  const foot = letterFootText[locale](host);
  return mayBeMuted(kind) ? `${foot} ${muteFootText[locale]}` : foot;
}
