/** What tells the time. Rules and writes get the moment as a value; only this file reads a watch. */
export type Clock = { now(): Date };

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests. */
export function fixedClock(moment: Date): Clock {
  return { now: () => new Date(moment) };
}

/** A clock that runs as the given one does, earlier or later by so many milliseconds. */
export function shiftedClock(milliseconds: number, clock: Clock = systemClock): Clock {
  return { now: () => new Date(clock.now().getTime() + milliseconds) };
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;
const SHIFT = /^([+-]\d{1,5})([dh])$/;
const HOUR = 3_600_000;

/**
 * The clock that KLYNGERUM_NOW asks for: a moment in UTC (`2027-03-01T09:00Z`) stands still, a shift in
 * days or hours (`+365d`, `-6h`) runs beside the machine's time; unset or empty is the machine's time.
 * Anything else is null, never a guess.
 */
export function clockFrom(text: string | undefined): Clock | null {
  if (!text) return systemClock;
  if (MOMENT.test(text)) return fixedClockAt(text);
  const [, amount, unit] = SHIFT.exec(text) ?? [];
  if (!amount) return null;
  return shiftedClock(Number(amount) * (unit === 'd' ? 24 * HOUR : HOUR));
}

function fixedClockAt(text: string): Clock | null {
  const moment = new Date(text);
  const isADate = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text.slice(0, 10));
  return isADate ? fixedClock(moment) : null;
}
