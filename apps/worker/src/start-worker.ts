import { hostname } from 'node:os';
import { Logger } from '@nestjs/common';
import { makeDataSource } from '@ennead/persistence';
import { DutyNotes } from './duties/duty-notes.ts';
import { serveDuties } from './duties/serve-duties.ts';
import { serveHealth } from './health-server.ts';
import { holdOffice } from './office/hold-office.ts';
import { smtpPost } from './mail/smtp-post.ts';
import type { Settings } from './settings.ts';
import { dutiesOn } from './work.ts';

export type Worker = {
  /** Brings to its end what it has begun, gives up the office, ends. */
  readonly stop: () => Promise<void>;
};

const poolSize = 8;
/** A handler that waits in vain fails, and is tried again; it must not hold up the others. */
const statementMs = 60_000;

/**
 * The whole worker: stands by until it is in office, then does its duties.
 *
 * @param onStuck what it has begun does not come to its end although it is out of office
 */
export const startWorker = async (
  { DATABASE_URL, WORKER_URL, PUBLIC_URL, SMTP_URL, MAIL_FROM, TIME_ZONE }: Settings,
  onStuck: () => void,
): Promise<Worker> => {
  const logger = new Logger('Worker');
  const db = await makeDataSource(DATABASE_URL, poolSize, statementMs).initialize();
  const notes = new DutyNotes(db, `${hostname()}:${process.pid}`);
  const duties = dutiesOn(db, {
    site: PUBLIC_URL,
    zone: TIME_ZONE,
    post: SMTP_URL && MAIL_FROM ? smtpPost({ url: SMTP_URL, from: MAIL_FROM }) : null,
  });
  const stopping = new AbortController();
  let inOffice = false;
  const serve = async (term: AbortSignal): Promise<void> => {
    inOffice = true;
    term.addEventListener('abort', () => (inOffice = false));
    logger.log('In office.');
    await serveDuties(duties, notes, term);
    logger.log('Out of office.');
  };
  const held = holdOffice({
    databaseUrl: DATABASE_URL,
    stop: stopping.signal,
    serve,
    onStuck,
    onFault: (fault) => logger.warn(`The office is asked for again: ${fault.message}`),
  });
  const isReady = () =>
    db.query('SELECT 1').then(
      () => true,
      () => false,
    );
  const health = await serveHealth(WORKER_URL, { isReady, inOffice: () => inOffice });
  return {
    stop: async () => {
      stopping.abort();
      await held;
      health.close();
      health.closeAllConnections();
      await db.destroy();
    },
  };
};
