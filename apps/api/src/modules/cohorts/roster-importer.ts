import { Injectable, Inject } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type EntryCause,
  type RosterFault,
  type RosterImport,
  type RosterPreview,
  type RosterRow,
  type Scheme,
} from '@ennead/contracts';
import type { NextTry } from '@ennead/domain';
import {
  ExamSession,
  hasNotFallen,
  holdPlaces,
  Person,
  readClock,
  recordAudit,
  type Cohort,
} from '@ennead/persistence';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { enterSession } from '../enrolments/enter-session.ts';
import { isInvitedBy, makeInvitation } from '../identity/make-invitation.ts';
import { holdSession, refuseShut } from '../sessions/hold-session.ts';
import { Schemes } from '../results/schemes.ts';
import { judgeTriesOf } from '../tries/judge-tries-of.ts';
import { findPlacesFor } from '../sessions/find-places-for.ts';
import { claimPeople } from './claim-people.ts';
import { judgeRoster } from './judge-roster.ts';
import { readRoster, type ReadRow } from './read-roster.ts';

@Injectable()
export class RosterImporter {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly schemes: Schemes,
  ) {}

  /** @throws Refusal SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY: nobody could sit it */
  async preview(cohort: Cohort, csv: string): Promise<RosterPreview> {
    const scheme = await this.schemes.inForce(await readClock(this.db));
    return (await judge(this.db.manager, cohort, readRoster(csv), scheme)).preview;
  }

  /**
   * Imports the whole roster or nothing. Repeating it enrols nobody twice; and of two that name the same people at once
   * the later one finds what the first one has made of them.
   *
   * @throws Refusal ROSTER_FAULTY naming the lines; SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY
   */
  async import(caller: Caller, cohort: Cohort, csv: string): Promise<RosterImport> {
    const scheme = await this.schemes.inForce(await readClock(this.db));
    return this.db.transaction(async (manager) => {
      const roster = readRoster(csv);
      await holdSession(manager, cohort.examSessionId);
      await holdPlaces(manager, cohort.examSessionId);
      await claimPeople(manager, roster.filter(isSound), cohort.institutionId);
      // Whoever is no manager any more by the time that the rows are theirs imports nobody.
      await demand(manager, caller, 'cohort.manage', cohort.id);
      const { preview, people, session, nextTries } = await judge(manager, cohort, roster, scheme);
      const { rows, importable } = preview;
      if (!importable) throw new Refusal('ROSTER_FAULTY', faultsOf(rows));
      const fresh = rows.filter(({ outcome }) => outcome !== 'enrolled-already');
      const invitations = [];
      for (const { email, line } of fresh) {
        const person = people.get(email)!;
        const entered = {
          actorId: caller.id,
          candidateId: person.id,
          session,
          cohortId: cohort.id,
          cause: causeOf(session, nextTries.get(person.id)),
        };
        // Nobody is entered by somebody else: whoever is named here says yes, or no.
        const entry = await enterSession(manager, entered, 'invite').catch(nameLine(line));
        // Whoever is more than a candidate has their link from an administrator.
        const isOurs = await isInvitedBy(manager, cohort.institutionId, person);
        if (person.passwordHash === null && isOurs)
          invitations.push(
            await makeInvitation(manager, person, {
              actorId: caller.id,
              entryId: entry.id,
              cohort,
              publicUrl: this.settings.PUBLIC_URL,
            }),
          );
      }
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'roster.imported',
        subjectKind: 'cohort',
        subjectId: cohort.id,
        // How many: whom, the line of each entry says, by ids.
        detail: { enrolled: fresh.length, enrolledAlready: rows.length - fresh.length },
      });
      return { enrolled: fresh.length, enrolledAlready: rows.length - fresh.length, invitations };
    });
  }
}

const isSound = ({ faults }: ReadRow): boolean => faults.length === 0;

const faultsOf = (rows: readonly RosterRow[]) =>
  rows.flatMap(({ line, faults }) => faults.map((message) => ({ path: `line ${line}`, message })));

/** What was over and never begun when it was judged may have been begun in its last moment, and is open after all. */
const nameLine =
  (line: number) =>
  (error: unknown): never => {
    if (error instanceof Refusal && error.code === 'ENTRY_OPEN')
      throw new Refusal('ROSTER_FAULTY', [
        { path: `line ${line}`, message: 'TRY_OPEN' satisfies RosterFault },
      ]);
    throw error;
  };

/** Under the rules of tries; a first entry for whoever was never enrolled. */
const causeOf = ({ purpose }: ExamSession, next: NextTry | undefined): EntryCause => {
  if (purpose === 'mock') return 'mock';
  return next?.kind === 'allowed' ? next.cause : 'first';
};

type Judged = {
  readonly preview: RosterPreview;
  /** Those who are known, by e-mail address. */
  readonly people: ReadonlyMap<string, Person>;
  readonly session: ExamSession;
  readonly nextTries: ReadonlyMap<string, NextTry>;
};

/** @param scheme in force now */
const judge = async (
  manager: EntityManager,
  cohort: Cohort,
  rows: readonly ReadRow[],
  scheme: Scheme,
): Promise<Judged> => {
  const known = await manager.findBy(Person, { email: In(rows.map(({ email }) => email)) });
  const people = new Map(known.map((person) => [person.email, person]));
  const ids = known.map(({ id }) => id);
  const session = await manager.findOneByOrFail(ExamSession, { id: cohort.examSessionId });
  const now = await readClock(manager);
  refuseShut(session, now);
  const placesLeft = await findPlacesFor(manager, session.id, cohort.institutionId);
  const asked = { place: session, scheme, now, opensAt: session.opensAt };
  const nextTries = session.purpose === 'mock' ? new Map() : await judgeTriesOf(manager, ids, asked);
  const preview = judgeRoster(rows, {
    institutionId: cohort.institutionId,
    people,
    formerEmails: await findFormer(manager, rows),
    enrolledIds: await findEntered(manager, cohort.examSessionId, ids),
    nextTries,
    placesLeft,
  });
  return { preview, people, session, nextTries };
};

/** Which of these addresses somebody had who has another one by now. */
const findFormer = async (manager: EntityManager, rows: readonly ReadRow[]): Promise<ReadonlySet<string>> => {
  const former: { email: string }[] = await manager.query(
    `SELECT email FROM person_address WHERE email = ANY ($1)
     AND NOT EXISTS (SELECT FROM person WHERE person.email = person_address.email)`,
    [rows.map(({ email }) => email)],
  );
  return new Set(former.map(({ email }) => email));
};

/** Which of these people are in the session already. */
const findEntered = async (
  manager: EntityManager,
  examSessionId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const rows: { id: string }[] = await manager.query(
    `SELECT enrolment.candidate_id AS id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE entry.exam_session_id = $1 AND enrolment.candidate_id = ANY ($2::uuid[]) AND ${hasNotFallen}`,
    [examSessionId, personIds],
  );
  return new Set(rows.map(({ id }) => id));
};
