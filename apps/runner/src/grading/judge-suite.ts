import type { CaseOutcome } from '@ennead/contracts';
import type { LabSuite } from '@ennead/contracts/internal';
import type { CaseOutcomes } from '@ennead/domain';
import type { Machine } from '@ennead/sandbox';
import { judgeCase, type CaseJudgement } from './judge-case.ts';

export type Bench = {
  /** The machine for the next case. */
  readonly machine: () => Promise<Machine>;
  /** Told when a case brought its machine down. */
  readonly spent?: (machine: Machine) => Promise<void>;
  /** Whether the machine is there for the judge alone: then nothing of a case outlives it. */
  readonly alone: boolean;
  readonly judged?: (task: string, outcome: CaseOutcome, judgement: CaseJudgement) => void;
};

/** Judges all cases of a suite, one after the other. @throws PlatformFault, SandboxFault of getting a machine */
export const judgeSuite = async (suite: LabSuite, bench: Bench): Promise<CaseOutcomes> => {
  const outcomes = new Map<string, CaseOutcome[]>();
  for (const { task, cases } of suite.checks) {
    const judged: CaseOutcome[] = [];
    outcomes.set(task, judged);
    for (const wanted of cases) {
      const machine = await bench.machine();
      const judgement = await judgeCase(machine, suite.command, wanted, { alone: bench.alone });
      const { id, feedback } = wanted;
      const outcome = judgement.passed ? { id, passed: true } : { id, passed: false, feedback };
      judged.push(outcome);
      bench.judged?.(task, outcome, judgement);
      if (judgement.machineSpent) await bench.spent?.(machine);
    }
  }
  return outcomes;
};
