import { Module } from '@nestjs/common';
import { WorkController } from './work.controller.ts';
import { WorkService } from './work.service.ts';

/** What workers do and what they failed at, for whoever looks after it. */
@Module({ controllers: [WorkController], providers: [WorkService] })
export class WorkModule {}
