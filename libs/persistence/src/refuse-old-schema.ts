import type { DataSource } from 'typeorm';
import { migrations } from './migrations.ts';

/**
 * A database that an Ennead of before this schema made can be neither read nor migrated: it is refused before anything
 * is changed in it. One that is empty, or that these migrations made, passes.
 *
 * @throws Error that says what to do
 */
export const refuseOldSchema = async (owner: DataSource): Promise<void> => {
  const [known]: [{ there: boolean }] = await owner.query(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS there`,
  );
  if (!known.there) return;
  const ran: { name: string }[] = await owner.query('SELECT name FROM public.migrations');
  const ours = new Set(migrations.map(({ name }) => name));
  if (ran.every(({ name }) => ours.has(name))) return;
  throw new Error(
    'This data was made by an earlier Ennead whose tables this one cannot read. Nothing was changed. ' +
      'Keep a copy if you need it, then begin anew with: npm start -- --reset',
  );
};
