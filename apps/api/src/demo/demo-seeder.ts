import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Cohort,
  Entry,
  ExamSession,
  Institution,
  Person,
  readClock,
  recordAudit,
  SessionDuty,
} from '@ennead/persistence';
import { DataSource, MoreThan } from 'typeorm';
import type { Caller } from '../http/caller.ts';
import { CohortsService } from '../modules/cohorts/cohorts.service.ts';
import { Trainers } from '../modules/cohorts/trainers.ts';
import { RosterImporter } from '../modules/cohorts/roster-importer.ts';
import { hashPassword } from '../modules/identity/passwords.ts';
import { People } from '../modules/identity/people.ts';
import { recordDeclaration } from '../modules/interests/record-declaration.ts';
import { OwnSeats } from '../modules/tries/own-seats.ts';
import { RegistrarsService } from '../modules/registrars/registrars.service.ts';
import { SessionsService } from '../modules/sessions/sessions.service.ts';
import {
  DEMO_PASSWORD,
  demoAccounts,
  demoAdministrator,
  demoCandidates,
  demoEmail,
  demoManager,
  demoRegistrar,
  demoTrainer,
  type DemoAccount,
} from './accounts.ts';

const windowDays = 30;
const dayMs = 86_400_000;

/**
 * Fills an empty Ennead with people and one open session, through the same services that people use. Running it again
 * changes nothing, except that it schedules a new session and cohort once the last window has closed.
 */
@Injectable()
export class DemoSeeder {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly people: People,
    private readonly sessions: SessionsService,
    private readonly cohorts: CohortsService,
    private readonly trainers: Trainers,
    private readonly rosters: RosterImporter,
    private readonly seats: OwnSeats,
    private readonly registrars: RegistrarsService,
  ) {}

  async seed(): Promise<void> {
    const institution = await this.findOrAddInstitution();
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    for (const account of demoAccounts) await this.addPerson(account, institution.id, passwordHash);
    const open = await this.db.manager.findOneBy(ExamSession, {
      closesAt: MoreThan(await readClock(this.db)),
    });
    const sessionId = open?.id ?? (await this.scheduleSession());
    await this.assignRegistrar(sessionId);
    await this.enrolCohort(sessionId);
  }

  private async findOrAddInstitution(): Promise<Institution> {
    const [known] = await this.db.manager.find(Institution, { take: 1 });
    const name = { 'zh-CN': '九章数字学院', en: 'Nine Chapters Academy' };
    return known ?? this.db.manager.save(this.db.manager.create(Institution, { name }));
  }

  private async addPerson(account: DemoAccount, institutionId: string, passwordHash: string): Promise<void> {
    const email = demoEmail(account);
    if (await this.db.manager.existsBy(Person, { email })) return;
    await this.db.transaction(async (manager) => {
      const person = await manager.save(
        manager.create(Person, {
          email,
          name: account.name,
          locale: account.locale,
          roles: [...account.roles],
          passwordHash,
          emailConfirmedAt: await readClock(manager),
          institutionId: account.member ? institutionId : null,
          createdByInstitutionId: account.member ? institutionId : null,
        }),
      );
      if (account.roles.some((role) => role !== 'candidate')) await recordDeclaration(manager, person.id);
      await recordAudit(manager, {
        actorId: null,
        action: 'person.created',
        subjectKind: 'person',
        subjectId: person.id,
        detail: { demo: true },
      });
    });
  }

  private async scheduleSession(): Promise<string> {
    const now = (await readClock(this.db)).getTime();
    const session = await this.sessions.schedule(await this.callerOf(demoAdministrator), {
      title: {
        'zh-CN': '演示：开放场次',
        en: 'Demo: open session',
      },
      role: 'application-engineer',
      level: 'junior',
      opensAt: new Date(now - 60_000).toISOString(),
      closesAt: new Date(now + windowDays * dayMs).toISOString(),
    });
    return session.id;
  }

  /** Once: whoever is taken off a session later stays off it. */
  private async assignRegistrar(examSessionId: string): Promise<void> {
    if (await this.db.manager.existsBy(SessionDuty, { examSessionId })) return;
    const { id } = await this.callerOf(demoRegistrar);
    await this.registrars.assign(await this.callerOf(demoAdministrator), examSessionId, {
      personIds: [id],
      seen: [],
    });
  }

  private async enrolCohort(examSessionId: string): Promise<void> {
    if (await this.db.manager.existsBy(Entry, { examSessionId })) return;
    const manager = await this.callerOf(demoManager);
    const known = await this.db.manager.findOneBy(Cohort, { examSessionId });
    const count = await this.db.manager.count(Cohort);
    const name = count === 0 ? '示范班' : `示范班 ${count + 1}`;
    const { id } = known ?? (await this.cohorts.create(manager, { name, examSessionId }));
    const trainer = await this.callerOf(demoTrainer);
    await this.trainers.set(manager, id, [trainer.id]);
    const rows = demoCandidates.map((candidate) => `${demoEmail(candidate)},${candidate.name}`);
    await this.rosters.import(manager, await this.cohorts.find(manager, id, 'cohort.manage'), {
      csv: `email,name\n${rows.join('\n')}`,
      fileName: null,
      partly: false,
      links: false,
    });
    await this.comeWithAll(examSessionId);
  }

  /** The demo begins where everybody has said yes, and everything that is asked before the first part has been given and seen. */
  private async comeWithAll(examSessionId: string): Promise<void> {
    for (const { id, candidateId } of await this.seatsOf(examSessionId)) {
      const caller = await this.people.findCaller(candidateId);
      if (caller) await this.seats.accept(caller, id);
      await this.db.query(
        `INSERT INTO clearance (entry_id, kind, holds, detail)
         SELECT entry_id, kind, true, '{"demo": true}' FROM missing_clearance WHERE entry_id = $1`,
        [id],
      );
    }
  }

  private seatsOf(examSessionId: string): Promise<{ id: string; candidateId: string }[]> {
    return this.db.query(
      `SELECT entry.id, enrolment.candidate_id AS "candidateId" FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
       WHERE entry.exam_session_id = $1 ORDER BY entry.id`,
      [examSessionId],
    );
  }

  private async callerOf(account: DemoAccount): Promise<Caller> {
    const person = await this.people.findByEmail(demoEmail(account));
    const caller = person && (await this.people.findCaller(person.id));
    if (!caller) throw new Error(`The demo's ${account.account} has been disabled.`);
    return caller;
  }
}
