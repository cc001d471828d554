import { clusterHomeText } from '#domain/clusters/cluster-home.text.ts';
import { seesAnswers } from '#domain/responses/seeing.ts';
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
  const arranges = roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary');
  const frame: Frame = {
    place: { href: at(''), label: cluster.name },
    isExample: cluster.isExample,
    sections: [
      { href: at(''), label: say.home },
      { href: at('/meetings'), label: say.meetings, covers: [at('/year')] },
      { href: at('/topics'), label: say.topics },
      ...(seesFigures
        ? [
            { href: at('/indicators'), label: say.figures },
            { href: at('/deliveries'), label: say.deliveries },
          ]
        : []),
      { href: at('/agreements'), label: say.agreements },
      ...(roles.includes('member')
        ? [{ href: at('/practice'), label: say.practice, covers: [at('/own-counts')] }]
        : []),
      { href: at('/members'), label: say.members },
      ...(arranges
        ? [
            { href: at('/packages'), label: say.packages },
            { href: at('/questionnaires'), label: say.questionnaires },
            { href: at('/partners'), label: say.partners },
          ]
        : seesAnswers(roles)
          ? [{ href: at('/questionnaires/rounds'), label: say.questionnaires }]
          : []),
    ],
  };
  return { cluster, roles, frame, seesFigures };
};
