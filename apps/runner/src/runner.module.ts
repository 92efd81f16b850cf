import { BullModule } from '@nestjs/bull';
import { Module, type DynamicModule } from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { labGradingQueue } from '@ennead/contracts/internal';
import { ContentBank, dataSourceOptions } from '@ennead/persistence';
import type { DataSource } from 'typeorm';
import { Clock } from './clock.ts';
import { GradingProcessor } from './grading/grading.processor.ts';
import { GradingService } from './grading/grading.service.ts';
import { GradingSweeper } from './grading/grading-sweeper.ts';
import { LabFleet } from './labs/lab-fleet.ts';
import { Labs } from './labs/labs.ts';
import { LiveLabSessions } from './lab-sessions/live-lab-sessions.ts';
import { LabSessionClock } from './lab-sessions/lab-session-clock.ts';
import { LabSessionStore } from './lab-sessions/lab-session-store.ts';
import { SETTINGS, type Settings } from './settings.ts';
import { RunnerServer } from './socket/runner-server.ts';

/** A job whose process died is given to another within seconds. */
const queueSettings = { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 3 };

@Module({})
export class RunnerModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: RunnerModule,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(settings.DATABASE_URL, 10)),
        BullModule.forRoot({ url: settings.REDIS_URL }),
        BullModule.registerQueue({ name: labGradingQueue, settings: queueSettings }),
      ],
      providers: [
        { provide: SETTINGS, useValue: settings },
        {
          provide: ContentBank,
          useFactory: (db: DataSource) => new ContentBank(db),
          inject: [getDataSourceToken()],
        },
        Clock,
        Labs,
        LabSessionStore,
        LabFleet,
        LiveLabSessions,
        LabSessionClock,
        GradingService,
        GradingProcessor,
        GradingSweeper,
        RunnerServer,
      ],
    };
  }
}
