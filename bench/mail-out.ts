import { Agent, request } from 'node:http';
import pg from 'pg';
import { atMost, type Part, seen } from './figure.ts';
import type { Begun, Ground } from './ground.ts';
import { type AskedMember, type MailOut, makeMailOut } from './mail-out-world.ts';
import { beginBare, beginWeb } from './spread-page.ts';

const HANDS = 100;
const REQUESTS_EACH = 3;

type Answer = { status: number; location: string; body: string };
type Web = Begun & { port: number };

/**
 * How the minutes after a mail-out go: 4,000 members, 100 at a time, each opens the page behind the link of the mail,
 * answers three days, and sees the answer kept; beside as many requests of the framework's bare page.
 */
export async function measureMailOut(ground: Ground): Promise<Part> {
  const world = await makeMailOut(ground);
  const [web, bare] = [await beginWeb(ground, world.urls), await beginBare(ground)];
  const own = await timed(world.members, (member, agent) => answerDays(web, member, agent));
  const plain = await timed(world.members, (_, agent) => openBare(bare, agent));
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

type Timed = { seconds: number; errors: number };

// So many hands, each with its next member as soon as one is through.
async function timed(
  members: readonly AskedMember[],
  visit: (member: AskedMember, agent: Agent) => Promise<void>,
): Promise<Timed> {
  const agent = new Agent({ keepAlive: true, maxSockets: HANDS });
  const waiting = [...members];
  let errors = 0;
  const began = performance.now();
  const hand = async () => {
    for (let member = waiting.pop(); member; member = waiting.pop())
      await visit(member, agent).catch(() => (errors += 1));
  };
  await Promise.all(Array.from({ length: HANDS }, hand));
  agent.destroy();
  return { seconds: (performance.now() - began) / 1000, errors };
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

function expected(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`The answer was ${answer.status}.`);
  return answer;
}

function ask(wish: { port: number; path: string; agent: Agent; form?: string }): Promise<Answer> {
  const { port, path, agent, form } = wish;
  const typed = { 'content-type': 'application/x-www-form-urlencoded', origin: `http://127.0.0.1:${port}` };
  const headers = { accept: 'text/html', 'accept-language': 'da', ...(form ? typed : {}) };
  const asking = { host: '127.0.0.1', port, path, agent, headers, method: form ? 'POST' : 'GET' };
  return new Promise((resolve, reject) => {
    const sent = request(asking, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          location: answer.headers.location ?? '',
          body: Buffer.concat(pieces).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(form);
  });
}

async function countVotes({ urls }: MailOut): Promise<{ votes: number }> {
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  const { rows } = await owner.query<{ votes: number }>('select count(*)::int as votes from date_vote');
  await owner.end();
  return rows[0]!;
}
