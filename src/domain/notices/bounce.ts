/** That a mail came back: which letter it was, and what the mail server said, as a code (RFC 3463). */
export type Bounce = { letterId: string; status: string; isFinal: boolean };

const HEX = '[0-9a-f]';
const TAG = new RegExp(`\\+(${HEX}{8})(${HEX}{4})(${HEX}{4})(${HEX}{4})(${HEX}{12})@`, 'i');
const MESSAGE = new RegExp(`^message-id:\\s*<(${HEX}{8}(?:-${HEX}{4}){3}-${HEX}{12})@`, 'im');
const RECIPIENTS = /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to|to|return-path):.*$/gim;

/**
 * What a delivery status notification (RFC 3464) says, or null when the mail is none, or of none of our letters. The
 * letter is known by the address that the notification was sent to, else by the Message-ID of what came back.
 */
export function bounceIn(mail: string): Bounce | null {
  const text = mail.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ');
  if (!/^content-type:\s*multipart\/report\b[^\n]*delivery-status/im.test(text)) return null;
  const action = /^action:\s*([a-z]+)/im.exec(text)?.[1]?.toLowerCase();
  const status = /^status:\s*(\d\.\d{1,3}\.\d{1,3})/im.exec(text)?.[1];
  const letterId = letterIn(text);
  if (!action || !status || !letterId) return null;
  return { letterId, status, isFinal: action === 'failed' && status.startsWith('5') };
}

function letterIn(text: string): string | null {
  for (const [line] of text.matchAll(RECIPIENTS)) {
    const [tagged, ...parts] = TAG.exec(line) ?? [];
    if (tagged) return parts.join('-').toLowerCase();
  }
  return MESSAGE.exec(text)?.[1]?.toLowerCase() ?? null;
}
