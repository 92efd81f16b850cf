import type { LabServerMessage, LabSessionView } from '@ennead/contracts';
import {
  askCheck,
  followCheck,
  interruptCheck,
  isRunning,
  noCheckYet,
  type CheckRun,
} from './checks/check-run.ts';
import { LabConnection } from './connection/lab-connection.ts';
import { nextRequestId, Requests } from './connection/requests.ts';
import type { MachineState } from './describe-machine.ts';
import { Drafts } from './files/drafts.ts';
import { FileStore } from './files/file-store.ts';
import { Tabs } from './files/tabs.ts';
import { Store } from '../../lib/store.ts';

export interface MachineNews {
  readonly state: MachineState | null;
  readonly snapshotAt: string | null;
  /** When everything the workspace holds was last stored outside the machine. */
  readonly checkpointAt: string | null;
  readonly skippedFiles: number;
}

export interface LabSessionNews {
  readonly state: LabSessionView['state'];
  readonly deadlineAt: string;
  readonly serverNow: string;
}

const socketUrl = (id: string): string => {
  const url = new URL(`/api/lab-sessions/${id}/socket`, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
};

/** Everything a lab page keeps outside React: one connection, and what came over it. */
export class LabClient {
  readonly connection: LabConnection;
  readonly files: FileStore;
  readonly machine = new Store<MachineNews>({
    state: null,
    snapshotAt: null,
    checkpointAt: null,
    skippedFiles: 0,
  });
  readonly labSession: Store<LabSessionNews>;
  readonly checks = new Store<CheckRun>(noCheckYet);
  private readonly requests: Requests;
  private readonly openFirst: readonly string[];
  private restored = false;

  constructor(view: LabSessionView) {
    this.connection = new LabConnection(socketUrl(view.id));
    this.requests = new Requests(this.connection);
    this.files = new FileStore(this.requests, new Drafts(view.id), new Tabs(view.id));
    this.labSession = new Store<LabSessionNews>(view);
    this.openFirst = view.lab.openFiles;
    this.connection.onMessage((message) => this.handle(message));
    this.connection.state.subscribe(() => this.followLink());
  }

  /** Runs the visible checks on what is saved; so everything is saved first. */
  async check(): Promise<void> {
    if (isRunning(this.checks.get())) return;
    const requestId = nextRequestId();
    this.checks.update((run) => askCheck(run, requestId));
    await this.files.saveAll();
    if (!this.connection.send({ type: 'check.run', requestId })) this.checks.update(interruptCheck);
  }

  stop(): void {
    this.files.stop();
    this.connection.stop();
  }

  private handle(message: LabServerMessage): void {
    this.requests.settle(message);
    if (!this.isPremature(message)) this.files.handle(message);
    this.checks.update((run) => followCheck(run, message));
    if (message.type === 'session') this.labSession.set(message);
    if (message.type === 'machine') this.followMachine(message);
    if (message.type === 'checkpoint')
      this.machine.update((news) => ({
        ...news,
        checkpointAt: message.takenAt,
        skippedFiles: message.skippedFiles,
      }));
    if (message.type === 'tree' && !this.restored && !this.isPremature(message)) {
      this.restored = true;
      this.files.restore(this.openFirst);
    }
  }

  /** A machine that has not been given its files yet has an empty tree; that says nothing of the files. */
  private isPremature(message: LabServerMessage): boolean {
    const { state } = this.machine.get();
    const inUse = state === 'ready' || state === 'restored';
    return message.type === 'tree' && message.files.length === 0 && !inUse;
  }

  private followMachine({ state, snapshotAt }: Extract<LabServerMessage, { type: 'machine' }>): void {
    this.machine.update((news) => ({ ...news, state, snapshotAt: snapshotAt ?? null }));
    if (state === 'ready' || state === 'restored') this.files.machineReady();
  }

  private followLink(): void {
    if (this.connection.state.get() === 'online') {
      this.connection.send({ type: 'tree' });
      this.files.online();
      return;
    }
    this.requests.dropAll();
    this.files.offline();
    this.checks.update(interruptCheck);
  }
}
