import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  purposeOf,
  Refusal,
  type ExamSessionInput,
  type ExamSessionView,
  type SessionChoice,
  type SessionChoicesView,
} from '@ennead/contracts';
import {
  ContentBank,
  create,
  examSessions,
  findConflicts,
  vouched,
  readClock,
  SessionDuty,
  SessionPart,
  type ExamSession,
} from '@ennead/persistence';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { clearancesOf } from './clearances-of.ts';
import { chooseContent, type ChosenContent, type ChosenPart } from './choose-content.ts';
import { insertCircle } from './circle.ts';
import { drawPartForm } from './draw-part-form.ts';
import { findSessionViews } from './find-session-views.ts';
import { certifications, judgeOffer } from './list-choices.ts';
import { readOffer } from './read-offer.ts';
import { refusePast } from './refuse-past.ts';

/** Where nothing is said of the place, there is none; of who watches, somebody does; of whom it is for, it is for everybody who comes. */
type SessionToSchedule = Omit<ExamSessionInput, Settled> & Partial<Pick<ExamSessionInput, Settled>>;
type Settled = 'venue' | 'halls' | 'supervision' | 'access' | 'places' | 'confirms' | 'houses' | 'guests';

@Injectable()
export class SessionsService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** All of them; for whoever is a registrar and nothing more, those that they look after. */
  async list(caller: Caller): Promise<ExamSessionView[]> {
    const { manager } = this.db;
    const views = await findSessionViews(manager);
    if (caller.roles.includes('administrator') || caller.roles.includes('manager')) return views;
    const duties = await manager.findBy(SessionDuty, { personId: caller.id, untilAt: IsNull() });
    const own = new Set(duties.map(({ examSessionId }) => examSessionId));
    return views.filter(({ id }) => own.has(id));
  }

  /** What could be scheduled now for each role and level, and what the rest lacks. */
  async choices(): Promise<SessionChoicesView> {
    const now = await readClock(this.db);
    const choices: SessionChoice[] = [];
    for (const each of certifications) choices.push(judgeOffer(each, await readOffer(this.bank, each), now));
    return { choices, serverNow: now.toISOString() };
  }

  /**
   * Schedules a session with its parts and draws their forms, so that what it examines is settled from then on.
   * @throws Refusal SESSION_PAST, CONTENT_UNUSABLE, CONTENT_MISSING, CELL_CONFLICT
   */
  async schedule(caller: Caller, input: SessionToSchedule): Promise<ExamSessionView> {
    const now = await readClock(this.db);
    refusePast(input, now);
    const chosen = chooseContent(await readOffer(this.bank, input), input, now);
    return this.db.transaction(async (manager) => {
      // By what is examined here those are decided on who are still undecided, whichever session they are in now.
      const cell = { on: 'cell', role: input.role, level: input.level } as const;
      const { conflicts } = await findConflicts(manager, caller.id, 'prepare', cell);
      if (conflicts.length > 0) throw new Refusal('CELL_CONFLICT');
      const session = await this.insertSession(manager, caller, input, chosen);
      await insertCircle(manager, session.id, input);
      const taken = new Set<string>();
      for (const [index, part] of chosen.parts.entries()) {
        const id = await this.insertPart(manager, session.id, index + 1, part);
        if (part.kind !== 'form') continue;
        for (const itemId of await drawPartForm(manager, id, part, taken)) taken.add(itemId);
      }
      const [view] = await findSessionViews(manager, session.id);
      return view!;
    });
  }

  private async insertSession(
    manager: EntityManager,
    caller: Caller,
    {
      title,
      role,
      level,
      opensAt,
      closesAt,
      venue = null,
      halls = [],
      supervision = 'invigilated',
      access = 'open',
      places = null,
      confirms = false,
    }: SessionToSchedule,
    { standard, scheme, parts }: ChosenContent,
  ): Promise<ExamSession> {
    const session = await create(manager, examSessions, {
      event: 'schedule',
      actorId: caller.id,
      guards: { 'content-ready': vouched },
      values: {
        title,
        role,
        level,
        purpose: purposeOf[supervision],
        venue,
        halls,
        opensAt: new Date(opensAt),
        closesAt: new Date(closesAt),
        access,
        places,
        confirms,
        clearances: clearancesOf(scheme.body, level, purposeOf[supervision]),
        standardHash: standard.hash,
        schemeId: scheme.body.id,
        schemeVersion: scheme.body.version,
        schemeHash: scheme.hash,
      },
      detail: { standard: standard.hash, scheme: scheme.hash, parts: parts.map(describePart) },
    });
    return session!;
  }

  private async insertPart(
    manager: EntityManager,
    examSessionId: string,
    position: number,
    part: ChosenPart,
  ): Promise<string> {
    const { kind, dimension, weight, closesAt, hash: contentHash } = part;
    const { id: contentId, durationSec } = contentOf(part);
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
    return id;
  }
}

const contentOf = (part: ChosenPart): { id: string; durationSec: number | null } => {
  switch (part.kind) {
    case 'form':
      return part.body;
    case 'lab':
      return part.body.lab;
    case 'portfolio':
      return { id: part.body.id, durationSec: null };
  }
};

const describePart = (part: ChosenPart) => ({
  kind: part.kind,
  content: contentOf(part).id,
  hash: part.hash,
  weight: part.weight,
});
