import { clusterHomeText } from '#domain/clusters/cluster-home.text.ts';
import type { Frame } from '#ui/frame.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { cluster, roles } = await locals.inCluster(
    params.cluster,
    async ({ clusterId, clusterName: name, isExample, roles }) => ({
      cluster: { clusterId, name, isExample },
      roles,
    }),
  );
  const say = clusterHomeText[locals.locale].sections;
  const at = (path: string) => `/c/${cluster.clusterId}${path}`;
  const seesFigures = roles.some((role) => role !== 'secretary' && role !== 'consultant');
  const frame: Frame = {
    place: { href: at(''), label: cluster.name },
    isExample: cluster.isExample,
    sections: [
      { href: at(''), label: say.home },
      ...(seesFigures
        ? [
            { href: at('/indicators'), label: say.figures },
            { href: at('/deliveries'), label: say.deliveries },
          ]
        : []),
      ...(roles.includes('member') ? [{ href: at('/practice'), label: say.practice }] : []),
      { href: at('/members'), label: say.members },
    ],
  };
  return { cluster, roles, frame, seesFigures };
};
