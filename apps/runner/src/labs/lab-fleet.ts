import { totalmem } from 'node:os';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { RunnerHealth } from '@ennead/contracts/internal';
import { buildImage, Engine, type Machine, MachinePool, SandboxFault, Slots, totalMemoryMb } from '@ennead/sandbox';
import { SETTINGS, type Settings } from '../settings.ts';
import { instanceOf } from './instance-of.ts';
import { type HeldLab, Labs } from './labs.ts';

/** The terminal that is open in a warm machine before anybody asks. */
const firstTerminal = 't1';
const retryMs = 10_000;
const lookAgainMs = 30_000;
const startedAtOnce = 2;
const shareOfMemory = 0.75;

type Berth = { readonly candidates: MachinePool; readonly graders: MachinePool };

/**
 * All machines of this host: an image by what it is built from, and two pools for each kind of machine, one for
 * candidates, one for the judge. Ready beforehand for labs that are live or whose session is not over; else on demand.
 */
@Injectable()
export class LabFleet {
  readonly engine: Engine;
  private readonly logger = new Logger('Fleet');
  private readonly berths = new Map<string, Berth>();
  private readonly preparing = new Map<string, Promise<Berth>>();
  private readonly images = new Map<string, Promise<string>>();
  private readonly starting = new Slots(startedAtOnce);
  private wanted: readonly HeldLab[] = [];
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
    private readonly labs: Labs,
  ) {
    this.fault = settings.LABS_UNAVAILABLE_REASON;
    this.engine = new Engine({
      ...(settings.DOCKER_HOST ? { dockerHost: settings.DOCKER_HOST } : {}),
      instance: instanceOf(settings.ENNEAD_DATA_DIR),
      log: (message) => this.logger.warn(message),
    });
  }

  /**
   * Sweeps what an earlier process left, but the machines to keep, then builds images and fills pools; returns when
   * that is done or has failed. From then on it looks again and again for what was published or scheduled meanwhile.
   */
  async prepare(keep: ReadonlySet<string>): Promise<void> {
    if (this.settings.LABS_UNAVAILABLE_REASON !== undefined || this.closed) return this.notePrepared();
    try {
      await this.engine.ping();
      await this.sweepOnce(keep);
      this.wanted = await this.labs.findWanted();
      for (const lab of this.wanted) await this.prepareLab(lab);
      await this.closeUnwanted();
      this.fault = undefined;
    } catch (error) {
      this.fault = (error as Error).message;
      this.logger.error(`Labs cannot be used: ${this.fault}`);
    } finally {
      this.notePrepared();
      if (!this.closed)
        this.timer = setTimeout(() => void this.prepare(keep), this.fault === undefined ? lookAgainMs : retryMs);
    }
  }

  /** A machine with the lab's starter files. @throws SandboxFault; FULL when this host holds no more. */
  async claimForCandidate(lab: HeldLab): Promise<Machine> {
    const neededMb = totalMemoryMb(lab.lab.limits);
    if (this.usedMb + neededMb > (totalmem() / 1024 / 1024) * shareOfMemory) throw new SandboxFault('FULL');
    this.usedMb += neededMb;
    try {
      const machine = await (await this.berthOf(lab)).candidates.claim();
      void machine.ended.then(() => (this.usedMb -= neededMb));
      return machine;
    } catch (error) {
      this.usedMb -= neededMb;
      throw error;
    }
  }

  /** An empty machine of the same image. @throws SandboxFault */
  async claimForGrading(lab: HeldLab): Promise<Machine> {
    const machine = await (await this.berthOf(lab)).graders.claim();
    this.grading.add(machine);
    void machine.ended.then(() => this.grading.delete(machine));
    return machine;
  }

  /** Seconds matter to nobody here: what an operator and the lab pages want to know. */
  health(): Omit<RunnerHealth, 'liveSessions'> {
    const labs = this.wanted.map(({ lab, machineKey }) => ({
      labId: lab.id,
      warm: this.berths.get(machineKey)?.candidates.warm ?? 0,
      ready: this.berths.has(machineKey),
    }));
    if (this.fault !== undefined) return { status: 'unavailable', reason: this.fault, labs };
    return { status: labs.every(({ ready }) => ready) ? 'ready' : 'preparing', labs };
  }

  /** Destroys what waits and what grades; a grading that this cuts off is done again by whoever comes next. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await Promise.allSettled([...this.grading].map((machine) => machine.destroy()));
    await Promise.allSettled(this.preparing.values());
    await Promise.all([...this.berths.values()].map(closeBerth));
  }

  private async sweepOnce(keep: ReadonlySet<string>): Promise<void> {
    if (this.swept) return;
    const removed = await this.engine.sweep(keep);
    this.swept = true;
    if (removed > 0) this.logger.log(`${removed} leftover machines removed`);
  }

  /** Machines of labs that nobody will begin any more; whoever still needs one gets it on demand. */
  private async closeUnwanted(): Promise<void> {
    const wanted = new Set(this.wanted.map(({ machineKey }) => machineKey));
    for (const [key, berth] of this.berths)
      if (!wanted.has(key)) {
        this.berths.delete(key);
        await closeBerth(berth);
      }
  }

  private prepareLab(lab: HeldLab): Promise<Berth> {
    const known = this.berths.get(lab.machineKey);
    if (known) return Promise.resolve(known);
    const running =
      this.preparing.get(lab.machineKey) ??
      this.makeBerth(lab).finally(() => this.preparing.delete(lab.machineKey));
    this.preparing.set(lab.machineKey, running);
    return running;
  }

  private async makeBerth(lab: HeldLab): Promise<Berth> {
    const { id, limits } = lab.lab;
    const common = { image: await this.imageOf(lab), limits, starting: this.starting };
    const log = (message: string) => this.logger.warn(`${id}: ${message}`);
    const prepare = (machine: Machine) => layOut(machine, lab);
    const size = this.settings.RUNNER_WARM_MACHINES;
    const berth = {
      candidates: new MachinePool(this.engine, { ...common, size, prepare, log }),
      graders: new MachinePool(this.engine, { ...common, size: Math.min(size, 1), log }),
    };
    this.berths.set(lab.machineKey, berth);
    if (this.closed) return berth;
    berth.candidates.fill();
    berth.graders.fill();
    return berth;
  }

  /** The tag of the image of an environment, built once at a time. */
  private imageOf(lab: HeldLab): Promise<string> {
    const known = this.images.get(lab.environmentHash) ?? this.build(lab);
    this.images.set(lab.environmentHash, known);
    known.catch(() => this.images.delete(lab.environmentHash));
    return known;
  }

  private async build(lab: HeldLab): Promise<string> {
    const started = performance.now();
    const files = (await this.labs.environmentOf(lab)).map(({ path, bytes, executable }) => ({
      path,
      content: Buffer.from(bytes),
      executable,
    }));
    const { tag, built } = await buildImage(this.engine, files, (line) => this.logger.debug(line));
    if (built) this.logger.log(`Image of ${lab.lab.id} built in ${Math.round(performance.now() - started)} ms`);
    return tag;
  }

  /** Before the sweep nothing is made, or it would be swept. */
  private async berthOf(lab: HeldLab): Promise<Berth> {
    await this.prepared;
    if (!this.swept) throw new SandboxFault('ENGINE_DOWN', this.fault ?? 'the engine is not ready yet');
    return this.prepareLab(lab);
  }
}

const closeBerth = async ({ candidates, graders }: Berth): Promise<void> => {
  await Promise.all([candidates.close(), graders.close()]);
};

const layOut = async (machine: Machine, { starter }: HeldLab): Promise<void> => {
  for (const { path, bytes, executable } of starter) await machine.writeFile(path, bytes, { executable });
  await machine.openTerminal(firstTerminal, 80, 24);
};
