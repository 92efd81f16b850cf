import { Module } from '@nestjs/common';
import { EntriesController } from './entries.controller.ts';
import { OwnEntries } from './own-entries.ts';

@Module({ controllers: [EntriesController], providers: [OwnEntries], exports: [OwnEntries] })
export class EnrolmentsModule {}
