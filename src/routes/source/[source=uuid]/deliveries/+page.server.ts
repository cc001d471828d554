import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

// The section begins with its one act; the list of deliveries stands on the overview.
export const load: PageServerLoad = ({ params }) => redirect(303, `/source/${params.source}/deliveries/new`);
