import { firstRules, ImpartialityRules } from '@ennead/contracts';
import { addInZone, barsAt, type Bars } from '@ennead/domain';
import type { EntityManager } from 'typeorm';

export type BarsNow = {
  readonly bars: Bars;
  /** The table that these are read from. */
  readonly rules: ImpartialityRules;
  /** For how many months a declaration of interests holds, and since when one must be; null where nobody need declare. */
  readonly declaration: { readonly months: number; readonly since: Date } | null;
  /** In which months are counted and days begin. */
  readonly timeZone: string;
  readonly now: Date;
};

/**
 * Which ties bar which acts at this moment, by the scheme in force: whatever version a case is decided under, who may act on it
 * is a question of today. While none is in force every tie bars for ever.
 */
export const readBars = async (manager: Pick<EntityManager, 'query'>): Promise<BarsNow> => {
  const [row] = (await manager.query(
    `SELECT scheme #> '{rules,impartiality}' AS rules, scheme #>> '{rules,timeZone}' AS zone, clock() AS now
     FROM (SELECT) always LEFT JOIN scheme_in_force ON true`,
  )) as [{ rules: unknown; zone: string | null; now: Date }];
  const rules = row.rules === null ? firstRules.impartiality : ImpartialityRules.parse(row.rules);
  const zone = row.zone ?? firstRules.timeZone;
  const { now } = row;
  const { declarationMonths: months } = rules;
  const at = now.toISOString();
  return {
    bars: barsAt(rules, zone, at),
    rules,
    declaration:
      months === null ? null : { months, since: new Date(addInZone(at, { months: -months }, zone)) },
    timeZone: zone,
    now,
  };
};
