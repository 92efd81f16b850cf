import type { Lifecycle } from '@ennead/contracts';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** A lifecycle together with the table that holds the things that live it. */
export type Machine<L extends Lifecycle = Lifecycle, Row extends ObjectLiteral = ObjectLiteral> = {
  readonly lifecycle: L;
  readonly entity: EntityTarget<Row>;
};

export const machine = <L extends Lifecycle, Row extends ObjectLiteral>(
  lifecycle: L,
  entity: new () => Row,
): Machine<L, Row> => ({ lifecycle, entity });
