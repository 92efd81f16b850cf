import pg from 'pg';
import { pause } from '../pause.ts';

/** The lock of the database that whoever is in office holds; it goes with the connection that took it. */
const officeLock = 7_420_010;

const askAgainMs = 1_000;
const proveMs = 2_000;
const answerWithinMs = 5_000;
const endWithinMs = 20_000;

/** A worker that is stopped, or whose machine is gone, says nothing: after this the database takes the office from it. */
const lettingGo = `SET idle_session_timeout = '10s'; SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2;
  SET tcp_keepalives_count = 3`;

export type Office = {
  readonly databaseUrl: string;
  /** Ends everything. */
  readonly stop: AbortSignal;
  /** What is done in office: begins when it is taken, and comes to its end soon after `term` is over. */
  readonly serve: (term: AbortSignal) => Promise<void>;
  /** The office could not be taken, or was lost; it is asked for again. */
  readonly onFault: (fault: Error) => void;
  /** What was begun in office does not come to its end: this process is of no use any more. */
  readonly onStuck: () => void;
};

/**
 * Takes office when nobody else is in it, and serves until it is stopped or the connection is lost. Of several workers one is in office:
 * a lock of PostgreSQL's on a connection of its own says who. One that has lost it without knowing may go on for some seconds beside
 * the next, so whatever is done in office can be done twice.
 */
export const holdOffice = async (office: Office): Promise<void> => {
  while (!office.stop.aborted) {
    await holdOnce(office).catch((fault: Error) => office.onFault(fault));
    await pause(askAgainMs, office.stop);
  }
};

const holdOnce = async ({ databaseUrl, stop, serve, onStuck }: Office): Promise<void> => {
  const client = new pg.Client({
    connectionString: databaseUrl,
    keepAlive: true,
    connectionTimeoutMillis: answerWithinMs,
    query_timeout: answerWithinMs,
  });
  // Said by the next question too, which is where it is heard.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(lettingGo);
    while (!stop.aborted && !(await take(client))) await pause(askAgainMs, stop);
    if (!stop.aborted) await serveWhileHeld(client, { stop, serve, onStuck });
  } finally {
    await client.end().catch(() => undefined);
  }
};

const take = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1) AS taken', [
    officeLock,
  ]);
  return rows[0]!.taken;
};

const serveWhileHeld = async (
  client: pg.Client,
  { stop, serve, onStuck }: Pick<Office, 'stop' | 'serve' | 'onStuck'>,
): Promise<void> => {
  const lost = new AbortController();
  const term = AbortSignal.any([stop, lost.signal]);
  const serving = serve(term).finally(() => lost.abort());
  try {
    while (!term.aborted) {
      await client.query('SELECT 1');
      await pause(proveMs, term);
    }
  } finally {
    lost.abort();
    const stuck = setTimeout(onStuck, endWithinMs);
    await serving.finally(() => clearTimeout(stuck));
  }
};
