import { setTimeout as delay } from 'node:timers/promises';
import { Controller, Inject } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal } from '@ennead/contracts';
import type { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { REDIS } from '../../infrastructure/redis.ts';
import { Readiness } from '../../http/readiness.ts';
import { Serves } from '../../http/serves.ts';
import { FilesHealth } from './files-health.ts';

const withinMs = 4_000;

@Controller()
export class HealthController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly files: FilesHealth,
    private readonly readiness: Readiness,
  ) {}

  @Serves('GET /health/live')
  live() {
    return { status: 'ok' as const };
  }

  /** Ready when an answer could be saved and work could be queued, until it is told to end; whether portfolio files could be had is said besides. */
  @Serves('GET /health/ready')
  async ready() {
    if (this.readiness.isLeaving) throw new Refusal('UNAVAILABLE');
    try {
      // A storage that is away keeps nobody from an exam, so it takes no server out of service.
      const asked = Promise.all([this.files.look(), this.db.query('SELECT 1'), this.redis.ping()]);
      // Whoever hangs is as good as away, and whoever asks does not wait for ever.
      const late = delay(withinMs, undefined, { ref: false }).then(() => Promise.reject(new Error('late')));
      const [files] = await Promise.race([asked, late]);
      return { status: 'ok' as const, files };
    } catch {
      throw new Refusal('UNAVAILABLE');
    }
  }
}
