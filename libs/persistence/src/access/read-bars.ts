import { ImpartialityRules } from '@ennead/contracts';
import { addInZone, barsAt, type Bars } from '@ennead/domain';
import type { EntityManager } from 'typeorm';

export type BarsNow = {
  readonly bars: Bars;
  /** For how many months a declaration of interests holds, and since when one must be; null where nobody need declare. */
  readonly declaration: { readonly months: number; readonly since: Date } | null;
  /** In which months are counted and days begin. */
  readonly timeZone: string;
  readonly now: Date;
};

/**
 * Which ties bar which acts at this moment, by the scheme in force: whatever version a case is decided under, who may act on it
 * is a question of today.
 *
 * @throws Error while no scheme has taken effect
 */
export const readBars = async (manager: Pick<EntityManager, 'query'>): Promise<BarsNow> => {
  const rows: { rules: unknown; zone: string; now: Date }[] = await manager.query(
    `SELECT scheme #> '{rules,impartiality}' AS rules, scheme #>> '{rules,timeZone}' AS zone, clock() AS now FROM scheme_in_force`,
  );
  const row = rows[0];
  if (!row) throw new Error('No scheme has taken effect.');
  const rules = ImpartialityRules.parse(row.rules);
  const { zone, now } = row;
  const { declarationMonths: months } = rules;
  const at = now.toISOString();
  return {
    bars: barsAt(rules, zone, at),
    declaration:
      months === null ? null : { months, since: new Date(addInZone(at, { months: -months }, zone)) },
    timeZone: zone,
    now,
  };
};
