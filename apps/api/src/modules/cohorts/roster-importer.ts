import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  Refusal,
  type ImportRosterInput,
  type HandedLink,
  type RosterFault,
  type RosterImport as RosterImported,
  type RosterInput,
  type RosterPreview,
  type RosterRow,
} from '@ennead/contracts';
import { ContentBank, readClock, RosterImport, type Cohort, type RosterLine } from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { Schemes } from '../results/schemes.ts';
import { holdCohort } from './hold-cohort.ts';
import { holdImport } from './hold-import.ts';
import { judgeAgainst } from './judge-against.ts';
import { isImportable } from './judge-roster.ts';
import { readRoster } from './read-roster.ts';
import { takeInRows, type Taken, type Work } from './take-in-rows.ts';

/** How many rows go in at once: few enough that whoever waits for one of them does not wait long. */
const batch = 100;

/** The whole of an import, for whom nothing is settled in advance. */
type Import = Omit<ImportRosterInput, 'settled'> & Partial<Pick<ImportRosterInput, 'settled'>>;

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
      headerLine: roster.headerLine,
      samples: roster.samples,
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
    const made = { ...this.tools(), caller, scheme, links: input.links };
    if (!input.partly)
      return this.db.transaction(async (manager) => {
        const lines = rows.map((row) => ({ ...row, settled: settled[row.email] ?? null }));
        const begun = await this.begin(manager, caller, cohort, { lines, fileName: input.fileName });
        const taken = await takeInRows(manager, cohort, lines, { ...made, importId: begun.id });
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
    await this.takeAll(cohort, { ...this.tools(), caller, scheme, importId, links: false });
  }

  private tools(): Pick<Work, 'bank' | 'publicUrl'> {
    return { bank: this.bank, publicUrl: this.settings.PUBLIC_URL };
  }

  private async begin(
    manager: EntityManager,
    caller: Caller,
    cohort: Cohort,
    { lines, fileName, leftOut = [] }: Begun,
  ): Promise<RosterImport> {
    await holdInForce(manager);
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

  private async takeAll(cohort: Cohort, work: Work): Promise<Taken & { invitations: HandedLink[] }> {
    const all = {
      invited: 0,
      enrolledAlready: 0,
      corrected: 0,
      unwritten: 0,
      invitations: [] as HandedLink[],
      leftOut: [] as RosterRow[],
    };
    for (;;) {
      const taken = await this.db.transaction(async (manager) => {
        const held = { cohortId: cohort.id, importId: work.importId };
        const { made } = await holdImport(manager, held);
        if (made.undoneAt || made.done >= made.rows.length) return null;
        return takeInRows(manager, cohort, made.rows.slice(made.done, made.done + batch), work);
      });
      if (!taken) return all;
      all.invited += taken.invited;
      all.enrolledAlready += taken.enrolledAlready;
      all.corrected += taken.corrected;
      all.unwritten += taken.unwritten;
      all.invitations.push(...taken.invitations);
      all.leftOut.push(...taken.leftOut);
    }
  }
}

type Begun = Pick<RosterImport, 'fileName'> & {
  readonly lines: readonly RosterLine[];
  readonly leftOut?: readonly RosterRow[];
};

const lineOf = ({ line, email, name, studentNumber }: RosterRow) => ({ line, email, name, studentNumber });

const faultsOf = (rows: readonly RosterRow[]) =>
  rows.flatMap(({ line, faults }) =>
    faults.map((message: RosterFault) => ({ path: `line ${line}`, message })),
  );
