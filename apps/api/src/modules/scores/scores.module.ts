import { Module } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import { ContentBank } from '@ennead/persistence';
import { Forms, Rescoring, Scores } from '@ennead/scoring';
import type { DataSource } from 'typeorm';

const inject = [getDataSourceToken(), ContentBank];

@Module({
  providers: [
    { provide: Scores, useFactory: (bank: ContentBank) => new Scores(bank), inject: [ContentBank] },
    { provide: Forms, useFactory: (db: DataSource, bank: ContentBank) => new Forms(db, bank), inject },
    {
      provide: Rescoring,
      useFactory: (db: DataSource, bank: ContentBank) => new Rescoring(db, bank),
      inject,
    },
  ],
  exports: [Scores, Forms, Rescoring],
})
export class ScoresModule {}
