import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A letter as the mail server took it: on the envelope, and in it. */
export type Arrived = { from: string; to: string[]; mail: Email; raw: string };

/**
 * A real SMTP server on this machine that keeps what it is sent. `answer` may turn a recipient away with a code
 * of SMTP; it is asked at every try.
 */
export async function aPostOffice(answer: (address: string) => number | null = () => null) {
  const arrived: Arrived[] = [];
  const tries: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      tries.push(address);
      const code = answer(address);
      done(code ? Object.assign(new Error('not today'), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString();
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        PostalMime.parse(raw).then((mail) => {
          arrived.push({ from, to: rcptTo.map(({ address }) => address), mail, raw });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(resolve));
  return { url: `smtp://127.0.0.1:${port}`, arrived, tries, close };
}
