import { Injectable, Inject } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type RosterImport, type RosterPreview, type RosterRow } from '@ennead/contracts';
import { ExamSession, Person, recordAudit, type Cohort } from '@ennead/persistence';
import { DataSource, In, IsNull, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { enterSession } from '../enrolments/enter-session.ts';
import { makeInvitation } from '../identity/make-invitation.ts';
import { judgeRoster } from './judge-roster.ts';
import { readRoster } from './read-roster.ts';

@Injectable()
export class RosterImporter {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  preview(cohort: Cohort, csv: string): Promise<RosterPreview> {
    return judge(this.db.manager, cohort, csv);
  }

  /**
   * Imports the whole roster or nothing. Repeating it enrols nobody twice.
   *
   * @throws Refusal ROSTER_FAULTY naming the lines
   */
  import(caller: Caller, cohort: Cohort, csv: string): Promise<RosterImport> {
    return this.db.transaction(async (manager) => {
      // Two imports into one cohort at once would both see the same people missing.
      await manager.query('SELECT id FROM cohort WHERE id = $1 FOR UPDATE', [cohort.id]);
      const { rows, importable } = await judge(manager, cohort, csv);
      if (!importable) throw new Refusal('ROSTER_FAULTY', faultsOf(rows));
      const session = await manager.findOneByOrFail(ExamSession, { id: cohort.examSessionId });
      const fresh = rows.filter(({ outcome }) => outcome !== 'enrolled-already');
      const invitations = [];
      for (const row of fresh) {
        const person = await this.findOrAddPerson(manager, row, cohort);
        const entry = await enterSession(manager, {
          actorId: caller.id,
          candidateId: person.id,
          session,
          cohortId: cohort.id,
          cause: 'first',
        });
        if (person.passwordHash === null)
          invitations.push(
            await makeInvitation(manager, person, {
              actorId: caller.id,
              entryId: entry.id,
              cohortId: cohort.id,
              publicUrl: this.settings.PUBLIC_URL,
            }),
          );
      }
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'roster.imported',
        subjectKind: 'cohort',
        subjectId: cohort.id,
        detail: { enrolled: fresh.map(({ email }) => email), enrolledAlready: rows.length - fresh.length },
      });
      return { enrolled: fresh.length, enrolledAlready: rows.length - fresh.length, invitations };
    });
  }

  private async findOrAddPerson(
    manager: EntityManager,
    { email, name, outcome }: RosterRow,
    { institutionId }: Cohort,
  ): Promise<Person> {
    if (outcome === 'known-person') {
      await manager.update(Person, { email, institutionId: IsNull() }, { institutionId });
      return manager.findOneByOrFail(Person, { email });
    }
    return manager.save(
      manager.create(Person, {
        email,
        name,
        locale: 'zh-CN',
        passwordHash: null,
        roles: ['candidate'],
        institutionId,
      }),
    );
  }
}

const faultsOf = (rows: readonly RosterRow[]) =>
  rows.flatMap(({ line, faults }) => faults.map((message) => ({ path: `line ${line}`, message })));

const judge = async (manager: EntityManager, cohort: Cohort, csv: string): Promise<RosterPreview> => {
  const rows = readRoster(csv);
  const people = await manager.findBy(Person, { email: In(rows.map(({ email }) => email)) });
  const ids = people.map(({ id }) => id);
  return judgeRoster(rows, {
    institutionId: cohort.institutionId,
    people: new Map(people.map((person) => [person.email, person])),
    enrolledIds: await findEntered(manager, cohort.examSessionId, ids),
  });
};

/** Which of these people are in the session already. */
const findEntered = async (
  manager: EntityManager,
  examSessionId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows: { id: string }[] = await manager.query(
    `SELECT enrolment.candidate_id AS id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE entry.exam_session_id = $1 AND enrolment.candidate_id = ANY ($2::uuid[])`,
    [examSessionId, personIds],
  );
  return new Set(rows.map(({ id }) => id));
};
