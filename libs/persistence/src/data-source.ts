import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.ts';
import { migrations } from './migrations.ts';
import { SnakeNaming } from './naming.ts';

/**
 * Options for a connection with the given rights; the schema only ever changes by migration.
 *
 * @param statementMs after which a statement is given up, waiting for locks included; none unless told
 */
export const dataSourceOptions = (url: string, poolSize = 20, statementMs?: number): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities,
  migrations,
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  migrationsTransactionMode: 'each',
  poolSize,
  ...(statementMs !== undefined && { extra: { statement_timeout: statementMs } }),
});

export const makeDataSource = (url: string, poolSize?: number, statementMs?: number): DataSource =>
  new DataSource(dataSourceOptions(url, poolSize, statementMs));
