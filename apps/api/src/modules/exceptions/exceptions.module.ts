import { Module } from '@nestjs/common';
import { ExceptionsController } from './exceptions.controller.ts';
import { ExceptionsService } from './exceptions.service.ts';

@Module({ controllers: [ExceptionsController], providers: [ExceptionsService] })
export class ExceptionsModule {}
