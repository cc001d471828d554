import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout. */
export const CHECKOUT = fileURLToPath(new URL('../../', import.meta.url));

/** Where the built web part lies. */
export const BUILD = join(CHECKOUT, 'build');
