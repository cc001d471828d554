const MORNING = 7 * 60;
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** How long a letter that nobody waits for lies until seven on the wall, in minutes; not at all by day. */
export function minutesUntilMorning(now: Date): number {
  const missing = Math.max(0, MORNING - minuteOfDay(now));
  // In the two nights in which the clock changes, that many minutes lead to six or to eight.
  return missing && missing + MORNING - minuteOfDay(new Date(now.getTime() + missing * 60_000));
}

function minuteOfDay(moment: Date): number {
  const [hour = 0, minute = 0] = CLOCK.format(moment).split(':').map(Number);
  return hour * 60 + minute;
}
