import { createTransport } from 'nodemailer';

/** A mail to one person, ready to be sent. */
export type Mail = {
  messageId: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
};

/**
 * What became of a mail. `refused`: the mail server will never take it. `delayed`: it may later. The code is
 * that of the server (`smtp_550`) or of the failure to reach it (`etimedout`), and no text of anybody's.
 */
export type Posted = { state: 'sent' } | { state: 'refused' | 'delayed'; code: string };
export type MailServer = { send(mail: Mail): Promise<Posted>; close(): void };

/** The mail server of SMTP_URL; everything is sent from `from`. Connections are opened when they are needed. */
export function openMailServer(smtpUrl: string, from: string): MailServer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
  });
  return {
    close: () => transport.close(),
    send: async (mail) => {
      try {
        await transport.sendMail({ ...mail, from, headers: { 'Auto-Submitted': 'auto-generated' } });
        return { state: 'sent' };
      } catch (problem) {
        return judged(problem as SmtpProblem);
      }
    },
  };
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
