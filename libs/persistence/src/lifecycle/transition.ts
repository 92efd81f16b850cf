import type { EventFacts, EventOf, GuardOf, Lifecycle, StateOf } from '@ennead/contracts';
import { move, sourcesOf } from '@ennead/domain';
import sql, { join, Sql } from 'sql-template-tag';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { list, tableOf, toColumns, toEntity, type Values } from './columns.ts';
import type { Machine } from './machine.ts';
import { entryIdOf, recordMove, type Act } from './record-move.ts';

/**
 * What has to hold besides the state: SQL over the thing's own row, which is looked at together with the state; or
 * `vouched`, where the caller has made sure of it under a lock of its own.
 */
export type Guard = Sql;
export const vouched: Guard = sql`true`;

/** Every guard that the lifecycle names for an event, and no other. */
export type Guards<L, Event extends string> = [GuardOf<L, Event>] extends [never]
  ? { readonly guards?: undefined }
  : { readonly guards: Readonly<Record<GuardOf<L, Event>, Guard>> };

export type Move<L extends Lifecycle, Row, Event extends EventOf<L>> = Act &
  Guards<L, Event> & {
    readonly event: Event;
    readonly set?: Values<Omit<Row, 'state'>>;
  };

export type Moved<L extends Lifecycle, Row> = { readonly row: Row; readonly from: StateOf<L> };

/**
 * The only way from one state to another: compares and sets, with the states that the lifecycle allows and the guards
 * that it names; adds the line in the audit trail and the event in the outbox. `manager` is one transaction for all.
 *
 * @returns null when the thing is in no state that the event leads out of, or a guard does not hold; nothing is changed
 */
export const transition = async <
  L extends Lifecycle,
  Row extends ObjectLiteral,
  const Event extends EventOf<L>,
>(
  manager: EntityManager,
  { lifecycle, entity }: Machine<L, Row>,
  id: string,
  change: Move<L, Row, Event>,
): Promise<Moved<L, Row> | null> => {
  const { metadata, name, key } = tableOf(manager, entity);
  const sources = sourcesOf(lifecycle, change.event);
  if (sources.length === 0) return null;
  const target = join(
    sources.map((from) => sql`WHEN ${from} THEN ${move(lifecycle, from, change.event)}`),
    ' ',
  );
  const set = toColumns(manager, metadata, change.set ?? {}).map(
    ({ name: column, value }) => sql`${column} = ${value}`,
  );
  const guards = Object.values<Guard>(change.guards ?? {}).map((guard) => sql` AND (${guard})`);
  const update = sql`
    UPDATE ${name} SET ${list([sql`state = CASE ${name}.state ${target} END`, ...set])}
    FROM (SELECT ${key} AS locked_key, state AS locked_state FROM ${name} WHERE ${key} = ${id} FOR UPDATE) locked
    WHERE ${name}.${key} = locked.locked_key AND ${name}.state IN (${list(sources)})${guards.length ? join(guards, '') : sql``}
    RETURNING ${name}.*, locked.locked_state`;
  const [rows] = (await manager.query(update.text, update.values)) as [Record<string, unknown>[], number];
  const found = rows[0];
  if (!found) return null;
  const row = toEntity(manager, entity, found);
  const facts = lifecycle.events[change.event] as EventFacts;
  const entryId = entryIdOf(lifecycle.thing, row, change);
  await recordMove(manager, lifecycle.thing, facts, { id, entryId }, change);
  return { row, from: found['locked_state'] as StateOf<L> };
};
