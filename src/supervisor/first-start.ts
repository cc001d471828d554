import type { DatabaseUrls, Settings } from '#platform/settings.ts';

/** What a new installation needs beside its tables. Runs at every start, after the migrations. */
export async function prepareFirstStart(_urls: DatabaseUrls, _settings: Settings): Promise<void> {}
