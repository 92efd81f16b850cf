import type { MigrationInterface, QueryRunner } from 'typeorm';
import { initialTables } from './initial/tables.ts';

export class InitialSchema1760000000000 implements MigrationInterface {
  name = 'InitialSchema1760000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of initialTables) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The first schema is not taken back: drop the database instead.');
  }
}
