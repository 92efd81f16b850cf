import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.ts';
import { migrations } from './migrations.ts';
import { SnakeNaming } from './naming.ts';

/** A database that is not to be reached is noticed, and not waited for without end. */
const reaching = { keepAlive: true, connectionTimeoutMillis: 10_000 };

/** The database gives up first; where it does not answer at all, whoever asked does. */
const limited = (statementMs: number) => ({
  statement_timeout: statementMs,
  query_timeout: statementMs + 5_000,
});

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
  extra: { ...reaching, ...(statementMs !== undefined && limited(statementMs)) },
});

export const makeDataSource = (url: string, poolSize?: number, statementMs?: number): DataSource =>
  new DataSource(dataSourceOptions(url, poolSize, statementMs));
