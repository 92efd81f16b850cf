import type { Prepared } from '../prepare.ts';
import type { Told } from '../work/told.ts';

type Decided = { state: string; decisions: number; credentials: number; made: number; issued: number };

/** Each case that somebody was told is decided has one decision, one certificate, and one line in the trail for each. */
export const judgeDecisions = async ({ db }: Prepared, told: Told): Promise<string[]> => {
  const faults: string[] = [];
  for (const entryId of told.decided) {
    const [found] = (await db.query(
      `SELECT state, (SELECT count(*)::int FROM decision WHERE entry_id = entry.id) AS decisions,
         (SELECT count(*)::int FROM credential JOIN decision ON decision.id = credential.decision_id
           WHERE decision.entry_id = entry.id) AS credentials,
         (SELECT count(*)::int FROM audit_event WHERE entry_id = entry.id AND action = 'decision.made') AS made,
         (SELECT count(*)::int FROM audit_event WHERE entry_id = entry.id AND action = 'credential.issued') AS issued
       FROM entry WHERE id = $1`,
      [entryId],
    )) as [Decided];
    const { state, ...counts } = found;
    if (state !== 'decided' || Object.values(counts).some((count) => count !== 1))
      faults.push(`Entry ${entryId} is ${JSON.stringify(found)} and not decided once.`);
  }
  return faults;
};
