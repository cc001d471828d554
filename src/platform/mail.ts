import { createTransport, type SendMailOptions } from 'nodemailer';
import { type DkimKey, privateKeyIn } from './dkim-key.ts';

/**
 * A mail to one person, ready to be sent. What cannot be delivered later on comes back to an address that carries
 * `returnTag`. `unsubscribeUrl` is where one click ends mails of this kind, and `calendar` a file (RFC 5545) that
 * calendars read by themselves.
 */
export type Mail = {
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  returnTag: string;
  replyTo?: { name: string; address: string } | undefined;
  unsubscribeUrl?: string | undefined;
  calendar?: { method: 'REQUEST' | 'CANCEL'; file: string } | undefined;
};

/**
 * What became of a mail. `refused`: the mail server will never take it. `delayed`: it may later. The code is
 * that of the server (`smtp_550`) or of the failure to reach it (`etimedout`), and no text of anybody's.
 */
export type Posted = { state: 'sent' } | { state: 'refused' | 'delayed'; code: string };
export type MailServer = { address: string; send(mail: Mail): Promise<Posted>; close(): void };

/**
 * The mail server of SMTP_URL; everything is sent from `from`, whose address the answer tells, and signed when there
 * is a key. Connections are opened when they are needed.
 */
export function openMailServer(smtpUrl: string, from: string, key: DkimKey | null = null): MailServer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
    ...(key && { dkim: { ...signedBy(key), headerFieldNames: SIGNED } }),
  });
  const address = addressOf(from);
  return {
    address,
    close: () => transport.close(),
    send: async (mail) => {
      try {
        await transport.sendMail({ from, ...written(mail, address) });
        return { state: 'sent' };
      } catch (problem) {
        return judged(problem as SmtpProblem);
      }
    },
  };
}

// One header for one click: the address alone, and that it may be posted to (RFC 8058).
function written({ calendar, returnTag, unsubscribeUrl, ...mail }: Mail, address: string): SendMailOptions {
  return {
    ...mail,
    envelope: { from: returnAddress(address, returnTag), to: mail.to.address },
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    ...(calendar && {
      icalEvent: { method: calendar.method, content: calendar.file, filename: 'invitation.ics' },
    }),
  };
}

/** The address of a sender that may have a name: `klynge@example.dk` of `Klyngen <klynge@example.dk>`. */
export function addressOf(sender: string): string {
  return /<([^<>]+)>$/.exec(sender)?.[1] ?? sender;
}

/**
 * Where a mail comes back to that could not be delivered: the sender's own address with the mail's tag,
 * `klynge+tag@example.dk`, so that the one that came back is known whatever stands in it.
 */
export function returnAddress(address: string, tag: string): string {
  const at = address.lastIndexOf('@');
  const box = address.slice(0, at);
  const isShort = box.length + tag.length < 64 && !box.includes('+');
  return `${isShort ? box : 'bounce'}+${tag}${address.slice(at)}`;
}

// Besides what the library signs by itself: without the second header the first counts for nothing.
const SIGNED =
  'from:sender:reply-to:subject:date:message-id:to:mime-version:content-type:auto-submitted:list-unsubscribe:list-unsubscribe-post';

function signedBy({ domain, selector, keyFile }: DkimKey) {
  return { domainName: domain, keySelector: selector, privateKey: privateKeyIn(keyFile) };
}

type SmtpProblem = { code?: string; responseCode?: number; command?: string };

// A 5xx that follows the address or the text is about this mail. One about signing in, about the sender or about
// how the two servers talk is about the installation, and somebody will mend that.
function judged({ code = 'unknown', responseCode = 0, command = '' }: SmtpProblem): Posted {
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA';
  if (isAboutThisMail && responseCode >= 500 && responseCode !== 530)
    return { state: 'refused', code: `smtp_${responseCode}` };
  if (command === 'API' && code === 'EENVELOPE') return { state: 'refused', code: 'bad_address' };
  return { state: 'delayed', code: responseCode > 0 ? `smtp_${responseCode}` : code.toLowerCase() };
}
