import { join, raw, Sql, type RawValue } from 'sql-template-tag';
import type { EntityManager, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';

/** Values of columns by their name in TypeScript; what only the database can compute comes as SQL. */
export type Values<Row> = { readonly [Column in keyof Row]?: Row[Column] | Sql };

/** The table of an entity, with its columns under both of their names. */
export const tableOf = <Row extends ObjectLiteral>(manager: EntityManager, entity: EntityTarget<Row>) => {
  const metadata = manager.connection.getMetadata(entity);
  return {
    metadata,
    name: raw(`"${metadata.tableName}"`),
    key: raw(`"${metadata.primaryColumns[0]!.databaseName}"`),
    keyProperty: metadata.primaryColumns[0]!.propertyName,
  };
};

/** @throws Error for a name that is no column: a slip of the pen, never input */
export const toColumns = (manager: EntityManager, metadata: EntityMetadata, values: object) =>
  Object.entries(values).flatMap(([property, value]) => {
    if (value === undefined) return [];
    const column = metadata.findColumnWithPropertyName(property);
    if (!column) throw new Error(`${metadata.tableName} has no column ${property}`);
    const stored =
      value instanceof Sql
        ? value
        : (manager.connection.driver.preparePersistentValue(value, column) as RawValue);
    return { name: raw(`"${column.databaseName}"`), value: stored };
  });

/** A row as `RETURNING *` gives it, as an entity. */
export const toEntity = <Row extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Row>,
  found: Record<string, unknown>,
): Row => {
  const { columns } = manager.connection.getMetadata(entity);
  const { driver } = manager.connection;
  const plain = Object.fromEntries(
    columns.map((column) => [
      column.propertyName,
      driver.prepareHydratedValue(found[column.databaseName], column) as unknown,
    ]),
  );
  return manager.create(entity, plain as never);
};

export const list = (parts: readonly RawValue[]): Sql => join([...parts], ', ');
