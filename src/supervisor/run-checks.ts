import { CHECKS, isContent, SYNC } from './checks.ts';

await isContent(SYNC);
for (const check of CHECKS) if (!(await isContent(check))) process.exitCode = 1;
