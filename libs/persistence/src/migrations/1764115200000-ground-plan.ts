import type { MigrationInterface, QueryRunner } from 'typeorm';
import { groundPlan, initialTables } from './initial/tables.ts';

export class GroundPlan1764115200000 implements MigrationInterface {
  name = 'GroundPlan1764115200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of initialTables) await runner.query(statement);
    await runner.query(`COMMENT ON TABLE migrations IS '${groundPlan}'`);
  }

  async down(): Promise<void> {
    throw new Error('The first schema is not taken back: drop the database instead.');
  }
}
