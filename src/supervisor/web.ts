import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { factsOf, logOf } from '#platform/log.ts';
import { webSettingsFrom } from '#platform/settings.ts';
import { BUILD } from './checkout.ts';
import { liveUnderSupervisor } from './child-life.ts';
import {
  BYTES_OF_A_DELIVERY,
  pageOfTooLarge,
  proxiesOf,
  refusalOfBody,
  SPOKEN,
  speakFor,
  takeOneClick,
} from './web-request.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

const settings = webSettingsFrom(process.env);
const log = logOf({ part: 'web', level: settings.logLevel });
const speaking = { publicUrl: settings.publicUrl, proxies: proxiesOf(settings.trustedProxies) };

// The built pages read these once, while they are loaded.
process.env.PROTOCOL_HEADER = SPOKEN.protocol;
process.env.HOST_HEADER = SPOKEN.host;
process.env.ADDRESS_HEADER = SPOKEN.address;
process.env.BODY_SIZE_LIMIT = String(BYTES_OF_A_DELIVERY);
const { handler } = (await import(pathToFileURL(join(BUILD, 'handler.js')).href)) as { handler: Answer };

const server = createServer(
  {
    headersTimeout: 15_000,
    // Long enough for a large file on a slow line.
    requestTimeout: 600_000,
    keepAliveTimeout: 10_000,
    connectionsCheckingInterval: 5000,
  },
  answer,
);
const life = liveUnderSupervisor(log, stop);
server.on('error', (problem) => {
  log.error('web.failed', factsOf(problem));
  process.exit(1);
});
server.listen(settings.port, settings.host, () => {
  log.info('web.ready', { port: settings.port });
  life.ready();
});

function answer(request: IncomingMessage, response: ServerResponse): void {
  const refusal = refusalOfBody(request.url ?? '/', request.headers);
  if (refusal) return void refuse(request, response, refusal);
  speakFor(request.headers, request.socket.remoteAddress, speaking);
  takeOneClick(request.method, request.url ?? '/', request.headers);
  if (!server.listening) response.setHeader('connection', 'close');
  handOn(request, response).catch((problem: unknown) => {
    log.error('request.broke', factsOf(problem));
    response.destroy();
  });
}

// A browser that is still sending hears nothing but a broken line, unless what it sends is read on and thrown away.
function refuse(request: IncomingMessage, response: ServerResponse, status: 411 | 413): void {
  const page = status === 413 ? pageOfTooLarge(request.url ?? '/') : null;
  if (!page) return void response.writeHead(status, { connection: 'close' }).end();
  request.resume();
  response.writeHead(303, { location: page }).end();
}

async function handOn(request: IncomingMessage, response: ServerResponse): Promise<void> {
  await handler(request, response, () => void response.writeHead(404).end());
}

const MS_FOR_ANSWERS = 5000;

// Who was being answered gets the answer; then the pages close what they hold, as their framework tells them to.
async function stop(): Promise<void> {
  const force = setTimeout(() => server.closeAllConnections(), MS_FOR_ANSWERS);
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(force);
  clearInterval(idle);
  process.emit('sveltekit:shutdown' as 'disconnect');
}
