import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHECKOUT } from './checkout.ts';
import { buildWeb } from './web-build.ts';

await buildWeb(CHECKOUT, new AbortController().signal);
await import(pathToFileURL(join(CHECKOUT, 'bench/main.ts')).href);
