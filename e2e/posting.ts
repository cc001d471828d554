import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Answer } from './guest.ts';

/** Sends forms as browsers do, on connections that stay open; `status` 0 when no whole answer came back. */
export type Post = (path: string, fields: Readonly<Record<string, string>>) => Promise<Answer>;

/** A way to post to the product on at most so many connections at once, until it is closed. */
export function openPost(origin: string, connections: number): { post: Post; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const headers = { accept: 'text/html', 'accept-language': 'da', origin };
  const typed = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  const post: Post = (path, fields) =>
    new Promise((resolve) => {
      const lost = () => resolve({ status: 0, location: null, body: '' });
      const body = new URLSearchParams({ ...fields }).toString();
      const sent = request(
        origin + path,
        { method: 'POST', agent, headers: typed, timeout: 30_000 },
        (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.on('error', lost);
          answer.on('end', () =>
            resolve({
              status: answer.complete ? (answer.statusCode ?? 0) : 0,
              location: answer.headers.location ?? null,
              body: Buffer.concat(pieces).toString(),
            }),
          );
        },
      );
      sent.on('timeout', () => sent.destroy());
      sent.on('error', lost);
      sent.end(body);
    });
  return { post, close: () => agent.destroy() };
}

/** A form as it stands in one tab: whatever is sent of it, and however often, is one command. */
export function aTab(fields: Readonly<Record<string, string>>): Record<string, string> {
  return { ...fields, command: randomUUID() };
}
