import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { roundAt } from './example-rounds.ts';

type Values = Readonly<Record<string, string>>;

const AT = '/meetings/[meeting=uuid]/';
// Pages about a meeting whose day is asked about, and about one that lies fast; all others are about one that was held.
const ASKED = ['dates', 'letters', 'guests', 'questions', 'figures'];
const FAST = [
  'agenda',
  'people',
  'venue',
  'attendance',
  'move',
  'cancel',
  'change',
  'minutes/write',
  'close',
];

/** What stands in the address of a pattern: that of the meeting that the page is about. */
export function valuesAt(pattern: string, values: Values): Values {
  const [, page = ''] = pattern.split(AT);
  const isAbout = (pages: readonly string[]) => page !== '' && pages.some((name) => page.startsWith(name));
  const { ahead = '', fast = '', fast_item: item = '', listed = '', missed = '' } = values;
  const missing = page.startsWith('letters/') && missed ? { member: missed } : {};
  if (isAbout(ASKED)) return { ...values, ...missing, meeting: ahead, guest: listed };
  if (isAbout(FAST)) return { ...values, meeting: fast, agenda_item: item };
  return { ...values, ...roundAt(pattern, values) };
}

/**
 * The ids that hang on the meetings of an example cluster; an id that nobody has stands for what it lacks. `meeting`
 * was held and has a guest, costs and an agreement, `fast` has a day, `ahead` asks for its own and has a guest listed.
 */
export async function meetingValuesOf(owner: pg.Pool, clusterId: string, personId: string): Promise<Values> {
  const { rows } = await owner.query<Record<string, string>>(
    `with held as (select meeting_id from meeting where cluster_id = $1 and state = 'closed' order by held_on limit 1),
       fast as (select meeting_id from meeting where cluster_id = $1 and state = 'confirmed' limit 1),
       asked as (select meeting_id from meeting where cluster_id = $1 and state = 'polling' limit 1)
     select coalesce((select meeting_id from held), gen_random_uuid()) as meeting,
       coalesce((select meeting_id from asked), gen_random_uuid()) as ahead,
       coalesce((select meeting_id from fast), gen_random_uuid()) as fast,
       coalesce((select agenda_item_id from agenda_item i join fast using (meeting_id) order by position limit 1), gen_random_uuid()) as fast_item,
       coalesce((select guest_id from guest g join held using (meeting_id) limit 1), gen_random_uuid()) as guest,
       coalesce((select guest_id from guest g join asked using (meeting_id) limit 1), gen_random_uuid()) as listed,
       coalesce((select expense_id from expense e join held using (meeting_id) limit 1), gen_random_uuid()) as expense,
       coalesce((select agenda_item_id from agenda_item i join held using (meeting_id) order by position limit 1), gen_random_uuid()) as agenda_item,
       coalesce((select topic_id from topic where cluster_id = $1 order by (state = 'proposed' and proposer_id in (select member_id from member where person_id = $2)) desc, topic_id limit 1),
         gen_random_uuid()) as topic,
       coalesce((select agreement_id from agreement where cluster_id = $1 limit 1), gen_random_uuid()) as agreement,
       coalesce((select figure_order_id from figure_order where cluster_id = $1 order by state = 'ordered' desc limit 1), gen_random_uuid()) as "order",
       coalesce((select partner_id from partner where cluster_id = $1 order by name limit 1), gen_random_uuid()) as partner,
       coalesce((select partner_person_id from partner_person join partner using (partner_id) where partner.cluster_id = $1
         order by partner.name limit 1), gen_random_uuid()) as partner_person,
       coalesce((select own_package_id from own_package where cluster_id = $1 limit 1), gen_random_uuid()) as own,
       coalesce((select own_questionnaire_id from own_questionnaire where cluster_id = $1 limit 1), gen_random_uuid()) as questionnaire,
       coalesce((select own_questionnaire_id from own_questionnaire where cluster_id = $1 limit 1), gen_random_uuid()) as questionnaire,
       coalesce((select questionnaire_round_id from questionnaire_round where cluster_id = $1 and state = 'counted' order by follows_id nulls last, purpose desc limit 1),
         gen_random_uuid()) as round,
       coalesce((select questionnaire_round_id from questionnaire_round where cluster_id = $1 and state = 'open' and not is_named limit 1), gen_random_uuid()) as round_open,
       gen_random_uuid() as file, 'about' as part`,
    [clusterId, personId],
  );
  return rows[0]!;
}

/** Marks the first letter about a meeting as one that came back, as the mail server would tell. Answers whose it was. */
export async function letACopyComeBack(owner: pg.Pool, meetingId: string): Promise<string> {
  const { rows } = await owner.query<{ member: string }>(
    `update letter l set bounced_at = now() from member m
     where l.letter_id = (select letter_id from letter where meeting_id = $1 and person_id is not null order by letter_id limit 1)
       and m.person_id = l.person_id and m.cluster_id = l.cluster_id returning m.member_id as member`,
    [meetingId],
  );
  if (!rows[0]) throw new Error('There is no letter about the meeting.');
  return rows[0].member;
}

const A_MONTH = 30 * 86_400_000;

/**
 * Makes a link of every purpose as a letter would carry it, by the first part of the address that it opens: the own
 * page of a member, the page of a guest, of the house, of the room, of what mails one wants, and of a calendar.
 */
export async function linksFor(
  owner: pg.Pool,
  { cluster, fast, ahead, member, listed }: Values,
): Promise<Values> {
  const purposes = {
    m: ['member', member, ahead, null, ''],
    g: ['guest', null, ahead, listed, ''],
    v: ['venue', null, fast, null, ''],
    r: ['room', null, fast, null, ''],
    u: ['mute', member, ahead, null, 'digest'],
    feed: ['feed', member, null, null, ''],
  } as const;
  const links: Record<string, string> = {};
  for (const [part, [purpose, ...holder]] of Object.entries(purposes)) {
    const token = randomBytes(32).toString('base64url');
    links[part] = token;
    await owner.query(
      `insert into link (token_hash, cluster_id, purpose, member_id, meeting_id, guest_id, about, made_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [hashOf(token), cluster, purpose, ...holder, new Date(), new Date(Date.now() + A_MONTH)],
    );
  }
  return links;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
