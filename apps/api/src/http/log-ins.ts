import session from 'express-session';
import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import { Pool } from 'pg';
import type { Settings } from '../settings.ts';

declare module 'express-session' {
  interface SessionData {
    personId: string;
    /** Whose password was right, and of whom a code is asked yet: nobody is logged in by that. Until when, as ISO 8601. */
    awaitsPersonId: string;
    awaitsUntil: string;
    /** On what, as the browser calls itself. */
    browser: string | null;
    system: string | null;
  }
}

export const LOG_INS = Symbol('LogIns');
export type LogIns = { handler: RequestHandler; close: () => Promise<void> };

/** The cookie that holds the log-in. */
export const logInCookie = 'ennead';

const dayMs = 86_400_000;

/** Log-ins live in PostgreSQL, so that they survive a restart and can be ended from outside. */
export const keepLogIns = (settings: Settings): LogIns => {
  const pool = new Pool({ connectionString: settings.DATABASE_URL, max: 5 });
  // A killed database ends idle connections with an error event; the next query opens a new one.
  pool.on('error', () => undefined);
  const Store = connectPgSimple(session);
  const store = new Store({ pool, tableName: 'web_session', disableTouch: true, pruneSessionInterval: 900 });
  const handler = session({
    name: logInCookie,
    secret: settings.SESSION_SECRET,
    store,
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: settings.PUBLIC_URL.startsWith('https:'),
      maxAge: 7 * dayMs,
    },
  });
  return {
    handler,
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
};
