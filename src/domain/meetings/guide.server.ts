import type { MeetingPackage } from '#domain/packages/package.ts';
import type { ClusterScope } from '#platform/scope.server.ts';

/** What the package of a meeting tells whoever leads it: how to run each item, by its title, and what to talk about. */
export type Guide = { steps: Record<string, string>; discussion: readonly string[] };

/** The guide of the package that a meeting was made from, as it was then; empty without a package. */
export async function findGuide({ db }: ClusterScope, meetingId: string): Promise<Guide> {
  const row = await db
    .selectFrom('meeting')
    .select('package')
    .where('meetingId', '=', meetingId)
    .executeTakeFirst();
  const source = (row?.package ?? null) as unknown as MeetingPackage | null;
  const steps = source?.programme.flatMap(({ title, guide }) => (guide ? [[title, guide]] : [])) ?? [];
  return { steps: Object.fromEntries(steps), discussion: source?.discussion ?? [] };
}
