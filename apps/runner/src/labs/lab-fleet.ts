import { totalmem } from 'node:os';
import { join } from 'node:path';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { LoadedLab } from '@ennead/content';
import type { RunnerHealth } from '@ennead/contracts/internal';
import { buildImage, Engine, type Machine, MachinePool, SandboxFault, Slots, totalMemoryMb } from '@ennead/sandbox';
import { SETTINGS, type Settings } from '../settings.ts';
import { instanceOf } from './instance-of.ts';
import { LABS, type Labs } from './labs.ts';

/** The terminal that is open in a warm machine before anybody asks. */
export const firstTerminal = 't1';
const retryMs = 10_000;
const startedAtOnce = 2;
const shareOfMemory = 0.75;

type Berth = { readonly candidates: MachinePool; readonly graders: MachinePool };

/** All machines of this host: an image and two pools a lab, one for candidates, one for the judge. */
@Injectable()
export class LabFleet {
  readonly engine: Engine;
  private readonly logger = new Logger('Fleet');
  private readonly berths = new Map<string, Berth>();
  private readonly starting = new Slots(startedAtOnce);
  private fault: string | undefined;
  private timer: NodeJS.Timeout | undefined;
  private usedMb = 0;
  private swept = false;
  private notePrepared!: () => void;
  /** Until the first preparation has ended, well or not, claims wait. */
  private readonly prepared = new Promise<void>((resolve) => (this.notePrepared = resolve));
  private closed = false;
  private readonly grading = new Set<Machine>();

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LABS) private readonly labs: Labs,
  ) {
    this.fault = settings.LABS_UNAVAILABLE_REASON;
    this.engine = new Engine({
      ...(settings.DOCKER_HOST ? { dockerHost: settings.DOCKER_HOST } : {}),
      instance: instanceOf(settings.ENNEAD_DATA_DIR),
      log: (message) => this.logger.warn(message),
    });
  }

  /**
   * Sweeps what an earlier process left, but the machines to keep, then builds images and fills pools; returns
   * when that is done or has failed, in which case it is tried again until it succeeds.
   */
  async prepare(keep: ReadonlySet<string>): Promise<void> {
    if (this.settings.LABS_UNAVAILABLE_REASON !== undefined || this.closed) return this.notePrepared();
    try {
      await this.engine.ping();
      await this.sweepOnce(keep);
      for (const lab of this.labs.values()) await this.prepareLab(lab);
      this.fault = undefined;
    } catch (error) {
      this.fault = (error as Error).message;
      this.logger.error(`Labs cannot be used: ${this.fault}`);
      this.timer = setTimeout(() => void this.prepare(keep), retryMs);
    } finally {
      this.notePrepared();
    }
  }

  /** A machine with the lab's starter files. @throws SandboxFault; FULL when this host holds no more. */
  async claimForCandidate(labId: string): Promise<Machine> {
    const neededMb = totalMemoryMb(this.labOf(labId).lab.limits);
    if (this.usedMb + neededMb > (totalmem() / 1024 / 1024) * shareOfMemory) throw new SandboxFault('FULL');
    this.usedMb += neededMb;
    try {
      const machine = await (await this.berthOf(labId)).candidates.claim();
      void machine.ended.then(() => (this.usedMb -= neededMb));
      return machine;
    } catch (error) {
      this.usedMb -= neededMb;
      throw error;
    }
  }

  /** An empty machine of the same image. @throws SandboxFault */
  async claimForGrading(labId: string): Promise<Machine> {
    const machine = await (await this.berthOf(labId)).graders.claim();
    this.grading.add(machine);
    void machine.ended.then(() => this.grading.delete(machine));
    return machine;
  }

  /** Seconds matter to nobody here: what an operator and the lab pages want to know. */
  health(): Omit<RunnerHealth, 'liveSessions'> {
    const labs = [...this.labs.keys()].map((labId) => ({
      labId,
      warm: this.berths.get(labId)?.candidates.warm ?? 0,
      ready: this.berths.has(labId),
    }));
    if (this.fault !== undefined) return { status: 'unavailable', reason: this.fault, labs };
    return { status: labs.every(({ ready }) => ready) ? 'ready' : 'preparing', labs };
  }

  /** Destroys what waits and what grades; a grading that this cuts off is done again by whoever comes next. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await Promise.allSettled([...this.grading].map((machine) => machine.destroy()));
    await Promise.all([...this.berths.values()].flatMap((berth) => [berth.candidates.close(), berth.graders.close()]));
  }

  private async sweepOnce(keep: ReadonlySet<string>): Promise<void> {
    if (this.swept) return;
    const removed = await this.engine.sweep(keep);
    this.swept = true;
    if (removed > 0) this.logger.log(`${removed} leftover machines removed`);
  }

  private async prepareLab(lab: LoadedLab): Promise<void> {
    if (this.berths.has(lab.lab.id)) return;
    const started = performance.now();
    const { tag, built } = await buildImage(this.engine, join(lab.dir, 'environment'), (line) => this.logger.debug(line));
    if (built) this.logger.log(`Image of ${lab.lab.id} built in ${Math.round(performance.now() - started)} ms`);
    const common = { image: tag, limits: lab.lab.limits, starting: this.starting };
    const log = (message: string) => this.logger.warn(`${lab.lab.id}: ${message}`);
    const prepare = (machine: Machine) => layOut(machine, lab);
    const size = this.settings.RUNNER_WARM_MACHINES;
    const berth = {
      candidates: new MachinePool(this.engine, { ...common, size, prepare, log }),
      graders: new MachinePool(this.engine, { ...common, size: Math.min(size, 1), log }),
    };
    this.berths.set(lab.lab.id, berth);
    berth.candidates.fill();
    berth.graders.fill();
  }

  private async berthOf(labId: string): Promise<Berth> {
    await this.prepared;
    const berth = this.berths.get(labId);
    if (!berth) throw new SandboxFault('ENGINE_DOWN', this.fault ?? `the image of ${labId} is not ready yet`);
    return berth;
  }

  private labOf(labId: string): LoadedLab {
    const lab = this.labs.get(labId);
    if (!lab) throw new SandboxFault('IMAGE_MISSING', `there is no lab ${labId}`);
    return lab;
  }
}

const layOut = async (machine: Machine, { starter }: LoadedLab): Promise<void> => {
  for (const { path, bytes, executable } of starter) await machine.writeFile(path, bytes, { executable });
  await machine.openTerminal(firstTerminal, 80, 24);
};
