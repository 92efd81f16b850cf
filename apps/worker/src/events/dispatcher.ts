import { Logger } from '@nestjs/common';
import { inRequest, requestIdOf } from '@ennead/telemetry';
import pLimit from 'p-limit';
import type { DataSource } from 'typeorm';
import { deliver, findDue, noteFailure, type Delivery } from './deliver.ts';
import { distribute } from './distribute.ts';
import type { Handler } from './handler.ts';

const distributeAtMost = 1_000;
/** Few, for the next look at what is due waits for the slowest of them. */
const deliverAtMost = 20;
const atOnce = 4;

/** Brings what happened to whoever has to follow: at least once, in the order of its subject, with an effect of once. */
export class Dispatcher {
  private readonly logger = new Logger('Events');
  private readonly handlers: ReadonlyMap<string, Handler>;

  constructor(
    private readonly db: DataSource,
    private readonly all: readonly Handler[],
  ) {
    this.handlers = new Map(all.map((handler) => [handler.name, handler]));
    if (this.handlers.size < all.length) throw new Error('Two handlers have the same name.');
  }

  /** One round. @returns how much was done: 0 when there was nothing, or nothing that could be */
  async run(): Promise<number> {
    const distributed = await distribute(this.db, this.all, distributeAtMost);
    const due = await findDue(this.db, this.all, deliverAtMost);
    const handled = await pLimit(atOnce).map(due, (delivery) =>
      inRequest(requestIdOf(delivery.requestId), () => this.deliver(delivery)),
    );
    return distributed + handled.filter(Boolean).length;
  }

  private async deliver(delivery: Delivery): Promise<boolean> {
    const { handler, eventId } = delivery;
    try {
      const done = await deliver(this.db, this.handlers.get(handler)!, eventId);
      if (done) this.logger.log({ handler, eventId });
      return done;
    } catch (fault) {
      const parked = await noteFailure(this.db, delivery, fault).catch(() => false);
      this.logger.error(
        `${handler} failed on event ${eventId}${parked ? ' for the last time' : ''}: ${String(fault)}`,
      );
      return false;
    }
  }
}
