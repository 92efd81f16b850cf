import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type EntryCause,
  type ImportRosterInput,
  type InvitationLink,
  type RosterFault,
  type RosterImport as RosterImported,
  type RosterInput,
  type RosterPreview,
  type RosterRow,
  type Scheme,
} from '@ennead/contracts';
import type { NextTry } from '@ennead/domain';
import {
  Clearance,
  Cohort,
  ContentBank,
  ExamSession,
  holdPlaces,
  Person,
  readClock,
  recordAudit,
  RosterImport,
  type Entry,
  type RosterLine,
} from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { enterSession } from '../enrolments/enter-session.ts';
import { isInvitedBy, makeInvitation } from '../identity/make-invitation.ts';
import { Schemes } from '../results/schemes.ts';
import { holdSession } from '../sessions/hold-session.ts';
import { claimPeople } from './claim-people.ts';
import { holdCohort } from './hold-cohort.ts';
import { judgeAgainst } from './judge-against.ts';
import { isFresh, isImportable } from './judge-roster.ts';
import { readRoster, type ReadRow } from './read-roster.ts';
import { readOffer, writeInvitation } from './write-invitation.ts';

/** How many rows go in at once: few enough that whoever waits for one of them does not wait long. */
const batch = 100;

/** The whole of an import, for whom nothing is settled in advance. */
type Import = Omit<ImportRosterInput, 'settled'> & Partial<Pick<ImportRosterInput, 'settled'>>;

/** What came of some rows. */
type Taken = {
  readonly invited: number;
  readonly enrolledAlready: number;
  readonly unwritten: number;
  readonly invitations: readonly InvitationLink[];
  readonly leftOut: readonly RosterRow[];
};

type Work = {
  readonly caller: Caller;
  readonly scheme: Scheme;
  readonly importId: string;
  readonly links: boolean;
};

@Injectable()
export class RosterImporter {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly bank: ContentBank,
    private readonly schemes: Schemes,
  ) {}

  /** @throws Refusal ROSTER_UNREADABLE, ROSTER_TOO_LONG; SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY: nobody could sit it */
  async preview(cohort: Cohort, { csv, columns, settled }: RosterInput): Promise<RosterPreview> {
    const scheme = await this.schemes.inForce(await readClock(this.db));
    const roster = readRoster(csv, columns);
    const { rows } = await judgeAgainst(this.db.manager, cohort, roster.rows, { scheme, settled });
    return {
      header: roster.header,
      columns: roster.columns,
      rows: [...rows],
      importable: isImportable(rows),
    };
  }

  /**
   * Invites whoever stands in a roster, by a letter each: all or nobody, or those whose rows have no fault. Repeating it invites nobody
   * twice; and of two that name the same people at once the later one finds what the first one has made of them. Rows that may go in
   * by themselves go in some at a time, so that a long roster can be watched, and gone on with where a program ended.
   *
   * @throws Refusal ROSTER_FAULTY naming the lines; ROSTER_UNREADABLE, ROSTER_TOO_LONG, COHORT_ARCHIVED; SESSION_CANCELLED,
   * SESSION_NOT_OPEN_FOR_ENTRY
   */
  async import(caller: Caller, cohort: Cohort, input: Import): Promise<RosterImported> {
    const scheme = await this.schemes.inForce(await readClock(this.db));
    const { rows, columns } = readRoster(input.csv, input.columns);
    if (columns.email === null || columns.name === null) throw new Refusal('ROSTER_UNREADABLE');
    const settled = input.settled ?? {};
    const made = { caller, scheme, links: input.links };
    if (!input.partly)
      return this.db.transaction(async (manager) => {
        const lines = rows.map((row) => ({ ...row, settled: settled[row.email] ?? null }));
        const begun = await this.begin(manager, caller, cohort, { lines, fileName: input.fileName });
        const taken = await this.takeIn(manager, cohort, lines, { ...made, importId: begun.id });
        if (rows.length === 0 || taken.leftOut.length > 0)
          throw new Refusal('ROSTER_FAULTY', faultsOf(taken.leftOut));
        return { importId: begun.id, ...taken, invitations: [...taken.invitations], leftOut: [] };
      });
    const judged = await judgeAgainst(this.db.manager, cohort, rows, { scheme, settled });
    const leftOut = judged.rows.filter(({ faults }) => faults.length > 0);
    const begun = await this.db.transaction((manager) =>
      this.begin(manager, caller, cohort, {
        lines: judged.rows
          .filter(({ faults }) => faults.length === 0)
          .map((row) => ({ ...lineOf(row), settled: settled[row.email] ?? null })),
        fileName: input.fileName,
        leftOut,
      }),
    );
    const taken = await this.takeAll(cohort, { ...made, importId: begun.id });
    return { importId: begun.id, ...taken, leftOut: [...leftOut, ...taken.leftOut] };
  }

  /** Goes on with an import that stopped; nothing where it is done. @throws Refusal NOT_FOUND */
  async goOn(caller: Caller, cohort: Cohort, importId: string): Promise<void> {
    if (!(await this.db.manager.existsBy(RosterImport, { id: importId, cohortId: cohort.id })))
      throw new Refusal('NOT_FOUND');
    const scheme = await this.schemes.inForce(await readClock(this.db));
    await this.takeAll(cohort, { caller, scheme, importId, links: false });
  }

  private async begin(
    manager: EntityManager,
    caller: Caller,
    cohort: Cohort,
    { lines, fileName, leftOut = [] }: Begun,
  ): Promise<RosterImport> {
    await holdCohort(manager, cohort.id);
    await demand(manager, caller, 'cohort.manage', cohort.id);
    return manager.save(
      manager.create(RosterImport, {
        cohortId: cohort.id,
        fileName,
        madeBy: caller.id,
        rows: [...lines],
        leftOut: [...leftOut],
      }),
    );
  }

  private async takeAll(cohort: Cohort, work: Work): Promise<Taken & { invitations: InvitationLink[] }> {
    const all = {
      invited: 0,
      enrolledAlready: 0,
      unwritten: 0,
      invitations: [] as InvitationLink[],
      leftOut: [] as RosterRow[],
    };
    for (;;) {
      const taken = await this.db.transaction(async (manager) => {
        const found = await manager.findOneOrFail(RosterImport, {
          where: { id: work.importId },
          lock: { mode: 'pessimistic_write' },
        });
        if (found.undoneAt || found.done >= found.rows.length) return null;
        return this.takeIn(manager, cohort, found.rows.slice(found.done, found.done + batch), work);
      });
      if (!taken) return all;
      all.invited += taken.invited;
      all.enrolledAlready += taken.enrolledAlready;
      all.unwritten += taken.unwritten;
      all.invitations.push(...taken.invitations);
      all.leftOut.push(...taken.leftOut);
    }
  }

  /** Takes in some rows, in one transaction; of those that turn out to have a fault says which. */
  private async takeIn(
    manager: EntityManager,
    { id: cohortId }: Cohort,
    lines: readonly (RosterLine & Partial<ReadRow>)[],
    { caller, scheme, importId, links }: Work,
  ): Promise<Taken> {
    const cohort = await holdCohort(manager, cohortId);
    await holdSession(manager, cohort.examSessionId);
    await holdPlaces(manager, cohort.examSessionId);
    const read = lines.map((line): ReadRow => ({ ...line, faults: line.faults ?? [] }));
    await claimPeople(
      manager,
      read.filter(({ faults }) => faults.length === 0),
      cohort.institutionId,
    );
    // Whoever is no manager any more by the time that the rows are theirs imports nobody.
    await demand(manager, caller, 'cohort.manage', cohort.id);
    const settled = Object.fromEntries(
      lines.flatMap((line) => (line.settled ? [[line.email, line.settled]] : [])),
    );
    const judged = await judgeAgainst(manager, cohort, read, { scheme, settled });
    const leftOut = judged.rows.filter(({ faults }) => faults.length > 0);
    const invited = [];
    const invitations = [];
    let unwritten = 0;
    const offer = await readOffer(manager, this.bank, cohort, judged.session);
    for (const row of judged.rows.filter(isFresh)) {
      invited.push(row.email);
      const person = judged.people.get(row.email);
      // An address that somebody left stays theirs, and tells nobody that it was: it is counted, and nobody is there to be invited.
      if (!person) continue;
      const entry = await this.invite(manager, row, { person, cohort, judged, caller, importId });
      if (entry === 'open') leftOut.push({ ...row, outcome: 'fault', faults: ['TRY_OPEN'] });
      if (typeof entry === 'string') continue;
      const act = { actorId: caller.id, entryId: entry.id, publicUrl: this.settings.PUBLIC_URL };
      if (settled[row.email] === 'ask-registrar' && row.storedName !== null)
        await manager.insert(Clearance, {
          entryId: entry.id,
          kind: 'names',
          holds: false,
          by: caller.id,
          detail: { rosterName: row.name },
        });
      if (!(await writeInvitation(manager, person, offer, act))) unwritten += 1;
      if (links && person.passwordHash === null && (await isInvitedBy(manager, cohort.institutionId, person)))
        invitations.push(await makeInvitation(manager, person, { ...act, cohort }));
    }
    const enrolledAlready =
      judged.rows.length -
      judged.rows.filter((row) => row.outcome === 'fault').length -
      judged.rows.filter(isFresh).length;
    const gone = new Set(leftOut.map(({ email }) => email));
    const emails = invited.filter((email) => !gone.has(email));
    await manager.query(
      `UPDATE roster_import SET done = done + $2, invited = invited + $3, left_out = left_out || $4::jsonb, worked_at = clock()
       WHERE id = $1`,
      [importId, lines.length, emails.length, JSON.stringify(leftOut)],
    );
    await recordAudit(manager, {
      actorId: caller.id,
      action: 'roster.imported',
      subjectKind: 'cohort',
      subjectId: cohort.id,
      // How many: whom, the line of each entry says, by ids.
      detail: { importId, invited: emails.length, enrolledAlready },
    });
    return { invited: emails.length, enrolledAlready, unwritten, invitations, leftOut };
  }

  /**
   * Nobody is entered by somebody else: whoever is named says yes, or no.
   *
   * @returns `open` where an own person's try was begun in the last moment; `unseen` where somebody who is not the institution's is in
   * the session by another way, which is not the institution's to learn
   */
  private async invite(
    manager: EntityManager,
    row: RosterRow,
    { person, cohort, judged, caller, importId }: Invited,
  ): Promise<Entry | 'open' | 'unseen'> {
    try {
      return await enterSession(
        manager,
        {
          actorId: caller.id,
          candidateId: person.id,
          session: judged.session,
          cohortId: cohort.id,
          cause: causeOf(judged.session, judged.nextTries.get(person.id)),
          roster: { rosterImportId: importId, rosterName: row.name, studentNumber: row.studentNumber },
        },
        'invite',
      );
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'ENTRY_OPEN') throw error;
      return person.institutionId === cohort.institutionId ? 'open' : 'unseen';
    }
  }
}

type Begun = Pick<RosterImport, 'fileName'> & {
  readonly lines: readonly RosterLine[];
  readonly leftOut?: readonly RosterRow[];
};

type Invited = {
  readonly person: Person;
  readonly cohort: Cohort;
  readonly judged: {
    readonly session: ExamSession;
    readonly nextTries: ReadonlyMap<string, NextTry>;
  };
  readonly caller: Caller;
  readonly importId: string;
};

const lineOf = ({ line, email, name, studentNumber }: RosterRow) => ({ line, email, name, studentNumber });

const faultsOf = (rows: readonly RosterRow[]) =>
  rows.flatMap(({ line, faults }) =>
    faults.map((message: RosterFault) => ({ path: `line ${line}`, message })),
  );

/** Under the rules of tries; a first entry for whoever was never enrolled. What it is in truth is judged once more upon a yes. */
const causeOf = ({ purpose }: ExamSession, next: NextTry | undefined): EntryCause => {
  if (purpose === 'mock') return 'mock';
  return next?.kind === 'allowed' ? next.cause : 'first';
};
