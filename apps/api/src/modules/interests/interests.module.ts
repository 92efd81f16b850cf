import { Module } from '@nestjs/common';
import { InterestsController } from './interests.controller.ts';
import { InterestsService } from './interests.service.ts';

@Module({ controllers: [InterestsController], providers: [InterestsService] })
export class InterestsModule {}
