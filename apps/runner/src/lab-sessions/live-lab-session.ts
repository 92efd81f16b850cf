import { Logger } from '@nestjs/common';
import { LabSocketClose, type LabServerMessage } from '@ennead/contracts';
import type { LabSession } from '@ennead/persistence';
import { type Machine, type MachineEnd, SandboxFault } from '@ennead/sandbox';
import type { LabFleet } from '../labs/lab-fleet.ts';
import type { HeldLab } from '../labs/labs.ts';
import { claimMachine, takeUpMachine, type Claim } from './claim-machine.ts';
import type { Connection } from './connection.ts';
import { Checkpoints } from './checkpoints.ts';
import { LabSessionEnded } from './lab-session-ended.ts';
import type { LabSessionStore } from './lab-session-store.ts';
import { TerminalRelay } from './terminal-relay.ts';
import { Workspace } from './workspace.ts';

const retryMs = 3_000;

type MachineState = Extract<LabServerMessage, { type: 'machine' }>['state'];

/** One open lab session on this host: its machine, its files, its terminals and, if it is there, its browser. */
export class LiveLabSession {
  readonly workspace: Workspace;
  readonly terminals = new TerminalRelay();
  readonly id: string;
  private readonly logger: Logger;
  private readonly checkpoints: Checkpoints;
  private current: Machine | undefined;
  private connection: Connection | undefined;
  private acquiring: Promise<void> | undefined;
  private takingUp: Promise<void> | undefined;
  private retry: NodeJS.Timeout | undefined;
  private state: MachineState = 'starting';
  private snapshotAt: Date | undefined;
  private ending = false;

  constructor(
    private session: LabSession,
    readonly lab: HeldLab,
    private readonly store: LabSessionStore,
    private readonly fleet: LabFleet,
  ) {
    this.id = session.id;
    this.logger = new Logger(`LabSession ${session.id.slice(0, 8)}`);
    this.workspace = new Workspace(session.id, lab, store, session.fence);
    this.checkpoints = new Checkpoints(this.workspace, {
      send: (message) => this.connection?.send(message),
      isWatched: () => this.connection !== undefined,
      failed: (fault) => this.noteFault(fault),
    });
  }

  get machine(): Machine | undefined {
    return this.current;
  }

  get isConnected(): boolean {
    return this.connection !== undefined;
  }

  /** What time it is for everybody. */
  now(): Date {
    return this.store.now();
  }

  /** A browser arrives; one that was there before is told that it was taken over from. */
  attach(connection: Connection): void {
    this.connection?.close(LabSocketClose.takenOver);
    this.connection = connection;
    this.terminals.useConnection(connection);
    this.sendLabSession(this.session.state);
    this.sendState();
    if (this.current) this.checkpoints.lookNow();
    void this.ensureMachine();
  }

  detach(connection: Connection): void {
    if (this.connection !== connection) return;
    this.connection = undefined;
    this.terminals.useConnection(undefined);
  }

  send(message: LabServerMessage): void {
    this.connection?.send(message);
  }

  /** Sees to it that there is a machine, trying again while somebody waits for it. Never rejects. */
  ensureMachine(): Promise<void> {
    if (this.current || this.ending) return Promise.resolve();
    clearTimeout(this.retry);
    this.acquiring ??= this.acquire().finally(() => (this.acquiring = undefined));
    return this.acquiring;
  }

  /** The machine that the row names, if it lives: after a restart. @throws SandboxFault ENGINE_DOWN */
  takeUp(): Promise<void> {
    // A process that starts and a hand-in that waits ask at the same time: two hands on one machine lose its work.
    this.takingUp ??= this.takeUpNow().finally(() => (this.takingUp = undefined));
    return this.takingUp;
  }

  /**
   * Ends the work: nothing more is taken in, what runs is killed, what is there is stored, the machine is destroyed.
   * A machine that has died counts with what was stored last.
   *
   * @throws Error when what is there could not be stored for a reason of ours; to be tried again
   */
  async freeze(): Promise<void> {
    this.ending = true;
    this.stopTimers();
    await this.acquiring;
    if (!this.current) await this.takeUp();
    const machine = this.current;
    if (machine) {
      await this.storeLast(machine);
      await this.dropMachine(machine);
    }
    this.sendLabSession('handed-in');
    this.connection?.close(LabSocketClose.ended);
  }

  /** Stores what is there and gives up the machine, for this process ends. */
  async shutDown(): Promise<void> {
    this.ending = true;
    this.stopTimers();
    await this.acquiring;
    const machine = this.current;
    if (machine) {
      await this.workspace.checkpoint('checkpoint').catch((fault: Error) => this.logger.warn(fault.message));
      await this.dropMachine(machine);
    }
    this.connection?.close(LabSocketClose.restarting);
  }

  private async takeUpNow(): Promise<void> {
    if (this.current) return;
    const claim = await takeUpMachine(this.session, this.workspace, this.store, this.fleet);
    if (claim) await this.use(claim, 'ready');
  }

  private async acquire(): Promise<void> {
    try {
      const restoring = this.state === 'lost';
      if (!restoring) this.setState('starting');
      const known = await takeUpMachine(this.session, this.workspace, this.store, this.fleet);
      const claim = known ?? (await claimMachine(this.id, this.lab, this.workspace, this.store, this.fleet));
      await this.use(claim, claim.restored ? 'restored' : 'ready');
    } catch (error) {
      if (error instanceof LabSessionEnded || this.ending) return;
      this.logger.warn(`no machine: ${(error as Error).message}`);
      this.setState('unavailable');
      if (this.connection) this.retry = setTimeout(() => void this.ensureMachine(), retryMs);
    }
  }

  private async use({ machine, session, snapshotAt }: Claim, state: MachineState): Promise<void> {
    this.session = session;
    this.current = machine;
    void machine.ended.then((end) => this.noteLost(machine, end));
    this.snapshotAt = snapshotAt;
    this.setState(state);
    await this.terminals.useMachine(machine).catch((fault: unknown) => this.noteFault(fault));
    if (!this.ending) this.checkpoints.start();
  }

  private async noteLost(machine: Machine, end: MachineEnd): Promise<void> {
    if (this.current !== machine) return;
    this.logger.warn(`machine lost: ${end.reason}, exit ${end.exitCode}, out of memory: ${end.oomKilled}`);
    this.current = undefined;
    this.checkpoints.stop();
    this.workspace.leave();
    await this.terminals.useMachine(undefined);
    this.setState('lost');
    try {
      // One whose stream broke may live: then the row still names it and it is taken up again.
      if (end.reason !== 'detached') {
        await machine.destroy();
        await this.store.releaseMachine(this.id, machine.id);
        this.session = { ...this.session, machineId: null };
      }
    } catch (error) {
      this.logger.warn((error as Error).message);
    }
    if (this.connection) await this.ensureMachine();
  }

  private async storeLast(machine: Machine): Promise<void> {
    try {
      await machine.still();
      await this.workspace.checkpoint('hand-in');
    } catch (error) {
      if (!(error instanceof SandboxFault || error instanceof LabSessionEnded)) throw error;
      this.logger.warn(`the last snapshot counts: ${error.message}`);
    }
  }

  private async dropMachine(machine: Machine): Promise<void> {
    this.current = undefined;
    this.workspace.leave();
    await this.terminals.useMachine(undefined);
    await machine.destroy().catch((fault: Error) => this.logger.warn(fault.message));
    await this.store.releaseMachine(this.id, machine.id);
    this.session = { ...this.session, machineId: null };
  }

  noteDeadline(deadlineAt: Date): void {
    if (this.ending || deadlineAt.getTime() === this.session.deadlineAt.getTime()) return;
    this.session = { ...this.session, deadlineAt };
    this.sendLabSession(this.session.state);
  }

  private noteFault(fault: unknown): void {
    if (fault instanceof LabSessionEnded || !this.current) return;
    this.logger.warn(fault instanceof Error ? fault.message : String(fault));
  }

  private setState(state: MachineState): void {
    this.state = state;
    this.sendState();
  }

  private sendState(): void {
    const snapshotAt = this.state === 'restored' ? this.snapshotAt?.toISOString() : undefined;
    this.send({ type: 'machine', state: this.state, ...(snapshotAt ? { snapshotAt } : {}) });
  }

  private sendLabSession(state: LabSession['state']): void {
    const deadlineAt = this.session.deadlineAt.toISOString();
    this.send({ type: 'session', state, deadlineAt, serverNow: this.now().toISOString() });
  }

  private stopTimers(): void {
    clearTimeout(this.retry);
    this.checkpoints.stop();
  }
}
