import { json } from '@sveltejs/kit';
import { findHealth } from '#domain/installation/health.server.ts';
import type { RequestHandler } from './$types';

/** Whether database, migrations and worker are well: 200 or 503, and which, for whoever watches the installation. */
export const GET: RequestHandler = async ({ locals }) => {
  const health = await locals.asLink((scope) => findHealth(scope)).catch(() => null);
  const parts = health ?? { database: false, migrations: false, worker: false };
  const isWell = Object.values(parts).every(Boolean);
  return json({ well: isWell, ...parts }, { status: isWell ? 200 : 503 });
};
