import type { Prepared } from '../prepare.ts';
import type { Told } from '../work/told.ts';
import { judgeDecisions } from './judge-decisions.ts';
import { judgeEvents } from './judge-events.ts';
import { judgeLabs } from './judge-labs.ts';
import { judgeSeals } from './judge-seals.ts';
import { judgeSittings } from './judge-sittings.ts';
import { judgeTrails } from './judge-trails.ts';

/**
 * What the database alone says against what people were told: what was acknowledged and is not there, what was done twice,
 * and what happened without leading from one state to the next. Empty where nothing does.
 */
export const judge = async (prepared: Prepared, told: Told): Promise<string[]> => [
  ...told.surprises.map((surprise) => `Nobody expected ${surprise}.`),
  ...(await judgeSittings(prepared, told)),
  ...(await judgeLabs(prepared, told)),
  ...(await judgeDecisions(prepared, told)),
  ...(await judgeEvents(prepared)),
  ...(await judgeTrails(prepared)),
  ...(await judgeSeals(prepared, told)),
];

const shown = 30;

export const describeFaults = (faults: readonly string[]): string =>
  faults.length === 0
    ? 'Nothing acknowledged is lost, nothing was done twice, every event was handled once, and the trail is sealed whole.'
    : [
        `${faults.length} faults:`,
        ...faults.slice(0, shown).map((fault) => `  ${fault}`),
        ...(faults.length > shown ? [`  … and ${faults.length - shown} more`] : []),
      ].join('\n');
