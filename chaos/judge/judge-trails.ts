import { statesOf, type Lifecycle } from '@ennead/contracts';
import { machines } from '@ennead/persistence';
import type { Prepared } from '../prepare.ts';

type Trail = { id: string; state: string; actions: string[] };

/** What happened to each thing, by its trail, leads from state to state as its lifecycle has it, to the one that it is in. */
export const judgeTrails = async ({ db }: Prepared): Promise<string[]> => {
  const faults: string[] = [];
  for (const { lifecycle, entity } of machines) {
    const { tableName, primaryColumns } = db.getMetadata(entity);
    const key = `thing.${primaryColumns[0]!.databaseName}`;
    const trails: Trail[] = await db.query(
      `SELECT ${key} AS id, thing.state, array_agg(trail.action ORDER BY trail.id) AS actions
       FROM ${tableName} thing
       JOIN audit_event trail ON trail.subject_kind = $1 AND trail.subject_id = ${key}::text
         AND trail.action = ANY ($2)
       GROUP BY ${key}, thing.state`,
      [lifecycle.thing, actionsOf(lifecycle)],
    );
    for (const { id, state, actions } of trails)
      if (!statesAfter(lifecycle, actions).has(state))
        faults.push(
          `The trail of ${lifecycle.thing} ${id}, ${actions.join(', ')}, does not lead to ${state}.`,
        );
  }
  return faults;
};

/** What the moves of a lifecycle are called in the trail and in the outbox. */
export const actionsOf = ({ thing, events }: Lifecycle): string[] =>
  Object.values(events).map(({ done }) => `${thing}.${done}`);

/** The states that a thing can be in after these; what was made without a trail may have been in any before. */
const statesAfter = (lifecycle: Lifecycle, actions: readonly string[]): ReadonlySet<string> => {
  const { births, events, moves, thing } = lifecycle;
  const eventsOf = (action: string) =>
    Object.keys(events).filter((event) => `${thing}.${events[event]!.done}` === action);
  const born = eventsOf(actions[0]!).flatMap((event) => births[event] ?? []);
  const [start, rest] =
    born.length > 0
      ? [new Set<string>(born), actions.slice(1)]
      : [new Set<string>(statesOf(lifecycle)), actions];
  return rest.reduce<ReadonlySet<string>>(
    (states, action) =>
      new Set(
        [...states].flatMap((state) => eventsOf(action).flatMap((event) => moves[state]?.[event] ?? [])),
      ),
    start,
  );
};
