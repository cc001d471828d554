import type { Agent } from 'node:http';
import pg from 'pg';
import { atMost, type Part, seen } from './figure.ts';
import type { Ground } from './ground.ts';
import { ask, byHands, expected, HANDS, type Web } from './hands.ts';
import { type AskedMember, type MailOut, makeMailOut } from './mail-out-world.ts';
import { beginBare, beginWeb } from './spread-page.ts';

const REQUESTS_EACH = 3;

/**
 * How the minutes after a mail-out go: 4,000 members, 100 at a time, each opens the page behind the link of the mail,
 * answers three days, and sees the answer kept; beside as many requests of the framework's bare page.
 */
export async function measureMailOut(ground: Ground): Promise<Part> {
  const world = await makeMailOut(ground);
  const [web, bare] = [await beginWeb(ground, world.urls), await beginBare(ground)];
  const own = await byHands(world.members, (member, agent) => answerDays(web, member, agent));
  const plain = await byHands(world.members, (_, agent) => openBare(bare, agent));
  await web.stop();
  await bare.stop();
  const kept = await countVotes(world);
  const asked = world.members.length;
  return {
    name: 'The minutes after a mail-out',
    how: `${asked} members of 100 clusters, ${HANDS} at a time, each opens the own page, answers ${world.options} days and sees them kept`,
    figures: [
      seen('members who have answered', asked / own.seconds, 'per second'),
      seen('requests, opening and answering', (REQUESTS_EACH * asked) / own.seconds, 'per second'),
      seen('requests, the bare page of the framework', (REQUESTS_EACH * asked) / plain.seconds, 'per second'),
      seen('throughput / bare page of the framework', plain.seconds / own.seconds, 'ratio'),
      atMost('members for whom a request went wrong', own.errors, 'rows', 0),
      atMost('answers lost or doubled', Math.abs(kept.votes - asked * world.options), 'rows', 0),
      seen('all 4,000, from the first to the last', own.seconds, 's'),
    ],
  };
}

async function answerDays({ port }: Web, { token, memberId }: AskedMember, agent: Agent): Promise<void> {
  const opened = expected(await ask({ port, path: `/m/${token}`, agent }), 200);
  const form = new URLSearchParams();
  const [, poll = ''] = /<form[^>]*action="\?\/dates[^"]*"[^>]*>([\s\S]*?)<\/form>/.exec(opened.body) ?? [];
  for (const [, name = '', value = ''] of poll.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  ))
    form.set(name, value);
  for (const [, name = ''] of poll.matchAll(/name="(answer:[^"]+)"/g))
    if (name.endsWith(memberId)) form.set(name, 'yes');
  const answered = await ask({ port, path: `/m/${token}?/dates`, agent, form: form.toString() });
  const path = new URL(expected(answered, 303).location, `http://127.0.0.1:${port}`);
  expected(await ask({ port, path: path.pathname + path.search, agent }), 200);
}

async function openBare({ port }: Web, agent: Agent): Promise<void> {
  for (let count = 0; count < REQUESTS_EACH; count += 1) expected(await ask({ port, path: '/', agent }), 200);
}

async function countVotes({ urls }: MailOut): Promise<{ votes: number }> {
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  const { rows } = await owner.query<{ votes: number }>('select count(*)::int as votes from date_vote');
  await owner.end();
  return rows[0]!;
}
