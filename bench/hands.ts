import { Agent, request } from 'node:http';
import type { Begun } from './ground.ts';
import type { AskedMember } from './mail-out-world.ts';

/** How many members are at it at a time. */
export const HANDS = 100;

export type Answer = { status: number; location: string; body: string };
export type Web = Begun & { port: number };
export type Timed = { seconds: number; errors: number };

/** Lets every member do something, so many at a time, each beginning as soon as another is through. */
export async function byHands(
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

/** The answer, when it has this status; throws else. */
export function expected(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`The answer was ${answer.status}.`);
  return answer;
}

/** Opens a page, or sends it a form as a browser does. */
export function ask(wish: { port: number; path: string; agent: Agent; form?: string }): Promise<Answer> {
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
