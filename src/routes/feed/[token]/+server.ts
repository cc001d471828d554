import { readCalendar } from '#domain/notices/calendars.server.ts';
import type { RequestHandler } from './$types';

/** The calendar behind a link, for programs that look into it again and again. Some want a name that ends in .ics. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const file = await locals.asHolder(params.token.replace(/\.ics$/, ''), 'feed', readCalendar);
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="klyngerum.ics"',
    },
  });
};
