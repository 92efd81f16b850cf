import type { LabPlan, LabSuite } from '@ennead/contracts/internal';
import { scoreByPlan, type CheckScore } from '@ennead/domain';
import { type Machine, SandboxFault } from '@ennead/sandbox';
import { restoreTree, type StoredTree } from '../lab-sessions/restore-tree.ts';
import { judgeSuite } from './judge-suite.ts';
import { PlatformFault } from './platform-fault.ts';

/**
 * Judges files by the hidden suite in a machine that nobody has used, another one after each that a case brought
 * down. Only the files go in. @param claim gives an empty machine of the lab's image
 *
 * @throws PlatformFault when it could not be done; then nothing is said about the files
 */
export const gradeTree = async (
  { plan, suite }: { readonly plan: LabPlan; readonly suite: LabSuite },
  files: StoredTree,
  claim: () => Promise<Machine>,
): Promise<CheckScore> => {
  let bench: Machine | undefined;
  const machine = async (): Promise<Machine> => {
    if (bench) return bench;
    bench = await claim();
    await restoreTree(bench, [], files);
    return bench;
  };
  const drop = async (): Promise<void> => {
    const spent = bench;
    bench = undefined;
    await spent?.destroy();
  };
  try {
    const outcomes = await judgeSuite(suite, { machine, spent: drop, alone: true });
    return scoreByPlan(plan, outcomes);
  } catch (error) {
    throw error instanceof SandboxFault ? new PlatformFault(error.message, { cause: error }) : error;
  } finally {
    await drop().catch(() => undefined);
  }
};
