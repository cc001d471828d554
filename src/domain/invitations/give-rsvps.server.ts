import { command } from '#domain/access/command.server.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { findMeeting } from '#domain/meetings/meetings.server.ts';
import { isOnPaper } from '#domain/notices/on-paper.ts';
import { giverOf, listOwnMembers, mayAnswerFor } from '#domain/polls/clinic.server.ts';
import { made, refused } from '#platform/outcome.ts';
import type { AnsweringScope } from '#platform/scope.server.ts';
import { needWith, type Rsvp, refusalOfRsvps } from './invitation.ts';
import { listReplies } from './invitations.server.ts';

/**
 * Stores who comes to a meeting, all or none: oneself, the own clinic, or, by those who arrange, anybody who is asked.
 * It can be changed until the meeting. Diet and absence are kept of oneself, and, by coordinator and secretary, of
 * anybody; of others, and by a link on paper, they are left as they are.
 */
export const giveRsvps = command(
  { permission: 'rsvp.give', event: 'rsvp.given' },
  async (scope: AnsweringScope, meetingId: string, rsvps: readonly Rsvp[]) => {
    const meeting = await findMeeting(scope, meetingId);
    if (!meeting) return refused('no_such_meeting');
    const refusal = refusalOfRsvps(meeting, rsvps, await mayAnswerFor(scope), dayOf(scope.now));
    if (refusal) return refused(refusal);

    const own = await listOwnMembers(scope);
    const changed = await writeAnswers(scope, meetingId, { rsvps, own });
    await writeNeeds(scope, meetingId, needsOf(scope, rsvps, own));
    return made({ changed });
  },
);

type Given = { rsvps: readonly Rsvp[]; own: readonly string[] };

/** Writes what says something other than what stands, and answers how many that are. */
async function writeAnswers(
  scope: AnsweringScope,
  meetingId: string,
  { rsvps, own }: Given,
): Promise<number> {
  const standing = new Map(
    (await listReplies(scope, [meetingId])).map((reply) => [reply.memberId, reply.answer]),
  );
  const rows = rsvps
    .filter(({ memberId, answer }) => standing.get(memberId) !== answer)
    .map(({ memberId, answer }) => ({
      clusterId: scope.clusterId,
      meetingId,
      memberId,
      answer,
      givenBy: giverOf(memberId, own),
      givenAt: scope.now,
    }));
  if (rows.length === 0) return 0;
  await scope.db
    .insertInto('rsvp')
    .values(rows)
    .onConflict((earlier) =>
      earlier.columns(['meetingId', 'memberId']).doUpdateSet({
        answer: (row) => row.ref('excluded.answer'),
        givenBy: (row) => row.ref('excluded.givenBy'),
        givenAt: scope.now,
      }),
    )
    .execute();
  return rows.length;
}

type KeptNeed = { memberId: string; diet: string; absence: string };

function needsOf(scope: AnsweringScope, rsvps: readonly Rsvp[], own: readonly string[]): KeptNeed[] {
  if (isOnPaper(scope)) return [];
  const tellsOfAll =
    scope.kind === 'cluster' && scope.roles.some((role) => role === 'coordinator' || role === 'secretary');
  return rsvps.flatMap(({ memberId, answer, need }) =>
    need && (tellsOfAll || own.includes(memberId)) ? [{ memberId, ...needWith(answer, need) }] : [],
  );
}

async function writeNeeds(
  scope: AnsweringScope,
  meetingId: string,
  needs: readonly KeptNeed[],
): Promise<void> {
  if (needs.length === 0) return;
  await scope.db
    .insertInto('rsvpNeed')
    .values(needs.map((need) => ({ ...need, clusterId: scope.clusterId, meetingId })))
    .onConflict((earlier) =>
      earlier.columns(['meetingId', 'memberId']).doUpdateSet({
        diet: (row) => row.ref('excluded.diet'),
        absence: (row) => row.ref('excluded.absence'),
      }),
    )
    .execute();
}
