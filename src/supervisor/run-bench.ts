import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECKOUT } from './checkout.ts';
import { isContent, SYNC } from './checks.ts';
import { buildWeb } from './web-build.ts';

// What the build of the bare page reads lies among the packages, and goes when they are fetched anew.
await isContent(SYNC);
await buildWeb(CHECKOUT, new AbortController().signal);
await import(pathToFileURL(join(CHECKOUT, 'bench/main.ts')).href);
