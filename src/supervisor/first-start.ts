import { clockFrom, systemClock } from '#platform/clock.ts';
import { openDatabase } from '#platform/database.ts';
import { questionnaireKeys } from '#platform/key-folder.ts';
import type { DatabaseUrls, Settings } from '#platform/settings.ts';
import { buildExample } from '../example/build-example.ts';
import { loadShippedIndicators } from '../example/shipped-indicators.ts';
import { loadShippedPackages } from '../example/shipped-packages.ts';

/**
 * What an installation needs beside its tables: the indicators and packages of this release, and where the doors of the
 * try-out are open, the example world behind them. Runs at every start, after the migrations.
 */
export async function prepareFirstStart(urls: DatabaseUrls, settings: Settings): Promise<void> {
  const now = (clockFrom(process.env.KLYNGERUM_NOW) ?? systemClock).now();
  const owner = openDatabase(urls.owner, 1);
  try {
    await loadShippedIndicators(owner, now);
    await loadShippedPackages(owner, now);
  } finally {
    await owner.destroy();
  }
  if (settings.demo !== 'off') await buildExample(urls, now, questionnaireKeys(settings.dataDir));
}
