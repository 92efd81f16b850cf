import type { EventFacts, EventOf, Lifecycle } from '@ennead/contracts';
import { birth } from '@ennead/domain';
import sql, { join, raw } from 'sql-template-tag';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { list, tableOf, toColumns, toEntity, type Values } from './columns.ts';
import type { Machine } from './machine.ts';
import { entryIdOf, recordMove, type Act } from './record-move.ts';
import type { Guard, Guards } from './transition.ts';

export type Birth<L extends Lifecycle, Row, Event extends EventOf<L>> = Act &
  Guards<L, Event> & {
    readonly event: Event;
    readonly values: Values<Omit<Row, 'state'>>;
  };

/**
 * The only way for a thing with states to come into being: in the state that the lifecycle says, with its line in the
 * audit trail and its event in the outbox. `manager` is one transaction for all.
 *
 * @returns null when a guard does not hold, or when another row already takes the place that only one may have
 */
export const create = async <L extends Lifecycle, Row extends ObjectLiteral, const Event extends EventOf<L>>(
  manager: EntityManager,
  { lifecycle, entity }: Machine<L, Row>,
  { event, values, guards, ...act }: Birth<L, Row, Event>,
): Promise<Row | null> => {
  const { metadata, name, keyProperty } = tableOf(manager, entity);
  const columns = [
    ...toColumns(manager, metadata, values),
    { name: raw('state'), value: birth(lifecycle, event) },
  ];
  const conditions = Object.values<Guard>(guards ?? {}).map((guard) => sql`(${guard})`);
  const insert = sql`
    INSERT INTO ${name} (${list(columns.map((column) => column.name))})
    SELECT ${list(columns.map(({ value }) => value))}
    WHERE ${conditions.length ? join(conditions, ' AND ') : sql`true`}
    ON CONFLICT DO NOTHING RETURNING *`;
  const rows = (await manager.query(insert.text, insert.values)) as Record<string, unknown>[];
  const found = rows[0];
  if (!found) return null;
  const row = toEntity(manager, entity, found);
  const entryId = entryIdOf(lifecycle.thing, row, act);
  const facts = lifecycle.events[event] as EventFacts;
  await recordMove(manager, lifecycle.thing, facts, { id: String(row[keyProperty]), entryId }, act);
  return row;
};
