import { Module } from '@nestjs/common';
import { LikelyPairsFinder } from './likely-pairs-finder.ts';
import { SamePeopleController } from './same-people.controller.ts';
import { SamePeopleService } from './same-people.service.ts';

@Module({ controllers: [SamePeopleController], providers: [SamePeopleService, LikelyPairsFinder] })
export class SamePeopleModule {}
