import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, daysAfter } from '#domain/meetings/calendar-day.ts';
import { logOf } from '#platform/log.ts';
import { owner, worker } from '#test/world.ts';
import type { Sweep } from './jobs/sweeping.ts';
import { tasksFor } from './jobs/tasks.ts';

const MINUTE = 60_000;
const quiet = { write: () => true };

/** The moment at which the clock in Copenhagen shows this, `2027-03-28 08:00`. */
export function onTheWall(shown: string): Date {
  const guess = new Date(`${shown.replace(' ', 'T')}:00Z`);
  return new Date(2 * guess.getTime() - new Date(`${wallAt(guess).replace(' ', 'T')}:00Z`).getTime());
}

/** What the clock in Copenhagen shows at a moment, `2027-03-28 08:00`. */
export function wallAt(moment: Date): string {
  return moment.toLocaleString('sv-SE', { timeZone: 'Europe/Copenhagen' }).slice(0, 16);
}

// The worker sweeps every few minutes. The first sweep of a day finds what the day brings: besides letters that are
// kept back until seven nothing begins at an hour.
const [AT_NIGHT, IN_THE_MORNING] = ['00:05', '08:00'] as const;
const AFTER_AN_ACT = 3 * MINUTE;
const BOUND_TO_NO_DAY = ['guests', 'sign_of_life'];

export type AClock = ReturnType<typeof aClock>;

/**
 * The one clock of a year, and the worker who goes by it. Of the thousands of rounds of sweeps that a year has these are
 * made: five minutes past midnight of every day all that look at the day, at eight in the morning the letters that have
 * waited, and three minutes after each act of somebody all there are.
 */
export function aClock(start: string, smtpUrl: string) {
  let now = onTheWall(start);
  let acted: Date | null = null;
  const jobs = tasksFor({
    database: worker,
    settings: { ...SETTINGS, smtpUrl, dataDir: mkdtempSync(join(tmpdir(), 'klyngerum-year-')) },
    clock: { now: () => now },
    log: logOf({ part: 'test', level: 'warn', out: quiet, err: { write: (line) => complaints.push(line) } }),
  });
  const complaints: string[] = [];
  // Letters go last, as they do when all else has been swept since.
  const [letters, ...others] = jobs.sweeps;
  const run = async (sweeps: readonly Sweep[]) => {
    for (const { run: sweep } of sweeps) await sweep(new AbortController().signal);
    if (await hasWaiting()) await letters!.run(new AbortController().signal);
  };
  const daily = others.filter(({ name }) => !BOUND_TO_NO_DAY.includes(name));
  /** Goes on to a moment. What somebody did before that has been sent by then. */
  const comeTo = async (shown: string) => {
    const moment = onTheWall(shown);
    if (moment < now) throw new Error(`${shown} has been already`);
    const soon = acted && new Date(acted.getTime() + AFTER_AN_ACT);
    if (soon && soon <= moment) {
      now = soon;
      acted = null;
      await run(others);
    }
    for (let next = nextRound(now); next <= moment; next = nextRound(now)) {
      now = next;
      await run(wallAt(next).endsWith(AT_NIGHT) ? daily : []);
    }
    now = moment;
    return now;
  };
  /** Comes to the moment of an act, after which the worker is soon at hand. */
  const actAt = async (shown: string) => {
    await comeTo(shown);
    acted = now;
    return now;
  };
  return { now: () => now, comeTo, actAt, complaints, close: () => jobs.close() };
}

const SETTINGS = {
  mailFrom: 'Klyngerum <klynge@klyngerum.example>',
  dkim: null,
  publicUrl: 'https://klynge.example',
};

async function hasWaiting(): Promise<boolean> {
  const waiting = owner.selectFrom('letter').select('letterId').where('sentAt', 'is', null);
  const open = waiting.where('failure', 'is', null).where('recalledAt', 'is', null);
  return (await open.limit(1).executeTakeFirst()) !== undefined;
}

function nextRound(now: Date): Date {
  const days = [dayOf(now), daysAfter(dayOf(now), 1)];
  const rounds = days.flatMap((day) => [AT_NIGHT, IN_THE_MORNING].map((time) => onTheWall(`${day} ${time}`)));
  return rounds.find((round) => round > now)!;
}
