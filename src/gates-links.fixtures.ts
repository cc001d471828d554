import { sql } from 'kysely';
import { aToken, NOW, owner } from '#test/world.ts';
import type { Ids, Place } from './gates-meetings.fixtures.ts';

/** The links that open a page of the cluster, by whom they are for. */
export type Links = Awaited<ReturnType<typeof linksOf>>;

const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

/** A link of every purpose, held by a doctor, by guests, by a house and by whoever is in the room. */
export async function linksOf(
  { clusterId, doctor }: Place,
  meeting: Ids,
  { guestId, earlierGuestId, respondentId }: Record<'guestId' | 'earlierGuestId' | 'respondentId', string>,
) {
  const { memberId } = doctor;
  const link = async (row: Record<string, string>) => {
    const token = aToken();
    const {
      purpose,
      member_id = null,
      meeting_id = null,
      guest_id = null,
      respondent_id = null,
      about = '',
    } = row;
    await sql`insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, guest_id, respondent_id, about, made_at, expires_at)
      values (hash_of(${token}), ${clusterId}, ${purpose}, ${member_id}, ${meeting_id}, ${guest_id}, ${respondent_id}, ${about}, ${NOW}, ${days(30)})`.execute(
      owner,
    );
    return { link: token };
  };
  const ahead = { meeting_id: meeting.ahead };
  return {
    'a member’s link': await link({ purpose: 'member', member_id: memberId, ...ahead }),
    'a member’s link on paper': await link({
      purpose: 'member',
      member_id: memberId,
      about: 'handed_over',
      ...ahead,
    }),
    'a guest’s link': await link({ purpose: 'guest', guest_id: guestId, ...ahead }),
    'a guest’s link to a meeting that is over': await link({
      purpose: 'guest',
      guest_id: earlierGuestId,
      meeting_id: meeting.closed,
    }),
    'the link of a partner’s person to a questionnaire': await link({
      purpose: 'respondent',
      respondent_id: respondentId,
      ...ahead,
    }),
    'the venue’s link': await link({ purpose: 'venue', ...ahead }),
    'the room’s link': await link({ purpose: 'room', meeting_id: meeting.today }),
    'a calendar’s link': await link({ purpose: 'feed', member_id: memberId }),
    'the link that ends a mail': await link({ purpose: 'mute', member_id: memberId, about: 'week_ahead' }),
  };
}
