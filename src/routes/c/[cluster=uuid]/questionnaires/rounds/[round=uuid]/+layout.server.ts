import { error } from '@sveltejs/kit';
import { accessText } from '#domain/access/access.text.ts';
import { dayOf } from '#domain/meetings/calendar-day.ts';
import { leastOf } from '#domain/responses/result-disclosure.ts';
import { roundListText } from '#domain/responses/round-list.text.ts';
import { findRoundPage } from '#domain/responses/round-page.server.ts';
import { seesAnswers } from '#domain/responses/seeing.ts';
import { standingOf } from '#domain/responses/standing.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, parent, url }) => {
  const { frame, roles } = await parent();
  const found = await locals.inCluster(params.cluster, (scope) => findRoundPage(scope, params.round));
  if (!found) error(404, accessText[locals.locale].not_found);
  const { round } = found;
  const today = dayOf(locals.now);
  const above = `/c/${params.cluster}/questionnaires/rounds`;
  const at = `${above}/${params.round}`;
  const crumbs = [{ href: above, label: roundListText[locals.locale].title }];
  if (url.pathname !== at) crumbs.push({ href: at, label: round.definition.title });
  return {
    ...found,
    at,
    today,
    standing: standingOf(round, found.counts, today),
    least: leastOf(round.definition.isWellbeing),
    arranges: roles.some((role) => role === 'coordinator' || role === 'board' || role === 'secretary'),
    leads: roles.some((role) => role === 'coordinator' || role === 'board'),
    coordinates: roles.includes('coordinator'),
    seesAnswers: seesAnswers(roles),
    frame: { ...frame, crumbs },
  };
};
