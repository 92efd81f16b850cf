import type { DataSource } from 'typeorm';

/**
 * Lets a spec move the database's clock: waiting times, windows and expiry are then tried without waiting. Only the
 * owner of the schema can do this, so no process of Ennead ever can.
 */
export const makeClockShiftable = async (owner: DataSource): Promise<void> => {
  await owner.query('CREATE TABLE clock_shift (ahead interval NOT NULL)');
  await owner.query(`INSERT INTO clock_shift VALUES ('0')`);
  await owner.query('GRANT SELECT ON clock_shift TO PUBLIC');
  await owner.query(`CREATE OR REPLACE FUNCTION clock() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS 'SELECT now() + (SELECT ahead FROM public.clock_shift)'`);
};

/** The same, and it stands still: no time passes but what a spec lets pass, however slow the machine is. */
export const stopClock = async (owner: DataSource): Promise<void> => {
  await makeClockShiftable(owner);
  const [{ now }] = (await owner.query('SELECT now() AS now')) as [{ now: Date }];
  await owner.query(`CREATE OR REPLACE FUNCTION clock() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
    AS 'SELECT timestamptz ''${now.toISOString()}'' + (SELECT ahead FROM public.clock_shift)'`);
};

/** Puts the clock this far ahead of real time, as PostgreSQL reads intervals: '14 days', '0'. */
export const shiftClock = async (owner: DataSource, ahead: string): Promise<void> => {
  await owner.query('UPDATE clock_shift SET ahead = $1', [ahead]);
};
