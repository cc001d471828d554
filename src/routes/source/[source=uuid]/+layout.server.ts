import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { findSource } from '#domain/deliveries/delivering.server.ts';
import { sourceText } from '#domain/deliveries/source.text.ts';
import type { Frame } from '#ui/frame.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const source = await locals.asSource(params.source, (scope) => findSource(scope, scope.sourceId));
  if (!source) error(404, accessText[locals.locale].not_found);
  const say = sourceText[locals.locale].sections;
  const at = `/source/${source.sourceId}`;
  const isOwn = source.kind === 'coordinator';
  const frame: Frame = {
    place: { href: at, label: source.name },
    isExample: source.isExample,
    sections: [
      { href: at, label: say.home },
      { href: `${at}/deliveries`, label: say.deliver },
      ...(source.isTrusted ? [{ href: `${at}/practices`, label: say.practices }] : []),
      ...(isOwn ? [] : [{ href: `${at}/colleagues`, label: say.colleagues }]),
      ...(isOwn ? [{ href: `/c/${source.clusterId}`, label: say.cluster }] : []),
    ],
  };
  return { source, frame };
};
