import { Module } from '@nestjs/common';
import { FilesHealth } from './files-health.ts';
import { HealthController } from './health.controller.ts';

@Module({ controllers: [HealthController], providers: [FilesHealth] })
export class HealthModule {}
