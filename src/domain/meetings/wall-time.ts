const TIME = /^([01]?\d|2[0-3])(?:[.:]?([0-5]\d))?$/;
const MINUTES_OF_DAY = 24 * 60;

/** The time of day that somebody wrote, as `17:00`: `17`, `17.00`, `17:00`, `1700`, `kl. 17`; null for anything else. */
export function timeIn(written: string): string | null {
  const [, hour, minute = '00'] = TIME.exec(written.trim().replace(/^kl\.?\s*/i, '')) ?? [];
  return hour === undefined ? null : `${hour.padStart(2, '0')}:${minute}`;
}

/** A time of day so many minutes after another, as `17:00`; past midnight the clock begins anew. */
export function minutesAfter(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = (((hour * 60 + minute + minutes) % MINUTES_OF_DAY) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}
