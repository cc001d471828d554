import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Answer = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

/** Serves the bare page at the port that is given, until it is told to stop. */
const build = pathToFileURL(join(process.env.BUILD_FOLDER ?? '', 'handler.js')).href;
const { handler } = (await import(build)) as { handler: Answer };
const server = createServer((request, response) => {
  handler(request, response, () => void response.writeHead(404).end());
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'));
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
