import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { ExamSessionInput, ExamSessionView } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { drawForm } from '@ennead/domain';
import { ExamSession, Form, readClock, recordAudit } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { chooseContent, type ChosenContent } from './choose-content.ts';
import { findSessionViews } from './find-session-views.ts';
import { keepContentVersions } from './keep-content-versions.ts';

const seedLimit = 2 ** 31;

@Injectable()
export class SessionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONTENT) private readonly content: Content,
  ) {}

  list(): Promise<ExamSessionView[]> {
    return findSessionViews(this.db.manager);
  }

  /** Schedules a session and draws its form, so that what it examines is settled from then on. */
  async schedule(caller: Caller, input: ExamSessionInput): Promise<ExamSessionView> {
    const chosen = chooseContent(this.content, input.role, input.level, await readClock(this.db));
    return this.db.transaction(async (manager) => {
      const session = await this.insertSession(manager, input, chosen);
      const form = await this.insertForm(manager, session.id, chosen);
      await manager.update(ExamSession, { id: session.id }, { formId: form.id });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'session.scheduled',
        subjectKind: 'exam-session',
        subjectId: session.id,
        detail: { formId: form.id, seed: form.seed, labHash: chosen.lab.hash },
      });
      const [view] = await findSessionViews(manager, session.id);
      return view!;
    });
  }

  private insertSession(
    manager: EntityManager,
    { title, role, level, opensAt, closesAt }: ExamSessionInput,
    { scheme, blueprint, rubric, lab }: ChosenContent,
  ): Promise<ExamSession> {
    return manager.save(
      manager.create(ExamSession, {
        title,
        role,
        level,
        opensAt: new Date(opensAt),
        closesAt: new Date(closesAt),
        schemeId: scheme.scheme.id,
        schemeVersion: scheme.scheme.version,
        schemeHash: scheme.hash,
        blueprintId: blueprint.blueprint.id,
        blueprintHash: blueprint.hash,
        rubricId: rubric.rubric.id,
        rubricHash: rubric.hash,
        labId: lab.lab.id,
        formId: null,
      }),
    );
  }

  private async insertForm(
    manager: EntityManager,
    examSessionId: string,
    chosen: ChosenContent,
  ): Promise<Form> {
    const { scheme, blueprint, rubric, lab, items } = chosen;
    const seed = randomInt(seedLimit);
    const drawn = drawForm(
      blueprint.blueprint,
      items.map(({ item }) => item),
      String(seed),
    ).map((id) => items.find(({ item }) => item.id === id)!);
    await keepContentVersions(manager, [
      { kind: 'scheme', id: scheme.scheme.id, hash: scheme.hash, body: scheme.scheme },
      { kind: 'blueprint', id: blueprint.blueprint.id, hash: blueprint.hash, body: blueprint.blueprint },
      { kind: 'rubric', id: rubric.rubric.id, hash: rubric.hash, body: rubric.rubric },
      { kind: 'lab', id: lab.lab.id, hash: lab.hash, body: lab.lab },
      ...drawn.map(({ item, hash }) => ({ kind: 'item' as const, id: item.id, hash, body: item })),
    ]);
    return manager.save(
      manager.create(Form, {
        examSessionId,
        seed,
        blueprintId: blueprint.blueprint.id,
        blueprintHash: blueprint.hash,
        durationSec: blueprint.blueprint.durationSec,
        items: drawn.map(({ item, hash }) => ({ id: item.id, hash })),
      }),
    );
  }
}
