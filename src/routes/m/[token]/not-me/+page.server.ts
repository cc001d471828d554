import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { clusterName, isExample, name } = await locals.asMember(
    params.token,
    async ({ clusterName, isExample, name }) => ({ clusterName, isExample, name: name ?? '' }),
  );
  const own = `/m/${params.token}`;
  return { name, own, frame: { place: { href: own, label: clusterName }, isExample } };
};
