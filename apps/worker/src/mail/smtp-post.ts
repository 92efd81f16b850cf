import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { toHtml } from '@ennead/mail';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { outcomeOf, type MailFault } from './outcome-of.ts';
import type { OutgoingLetter, Post } from './post.ts';

/** In milliseconds. In all a letter takes less than `claimHeldSec`, or its claim would be lost under it. */
const patience = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 60_000,
  whole: 240_000,
};

export type SmtpSettings = {
  /** `smtp://user:password@host:port`, or `smtps:`. */
  readonly url: string;
  /** Whom letters are from: `Ennead <letters@example.org>`. */
  readonly from: string;
};

/**
 * Hands letters to a mail server, one connection each. The connection is held by hand, for a transport does not tell
 * whether a failure came before the letter was handed over or after, and that is what decides whether it may be tried again.
 */
export const smtpPost =
  ({ url, from }: SmtpSettings): Post =>
  async (letter) => {
    let handedOver = false;
    let connection: SMTPConnection | undefined;
    try {
      const composed = compose(letter, from);
      const bytes = await composed.build();
      const source = new Readable({
        read() {
          handedOver = true;
          this.push(bytes);
          this.push(null);
        },
      });
      connection = new SMTPConnection({ ...parseConnectionUrl(url), ...patience });
      await withinTime(connection, send(connection, composed.getEnvelope(), source, url));
      return { kind: 'sent' };
    } catch (fault) {
      return outcomeOf(fault as MailFault, handedOver);
    } finally {
      connection?.close();
    }
  };

const compose = ({ to, subject, text, messageId, locale, links }: OutgoingLetter, from: string) =>
  new MailComposer({
    from,
    to: { name: to.name, address: to.address },
    subject,
    text,
    html: toHtml(text, locale, links),
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();

type Envelope = ReturnType<ReturnType<typeof compose>['getEnvelope']>;

const send = async (
  connection: SMTPConnection,
  envelope: Envelope,
  source: Readable,
  url: string,
): Promise<void> => {
  const { auth } = parseConnectionUrl(url);
  await new Promise<void>((resolve, reject) =>
    connection.connect((fault) => (fault ? reject(fault) : resolve())),
  );
  if (auth) await promisify(connection.login.bind(connection))(auth);
  await promisify(connection.send.bind(connection))(envelope, source);
  connection.quit();
};

/** @throws what the connection ends by, or Error when the whole takes too long */
const withinTime = async (connection: SMTPConnection, sending: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const failing = new Promise<never>((_resolve, reject) => {
    connection.on('error', reject);
    timer = setTimeout(reject, patience.whole, new Error('The mail server took too long.'));
  });
  await Promise.race([sending, failing]).finally(() => clearTimeout(timer));
};
