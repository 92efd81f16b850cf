import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ExamSessionInput, ExamSessionView } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { create, examSessions, held, readClock, SessionPart, type ExamSession } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { chooseContent, type ChosenContent, type ChosenPart } from './choose-content.ts';
import { drawPartForm } from './draw-part-form.ts';
import { findSessionViews } from './find-session-views.ts';
import { keepContentVersions } from './keep-content-versions.ts';

@Injectable()
export class SessionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONTENT) private readonly content: Content,
  ) {}

  list(): Promise<ExamSessionView[]> {
    return findSessionViews(this.db.manager);
  }

  /** Schedules a session with its parts and draws their forms, so that what it examines is settled from then on. */
  async schedule(caller: Caller, input: ExamSessionInput): Promise<ExamSessionView> {
    const today = (await readClock(this.db)).toISOString().slice(0, 10);
    const chosen = chooseContent(this.content, input, today);
    return this.db.transaction(async (manager) => {
      const session = await this.insertSession(manager, caller, input, chosen);
      for (const [index, part] of chosen.parts.entries())
        await this.insertPart(manager, session.id, index + 1, part);
      const [view] = await findSessionViews(manager, session.id);
      return view!;
    });
  }

  private async insertSession(
    manager: EntityManager,
    caller: Caller,
    { title, role, level, opensAt, closesAt }: ExamSessionInput,
    { scheme: { scheme, hash }, parts }: ChosenContent,
  ): Promise<ExamSession> {
    await keepContentVersions(manager, [{ kind: 'scheme', id: scheme.id, hash, body: scheme }]);
    const session = await create(manager, examSessions, {
      event: 'schedule',
      actorId: caller.id,
      guards: { 'content-ready': held },
      values: {
        title,
        role,
        level,
        opensAt: new Date(opensAt),
        closesAt: new Date(closesAt),
        schemeId: scheme.id,
        schemeVersion: scheme.version,
        schemeHash: hash,
      },
      detail: { scheme: hash, parts: parts.map(describePart) },
    });
    return session!;
  }

  private async insertPart(
    manager: EntityManager,
    examSessionId: string,
    position: number,
    part: ChosenPart,
  ): Promise<void> {
    const { kind, dimension, weight, closesAt, hash: contentHash } = part;
    const { id: contentId, durationSec, body } = contentOf(part);
    if (kind !== 'form')
      await keepContentVersions(manager, [{ kind: kindOf[kind], id: contentId, hash: contentHash, body }]);
    const { id } = await manager.save(
      manager.create(SessionPart, {
        examSessionId,
        position,
        dimension,
        kind,
        contentId,
        contentHash,
        weight,
        durationSec,
        closesAt: closesAt === null ? null : new Date(closesAt),
      }),
    );
    if (kind === 'form') {
      await keepContentVersions(manager, [{ kind: 'blueprint', id: contentId, hash: contentHash, body }]);
      await drawPartForm(manager, id, part);
    }
  }
}

const kindOf = { lab: 'lab', portfolio: 'rubric' } as const;

const contentOf = (part: ChosenPart): { id: string; durationSec: number | null; body: unknown } => {
  switch (part.kind) {
    case 'form':
      return { id: part.blueprint.id, durationSec: part.blueprint.durationSec, body: part.blueprint };
    case 'lab':
      return { id: part.lab.id, durationSec: part.lab.durationSec, body: part.lab };
    case 'portfolio':
      return { id: part.rubric.id, durationSec: null, body: part.rubric };
  }
};

const describePart = (part: ChosenPart) => ({
  kind: part.kind,
  content: contentOf(part).id,
  hash: part.hash,
  weight: part.weight,
});
