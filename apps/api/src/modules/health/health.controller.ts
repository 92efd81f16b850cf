import { Controller, Get, Inject } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal } from '@ennead/contracts';
import type { Redis } from 'ioredis';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AllowPublic } from '../../http/allow.ts';
import { Answers } from '../../http/answers.ts';
import { REDIS } from '../../infrastructure/redis.ts';

const Alive = z.object({ status: z.literal('ok') });

@Controller({ path: 'health' })
export class HealthController {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  @Get('live')
  @AllowPublic()
  @Answers(Alive)
  live() {
    return { status: 'ok' };
  }

  /** Ready when an answer could be saved and work could be queued. */
  @Get('ready')
  @AllowPublic()
  @Answers(Alive)
  async ready() {
    try {
      await Promise.all([this.db.query('SELECT 1'), this.redis.ping()]);
    } catch {
      throw new Refusal('UNAVAILABLE');
    }
    return { status: 'ok' };
  }
}
