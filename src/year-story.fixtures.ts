import { makeOwnCalendar, readCalendar } from '#domain/notices/calendars.server.ts';
import { throughLink } from '#platform/scope.server.ts';
import { web } from '#test/world.ts';
import type { AYear } from './year.fixtures.ts';
import { holdFalls, planFalls, prepareFalls } from './year-autumn.fixtures.ts';
import { chooseTopics, holdOpioids, planOpioids, prepareOpioids } from './year-spring.fixtures.ts';
import { agreeOnTwo, callOff, meetTheMunicipality } from './year-summer.fixtures.ts';

/** What is kept of the year: its meetings, two of its rounds of questions, the agreement of the spring, and Bo's calendar as it stood at moments. */
export type Lived = Awaited<ReturnType<typeof liveThrough>>;

/** Lives through the year from one January to the next: four meetings, of which one is moved and one called off. */
export async function liveThrough(year: AYear) {
  const { falls, opioids: topic } = await chooseTopics(year);
  const follow = await aFollowedCalendar(year);
  const first = await planOpioids(year, topic);
  await prepareOpioids(year, first);
  const beforeSpring = await follow();
  const { actionId, agreementId } = await holdOpioids(year, first);
  const municipality = await meetTheMunicipality(year, actionId);
  await agreeOnTwo(year, municipality);
  const calledOff = await callOff(year);
  const last = await planFalls(year, { topicId: falls, roundId: first.roundId });
  await prepareFalls(year, last);
  const beforeAutumn = await follow();
  await holdFalls(year, last.meetingId);
  await year.clock.comeTo('2028-01-04 12:00');
  const meetings = { opioids: first.meetingId, municipality, calledOff, falls: last.meetingId };
  const rounds = { opioids: first.roundId, again: last.againId };
  return { meetings, rounds, agreementId, feeds: { beforeSpring, beforeAutumn, after: await follow() } };
}

/** Bo follows the cluster's meetings in the calendar of his telephone. */
async function aFollowedCalendar({ at, clock }: AYear) {
  const { path } = await at('2027-01-22 11:30', 'bo', makeOwnCalendar);
  const link = /^\/feed\/(.+)\.ics$/.exec(path)?.[1] ?? '';
  return async () => (await throughLink(web, { link, now: clock.now() }, 'feed', readCalendar)) ?? '';
}
