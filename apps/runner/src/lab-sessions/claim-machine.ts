import type { LabSession } from '@ennead/persistence';
import { type Machine, SandboxFault } from '@ennead/sandbox';
import type { LabFleet } from '../labs/lab-fleet.ts';
import type { HeldLab } from '../labs/labs.ts';
import { restoreTree } from './restore-tree.ts';
import { LabSessionEnded } from './lab-session-ended.ts';
import type { LabSessionStore } from './lab-session-store.ts';
import type { Workspace } from './workspace.ts';

export type Claim = {
  readonly machine: Machine;
  readonly session: LabSession;
  /** Whether stored work was laid into a new machine, and from when it is. */
  readonly restored: boolean;
  readonly snapshotAt: Date | undefined;
};

const triesAgainstRivals = 5;

/**
 * A machine from the pool with the session's stored files, made the session's own. The files go in before the claim,
 * so that a machine that is claimed always holds the work; whoever loses the claim destroys its own machine.
 *
 * @throws LabSessionEnded, SandboxFault
 */
export const claimMachine = async (
  id: string,
  lab: HeldLab,
  workspace: Workspace,
  store: LabSessionStore,
  fleet: LabFleet,
): Promise<Claim> => {
  for (let tries = 0; tries < triesAgainstRivals; tries++) {
    const session = await store.findOpen(id);
    if (!session) throw new LabSessionEnded();
    const machine = await fleet.claimForCandidate(lab);
    try {
      const snapshot = session.snapshotId === null ? null : await store.findSnapshot(session.snapshotId);
      const wanted = await workspace.load(snapshot);
      await restoreTree(machine, (await workspace.load(null)).tree, wanted);
      const fence = await store.claimMachine(session, machine.id);
      if (fence !== null) {
        const claimed = { ...session, fence, machineId: machine.id };
        workspace.use(machine, fence, wanted.tree);
        if (!snapshot) await workspace.keepStarter();
        return { machine, session: claimed, restored: snapshot !== null, snapshotAt: snapshot?.takenAt };
      }
    } catch (error) {
      await machine.destroy();
      throw error;
    }
    await machine.destroy();
    const rival = await store.find(id);
    const taken = rival && (await takeUpMachine(rival, workspace, store, fleet));
    if (taken) return taken;
  }
  throw new SandboxFault('BUSY', 'others claim this session again and again');
};

/**
 * The machine that the session names, with its terminals as they are; undefined when there is none or it is dead,
 * which is noted. @throws SandboxFault ENGINE_DOWN
 */
export const takeUpMachine = async (
  session: LabSession,
  workspace: Workspace,
  store: LabSessionStore,
  fleet: LabFleet,
): Promise<Claim | undefined> => {
  if (session.machineId === null) return undefined;
  try {
    const machine = await fleet.engine.reattach(session.machineId);
    const snapshot = session.snapshotId === null ? null : await store.findSnapshot(session.snapshotId);
    workspace.use(machine, session.fence, (await workspace.load(snapshot)).tree);
    return { machine, session, restored: false, snapshotAt: snapshot?.takenAt };
  } catch (error) {
    if (!(error instanceof SandboxFault) || error.code === 'ENGINE_DOWN') throw error;
    await fleet.engine.removeContainer(session.machineId);
    await store.releaseMachine(session.id, session.machineId);
    return undefined;
  }
};
