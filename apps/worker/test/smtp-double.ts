import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** How it treats a letter, by the box that it is for: `bounce@example.org`. */
const boxes = {
  /** Not there, and never will be. */
  bounce: 550,
  /** Not to be had just now. */
  later: 450,
} as const;

export type ReceivedMail = { readonly to: readonly string[]; readonly from: string; readonly source: string };

export type SmtpDouble = {
  readonly url: string;
  /** What it took, and said so. */
  readonly received: ReceivedMail[];
  /** Whom it was given a letter for, whatever it did with it. */
  readonly givenFor: string[];
  close(): Promise<void>;
};

const failure = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });
const boxOf = (address: string): string => address.split('@')[0]!;

/**
 * A real mail server on a free port. `drop@` hears a letter to its end and ends the connection, `silent@` never answers,
 * `spam@` refuses what it has heard.
 */
export const startSmtp = async (options: SMTPServerOptions = {}): Promise<SmtpDouble> => {
  const received: ReceivedMail[] = [];
  const givenFor: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    ...options,
    onRcptTo: ({ address }, _session, done) => {
      const code = boxes[boxOf(address) as keyof typeof boxes];
      done(code ? failure(code, `no such box: ${address}`) : null);
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      const box = boxOf(to[0]!);
      givenFor.push(...to);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (box === 'silent') return;
        if (box === 'drop') {
          for (const connection of server.connections) connection.close();
          return;
        }
        if (box === 'spam') return done(failure(554, 'we take no such letters'));
        const { mailFrom } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        received.push({ to, from, source: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    givenFor,
    close: async () => {
      for (const connection of server.connections) connection.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};
