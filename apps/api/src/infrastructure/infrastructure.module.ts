import { DynamicModule, Global, Inject, Module, OnApplicationShutdown } from '@nestjs/common';
import { BullModule } from '@nestjs/bull';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { ContentBank, dataSourceOptions } from '@ennead/persistence';
import { Letters } from '@ennead/mail';
import { Storage } from '@ennead/storage';
import type { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { LogInUses } from '../http/log-in-uses.ts';
import { Readiness } from '../http/readiness.ts';
import { CSRF, csrfProtection } from '../http/csrf.ts';
import { SETTINGS, type Settings } from '../settings.ts';
import { keepLogIns, LOG_INS, type LogIns } from '../http/log-ins.ts';
import { Notices } from './notices.ts';
import { openStorage } from './open-storage.ts';
import { makeRedis, REDIS } from './redis.ts';

/** What every feature stands on: settings, PostgreSQL with the content bank, Redis, queues, storage of files. */
@Global()
@Module({})
export class InfrastructureModule implements OnApplicationShutdown {
  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    @Inject(LOG_INS) private readonly logIns: LogIns,
    private readonly storage: Storage,
  ) {}

  static with(settings: Settings): DynamicModule {
    const providers = [
      { provide: SETTINGS, useValue: settings },
      {
        provide: ContentBank,
        useFactory: (db: DataSource) => new ContentBank(db),
        inject: [getDataSourceToken()],
      },
      {
        provide: Letters,
        useFactory: (bank: ContentBank) => new Letters(bank, settings.PUBLIC_URL, settings.TIME_ZONE),
        inject: [ContentBank],
      },
      Notices,
      Readiness,
      LogInUses,
      { provide: CSRF, useValue: csrfProtection(settings) },
      { provide: LOG_INS, useFactory: () => keepLogIns(settings) },
      { provide: Storage, useFactory: () => openStorage(settings) },
      { provide: REDIS, useFactory: () => makeRedis(settings.REDIS_URL) },
    ];
    return {
      module: InfrastructureModule,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(settings.DATABASE_URL)),
        BullModule.forRoot({ url: settings.REDIS_URL }),
      ],
      providers,
      exports: providers,
    };
  }

  /** After the last answer: what is being answered still needs them. */
  async onApplicationShutdown(): Promise<void> {
    this.redis.disconnect();
    this.storage.close();
    await this.logIns.close();
  }
}
