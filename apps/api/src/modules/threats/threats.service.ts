import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type MeasureInput, type ThreatInput, type ThreatsView } from '@ennead/contracts';
import { create, Person, recordAudit, Threat, ThreatMeasure, threats, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, In } from 'typeorm';
import type { Caller } from '../../http/caller.ts';

/** The register of threats to impartiality, and of what was done about each. */
@Injectable()
export class ThreatsService {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async view(): Promise<ThreatsView> {
    const { manager } = this.db;
    const found = await manager.find(Threat, {
      order: { closedAt: { direction: 'DESC', nulls: 'FIRST' }, foundAt: 'DESC' },
    });
    const measures = await manager.find(ThreatMeasure, { order: { at: 'ASC', id: 'ASC' } });
    const ids = [...found.map(({ foundBy }) => foundBy), ...measures.map(({ takenBy }) => takenBy)];
    const people = new Map((await manager.findBy(Person, { id: In(ids) })).map(({ id, name }) => [id, name]));
    const named = (id: string) => ({ id, name: people.get(id) ?? '' });
    return {
      threats: found.map(({ id, source, title, description, entryId, foundAt, foundBy, closedAt }) => ({
        id,
        source,
        title,
        description,
        entryId,
        foundAt: foundAt.toISOString(),
        foundBy: named(foundBy),
        measures: measures
          .filter(({ threatId }) => threatId === id)
          .map((measure) => ({
            id: measure.id,
            text: measure.text,
            at: measure.at.toISOString(),
            by: named(measure.takenBy),
          })),
        closedAt: closedAt?.toISOString() ?? null,
      })),
    };
  }

  async find(caller: Caller, input: ThreatInput): Promise<ThreatsView> {
    await this.db.transaction(async (manager) => {
      await create(manager, threats, {
        event: 'find',
        actorId: caller.id,
        values: { ...input, foundBy: caller.id },
        detail: { source: input.source, title: input.title },
      });
    });
    return this.view();
  }

  /** @throws Refusal NOT_FOUND for one that is closed: it is found anew where it comes back */
  async take(caller: Caller, id: string, { text, closes }: MeasureInput): Promise<ThreatsView> {
    await this.db.transaction(async (manager) => {
      const threat = await manager.findOne(Threat, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!threat || threat.closedAt) throw new Refusal('NOT_FOUND');
      const { id: measureId } = await manager.save(
        manager.create(ThreatMeasure, { threatId: id, text, takenBy: caller.id }),
      );
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'threat.met',
        subjectKind: 'threat',
        subjectId: id,
        detail: { measureId },
      });
      if (closes)
        await transition(manager, threats, id, {
          event: 'close',
          actorId: caller.id,
          set: { closedAt: sql`clock()` },
        });
    });
    return this.view();
  }
}
