import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Id, labSessionLifecycle, Refusal } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import type { LabSession } from '@ennead/persistence';
import { Upgrades, type Upgrade } from '../../http/upgrades.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { LabsService } from './labs.service.ts';
import { tunnelUpgrade } from './tunnel-upgrade.ts';

/**
 * Lets the candidate of an open lab session, and nobody else, through to the runner that holds the machine. The
 * runner is never reachable from outside; what flows is between browser and runner.
 */
@Injectable()
export class LabSockets implements OnModuleInit {
  private readonly logger = new Logger('LabSockets');

  constructor(
    private readonly labs: LabsService,
    private readonly upgrades: Upgrades,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  onModuleInit(): void {
    this.upgrades.handle({
      path: '/api/lab-sessions/:id/socket',
      roles: ['candidate'],
      open: (upgrade) => this.join(upgrade),
    });
  }

  private async join({ caller, params, request, socket, head }: Upgrade): Promise<void> {
    const id = Id.safeParse(params['id']);
    if (!id.success) throw new Refusal('NOT_FOUND');
    const session = await this.labs.findOwn(caller, id.data);
    if (!isRunning(session)) throw new Refusal('LAB_ENDED');
    const { RUNNER_URL, RUNNER_TOKEN } = this.settings;
    if (!RUNNER_URL || !RUNNER_TOKEN) throw new Refusal('LABS_UNAVAILABLE');
    const target = new URL(`/sessions/${session.id}/socket`, RUNNER_URL);
    await tunnelUpgrade(request, socket, head, target, RUNNER_TOKEN).catch((fault: Error) => {
      this.logger.warn(`The runner does not answer: ${fault.message}`);
      throw new Refusal('UNAVAILABLE');
    });
  }
}

const isRunning = ({ state }: LabSession): boolean => sourcesOf(labSessionLifecycle, 'hand-in').includes(state);
