import type { ClusterScope } from '#platform/scope.server.ts';
import type { Locale } from '#ui/format.ts';
import { letterFootText } from './letter.text.ts';
import { onOneLine } from './letter.ts';
import { type Sheet, sheetOf } from './letter-sheet.ts';
import { meetingLetterText, previewText } from './meeting-letter.text.ts';
import { type MeetingTold, receiverOf } from './meeting-letter.ts';
import { findTold } from './meeting-told.server.ts';
import type { NewMeetingLetter } from './write-meeting-letter.server.ts';

type Wish = Pick<NewMeetingLetter, 'kind' | 'meetingId' | 'to' | 'facts' | 'questionnaireRoundId'> & {
  locale?: Locale;
  /** What is not in the tables yet: the dates of a poll that is not open, say. */
  known?: Partial<MeetingTold>;
};

/**
 * How a letter would read if it were sent now. Nothing is written and no link is made: where the receiver's own link
 * will stand, the text says so.
 */
export async function previewLetter(
  scope: ClusterScope,
  { known, locale = 'da', ...letter }: Wish,
): Promise<Pick<Sheet, 'subject' | 'text'>> {
  const { facts = {}, kind, meetingId, to } = letter;
  const guestId = to !== 'venue' && 'guestId' in to ? to.guestId : null;
  const { questionnaireRoundId = null } = letter;
  const about = {
    ...{ kind, meetingId, guestId, facts, questionnaireRoundId },
    clusterId: scope.clusterId,
    replyToId: scope.personId,
  };
  const told = await findTold(scope, about, locale);
  const name = await findName(scope, letter);
  const lines = [facts.line1, facts.line2, facts.line3].filter((line): line is string => Boolean(line));
  const writing = meetingLetterText[locale][kind]({ ...told, name, lines, ...known });
  const text = previewText[locale];
  const foot = letterFootText[locale](text.host);
  const { subject, text: words } = sheetOf(
    locale,
    { ...writing, after: [], foot },
    text.link[receiverOf(kind)],
  );
  return { subject, text: words };
}

async function findName({ db }: ClusterScope, { meetingId, to }: Wish): Promise<string> {
  if (to !== 'venue' && 'respondentId' in to) return '';
  if (to === 'venue') {
    const found = await db
      .selectFrom('meeting')
      .select('place as name')
      .where('meetingId', '=', meetingId)
      .executeTakeFirst();
    return onOneLine(found?.name);
  }
  const found =
    'personId' in to
      ? await db.selectFrom('person').select('name').where('personId', '=', to.personId).executeTakeFirst()
      : await db
          .selectFrom('guest as g')
          .innerJoin('partnerPerson as p', 'p.partnerPersonId', 'g.partnerPersonId')
          .select('p.name')
          .where('g.guestId', '=', to.guestId)
          .executeTakeFirst();
  return onOneLine(found?.name);
}
