import type { DataSource } from 'typeorm';
import { migrations } from './migrations.ts';
import { groundPlan } from './migrations/initial/tables.ts';

/**
 * A database that an Ennead of before this schema made can be neither read nor migrated: it is refused before anything
 * is changed in it. One that is empty, or that these migrations made, passes. The first migration is written anew while
 * there is no data to keep, so its name says little: the hash of its statements, which it leaves at the table of
 * migrations, says which one it was.
 *
 * @throws Error that says what to do
 */
export const refuseOldSchema = async (owner: DataSource): Promise<void> => {
  const [known]: [{ there: boolean }] = await owner.query(
    `SELECT to_regclass('public.migrations') IS NOT NULL AS there`,
  );
  if (!known.there) return;
  const ran: { name: string; plan: string | null }[] = await owner.query(
    `SELECT name, obj_description('public.migrations'::regclass) AS plan FROM public.migrations`,
  );
  const ours = new Set(migrations.map(({ name }) => name));
  if (ran.every(({ name, plan }) => ours.has(name) && plan === groundPlan)) return;
  throw new Error(
    'This data was made by an earlier Ennead whose tables this one cannot read. Nothing was changed. ' +
      'Keep a copy if you need it, then begin anew with: npm start -- --reset',
  );
};
