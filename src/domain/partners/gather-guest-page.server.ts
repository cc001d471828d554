import { listIndicators } from '#domain/indicators/indicators.server.ts';
import { timetable } from '#domain/meetings/agenda.ts';
import { dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import type { HolderScope } from '#platform/scope.server.ts';
import {
  findGuestPage,
  listAgreed,
  listGuestDates,
  listGuestQuestions,
  listGuestTotals,
  listProgramme,
} from './guest-page.server.ts';
import { listOwnFiles } from './kept-files.server.ts';

const DAYS_AFTER = 30;

/** All that a guest's page shows, of one meeting and one guest; null when the link opens nothing. */
export async function gatherGuestPage(scope: HolderScope) {
  const guest = await findGuestPage(scope);
  if (!guest) return null;
  const { heldOn, state } = guest;
  const { dates, closesOn } = await listGuestDates(scope);
  const today = dayOf(scope.now);
  const isFixed = (state === 'reserved' || state === 'confirmed') && heldOn !== null;
  return {
    guest,
    dates,
    closesOn,
    programme: timetable(guest.startsAt, await listProgramme(scope)),
    files: await listOwnFiles(scope),
    questions: await listGuestQuestions(scope),
    totals: await listTold(scope),
    agreed: await listAgreed(scope),
    isAhead: isFixed && heldOn >= today,
    hasBeen: state === 'held' || state === 'closed',
    isPreMeetingAhead:
      guest.preMeetingOn !== null &&
      guest.preMeetingOn >= today &&
      state !== 'closed' &&
      state !== 'cancelled',
    until: heldOn && daysAfter(heldOn, DAYS_AFTER),
  };
}
export type GatheredGuestPage = NonNullable<Awaited<ReturnType<typeof gatherGuestPage>>>;

async function listTold(scope: HolderScope) {
  const totals = await listGuestTotals(scope);
  if (totals.length === 0) return [];
  const indicators = new Map((await listIndicators(scope)).map((one) => [one.key, one]));
  return totals.flatMap((total) => {
    const indicator = indicators.get(total.indicatorKey);
    if (!indicator) return [];
    const { name, numerator, denominator, kind } = indicator;
    return [{ ...total, name, what: numerator, whom: denominator, kind }];
  });
}
