import { Inject, Injectable } from '@nestjs/common';
import { Rubric } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { ContentVersion } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { CONTENT } from '../../infrastructure/content.ts';

/** Finds the exact rubric that a session or a review named, also after the question bank has moved on. */
@Injectable()
export class Rubrics {
  constructor(@Inject(CONTENT) private readonly content: Content) {}

  /** @throws Error when a rubric that was used is nowhere kept: never marked by another one instead */
  async find(manager: EntityManager, id: string, hash: string): Promise<Rubric> {
    const loaded = this.content.rubrics.get(id);
    if (loaded?.hash === hash) return loaded.rubric;
    const kept = await manager.findOneBy(ContentVersion, { kind: 'rubric', id, hash });
    if (!kept) throw new Error(`rubric ${id} ${hash} is not kept`);
    return Rubric.parse(kept.body);
  }
}
