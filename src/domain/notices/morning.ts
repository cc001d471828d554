const MORNING_HOUR = 7;
const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Copenhagen',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** How long a letter that nobody waits for lies until seven in the morning, in minutes; not at all by day. */
export function minutesUntilMorning(now: Date): number {
  const [hour = 0, minute = 0] = CLOCK.format(now).split(':').map(Number);
  return hour < MORNING_HOUR ? (MORNING_HOUR - hour) * 60 - minute : 0;
}
