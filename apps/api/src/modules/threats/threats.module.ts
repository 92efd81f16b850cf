import { Module } from '@nestjs/common';
import { ThreatsController } from './threats.controller.ts';
import { ThreatsService } from './threats.service.ts';

@Module({ controllers: [ThreatsController], providers: [ThreatsService] })
export class ThreatsModule {}
