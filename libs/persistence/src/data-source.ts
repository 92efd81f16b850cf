import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.ts';
import { migrations } from './migrations.ts';
import { SnakeNaming } from './naming.ts';

/** Options for a connection with the given rights; the schema only ever changes by migration. */
export const dataSourceOptions = (url: string, poolSize = 20): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities,
  migrations,
  namingStrategy: new SnakeNaming(),
  synchronize: false,
  migrationsTransactionMode: 'each',
  poolSize,
});

export const makeDataSource = (url: string, poolSize?: number): DataSource =>
  new DataSource(dataSourceOptions(url, poolSize));
