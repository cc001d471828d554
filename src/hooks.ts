import type { Transport } from '@sveltejs/kit/hooks';
import { PageOnly } from '#ui/page-only.ts';

/** How Kit hands on what it does not know by itself. What stays on the page is not handed on. */
export const transport: Transport = {
  PageOnly: {
    encode: (thing) => thing instanceof PageOnly && 'stays',
    decode: () => new PageOnly(null),
  },
};
