import Docker from 'dockerode';
import type { Duplex } from 'node:stream';
import { AgentCalls, type MachineEnd } from './agent-calls.ts';
import { AgentStream } from './agent-stream.ts';
import { containerOptions, imageLabel, instanceLabel } from './container-options.ts';
import type { MachineLimits } from './limits.ts';
import { Machine } from './machine.ts';
import { SandboxFault } from './sandbox-fault.ts';

export type EngineOptions = {
  /** Where Docker listens, as DOCKER_HOST says it; left out: the environment's, else the usual socket. */
  readonly dockerHost?: string;
  /** Names this installation; machines of others are never touched. */
  readonly instance: string;
  readonly log?: (message: string) => void;
};

export type LivingMachine = { readonly id: string; readonly image: string; readonly running: boolean };

/** One Docker engine, seen as a maker of machines. */
export class Engine {
  readonly docker: Docker;

  constructor(private readonly options: EngineOptions) {
    this.docker = options.dockerHost ? new Docker(dockerAddress(options.dockerHost)) : new Docker();
  }

  /** @throws SandboxFault ENGINE_DOWN with what Docker, or the lack of it, said. */
  async ping(): Promise<void> {
    await this.asking(() => this.docker.ping());
  }

  /** Creates and starts a machine and waits until its agent answers. Removed again when that fails. */
  async start(image: string, limits: MachineLimits): Promise<Machine> {
    const container = await this.asking(() =>
      this.docker.createContainer(containerOptions({ image, limits, instance: this.options.instance })),
    );
    try {
      const stream = await this.asking(() => this.attachTo(container));
      const machine = this.machineOn(container.id, stream);
      await this.asking(() => container.start());
      await machine.greet();
      return machine;
    } catch (error) {
      await this.removeContainer(container.id).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Takes up a machine that another process of this installation started. Terminals that are open stay as they are.
   *
   * @throws SandboxFault MACHINE_LOST when it no longer runs.
   */
  async reattach(id: string): Promise<Machine> {
    const state = await this.stateOf(id);
    if (!state?.Running) throw new SandboxFault('MACHINE_LOST');
    const machine = this.machineOn(id, await this.asking(() => this.attachTo(this.docker.getContainer(id))));
    await machine.greet();
    return machine;
  }

  /** Every machine of this installation, running or not. */
  async machines(): Promise<LivingMachine[]> {
    const filters = { label: [`${instanceLabel}=${this.options.instance}`] };
    const found = await this.asking(() => this.docker.listContainers({ all: true, filters }));
    return found.map(({ Id, Labels, State }) => ({
      id: Id,
      image: Labels[imageLabel] ?? '',
      running: State === 'running',
    }));
  }

  /** Removes this installation's machines but those to keep. Returns how many went. */
  async sweep(keep: ReadonlySet<string>): Promise<number> {
    const leftovers = (await this.machines()).filter(({ id }) => !keep.has(id));
    for (const { id } of leftovers) await this.removeContainer(id);
    return leftovers.length;
  }

  /** Kills and removes; that it is gone, or going, already is as good. */
  async removeContainer(id: string): Promise<void> {
    try {
      await this.docker.getContainer(id).remove({ force: true, v: true });
    } catch (error) {
      const status = statusOf(error);
      if (status !== 404 && status !== 409) throw asFault(error);
    }
  }

  private attachTo(container: Docker.Container): Promise<Duplex> {
    return container.attach({
      stream: true,
      stdin: true,
      stdout: true,
      stderr: true,
      hijack: true,
    }) as unknown as Promise<Duplex>;
  }

  private machineOn(id: string, duplex: Duplex): Machine {
    const stream = new AgentStream(duplex, {
      message: (message) => calls.take(message),
      complaint: (text) => this.options.log?.(`agent of ${id.slice(0, 12)}: ${text}`),
      end: () => void this.endOf(id).then((end) => calls.end(end)),
    });
    const calls = new AgentCalls(stream);
    return new Machine(id, this, calls);
  }

  private async endOf(id: string): Promise<MachineEnd> {
    try {
      const state = await this.stateOf(id);
      const reason = state?.Running ? 'detached' : 'exited';
      return { reason, oomKilled: state?.OOMKilled ?? false, exitCode: state?.ExitCode ?? null };
    } catch {
      return { reason: 'detached', oomKilled: false, exitCode: null };
    }
  }

  private async stateOf(id: string): Promise<Docker.ContainerInspectInfo['State'] | undefined> {
    try {
      return (await this.docker.getContainer(id).inspect()).State;
    } catch (error) {
      if (statusOf(error) === 404) return undefined;
      throw asFault(error);
    }
  }

  private async asking<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask();
    } catch (error) {
      throw asFault(error);
    }
  }
}

const dockerAddress = (dockerHost: string): Docker.DockerOptions => {
  const url = new URL(dockerHost);
  if (url.protocol === 'unix:') return { socketPath: url.pathname };
  return { protocol: 'http', host: url.hostname, port: Number(url.port || 2375) };
};

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : undefined;

const asFault = (error: unknown): SandboxFault => {
  if (error instanceof SandboxFault) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = statusOf(error) === 404 && /image/i.test(message) ? 'IMAGE_MISSING' : 'ENGINE_DOWN';
  return new SandboxFault(code, message, { cause: error });
};
