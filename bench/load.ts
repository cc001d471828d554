import { connect } from 'node:net';

/** A page to be asked for: where, which page, and as whom. */
export type Target = { name: string; port: number; path: string; token?: string | undefined };
/** What came of it. `bytes`: of one whole answer, head included. */
export type Loaded = { perSecond: number; bytes: number };

const CONNECTIONS = 20;
const END_OF_HEAD = '\r\n\r\n';
const LAST_CHUNK = '0\r\n\r\n';

/**
 * Asks for a page over and over for so many seconds, on 20 connections that stay open, each with its next request
 * as soon as the answer is whole. Throws at the first answer that is not 200.
 */
export async function load(target: Target, seconds: number): Promise<Loaded> {
  const counted = { answers: 0, bytes: 0 };
  const stopping = new AbortController();
  const began = performance.now();
  const timer = setTimeout(() => stopping.abort(), seconds * 1000);
  const asking = Array.from({ length: CONNECTIONS }, () =>
    askAgainAndAgain(target, counted, stopping.signal),
  );
  await Promise.all(asking).finally(() => {
    clearTimeout(timer);
    stopping.abort();
  });
  const passed = (performance.now() - began) / 1000;
  return { perSecond: counted.answers / passed, bytes: counted.bytes / counted.answers };
}

// Written by hand on a socket, since the client shares two cores with what it measures.
function askAgainAndAgain(
  { port, path, token }: Target,
  counted: { answers: number; bytes: number },
  stop: AbortSignal,
): Promise<void> {
  const request = requestOf(port, path, token);
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answer: Buffer[] = [];
    stop.addEventListener('abort', () => socket.destroy());
    socket.on('connect', () => socket.write(request));
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.on('data', (piece: Buffer) => {
      answer.push(piece);
      const status = endedWith(answer);
      if (status === null) return;
      counted.answers += 1;
      for (const part of answer) counted.bytes += part.length;
      answer = [];
      if (status === 200) socket.write(request);
      else socket.destroy(new Error(`${path} answered ${status}`));
    });
  });
}

function requestOf(port: number, path: string, token: string | undefined): string {
  const cookie = token ? `cookie: klyngerum=${token}\r\n` : '';
  return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: text/html\r\naccept-language: da\r\n${cookie}\r\n`;
}

/** The status of the answer once all of it is there, else null. */
function endedWith(answer: readonly Buffer[]): number | null {
  const first = answer[0]!;
  const headEnds = first.indexOf(END_OF_HEAD);
  if (headEnds < 0) return null;
  const head = first.toString('latin1', 0, headEnds);
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  const there = answer.reduce((sum, { length: bytes }) => sum + bytes, 0) - headEnds - END_OF_HEAD.length;
  const isWhole = length
    ? there >= Number(length)
    : answer.at(-1)!.subarray(-LAST_CHUNK.length).toString('latin1') === LAST_CHUNK;
  return isWhole ? Number(head.slice(9, 12)) : null;
}
