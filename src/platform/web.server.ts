import { type Clock, clockFrom, systemClock } from './clock.ts';
import { type Database, openDatabase } from './database.ts';
import { type Log, logOf } from './log.ts';
import { type WebSettings, webSettingsFrom } from './settings.ts';

type Web = { database: Database; clock: Clock; log: Log; settings: WebSettings };

let opened: Web | null = null;

/** What the web process holds: its database login, its clock, its log and the settings. Opened at first use. */
export function web(): Web {
  opened ??= open();
  return opened;
}

function open(): Web {
  const settings = webSettingsFrom(process.env);
  return {
    settings,
    database: openDatabase(settings.databaseUrl, 12),
    clock: clockFrom(process.env.KLYNGERUM_NOW) ?? systemClock,
    log: logOf({ part: 'web', level: settings.logLevel }),
  };
}
