import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
  locale: locals.locale,
  person: locals.person && { name: locals.person.name, isExample: locals.person.isExample },
  demo: locals.demo,
});
