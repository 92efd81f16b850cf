import type { HandedLink, RosterRow, Scheme } from '@ennead/contracts';
import { holdPlaces, recordAudit, type Cohort, type ContentBank, type RosterLine } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { isInvitedBy, makeInvitation } from '../identity/make-invitation.ts';
import { holdSession } from '../sessions/hold-session.ts';
import { claimPeople } from './claim-people.ts';
import { holdCohort } from './hold-cohort.ts';
import { inviteRow } from './invite-row.ts';
import { judgeAgainst } from './judge-against.ts';
import { askName } from '../clearances/name-question.ts';
import { correctName } from './correct-name.ts';
import { isCorrected, isFresh } from './judge-roster.ts';
import type { ReadRow } from './read-roster.ts';
import { readOffer, writeInvitation } from './write-invitation.ts';

/** What came of some rows. */
export type Taken = {
  readonly invited: number;
  readonly enrolledAlready: number;
  readonly corrected: number;
  readonly unwritten: number;
  readonly invitations: readonly HandedLink[];
  readonly leftOut: readonly RosterRow[];
};

export type Work = {
  readonly caller: Caller;
  readonly scheme: Scheme;
  readonly importId: string;
  readonly links: boolean;
  readonly bank: ContentBank;
  readonly publicUrl: string;
};

/** Takes in some rows, in one transaction; of those that turn out to have a fault says which. */
export const takeInRows = async (
  manager: EntityManager,
  { id: cohortId }: Cohort,
  lines: readonly (RosterLine & Partial<ReadRow>)[],
  { caller, scheme, importId, links, bank, publicUrl }: Work,
): Promise<Taken> => {
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
  const offer = await readOffer(manager, bank, cohort, judged.session);
  for (const row of judged.rows.filter(isFresh)) {
    invited.push(row.email);
    const person = judged.people.get(row.email);
    // An address that somebody left stays theirs, and tells nobody that it was: it is counted, and nobody is there to be invited.
    if (!person) continue;
    const entry = await inviteRow(manager, row, {
      person,
      cohort,
      judged,
      caller,
      importId,
      answerDays: offer.answerDays,
    });
    if (entry === 'open') leftOut.push({ ...row, outcome: 'fault', faults: ['TRY_OPEN'] });
    if (typeof entry === 'string') continue;
    const act = { actorId: caller.id, entryId: entry.id, publicUrl: publicUrl };
    if (settled[row.email] === 'ask-registrar' && row.storedName !== null)
      await askName(manager, { entryId: entry.id, rosterName: row.name, by: caller.id });
    if (!(await writeInvitation(manager, person, offer, { actorId: caller.id, seat: entry, publicUrl })))
      unwritten += 1;
    if (links && person.passwordHash === null && (await isInvitedBy(manager, cohort.institutionId, person)))
      invitations.push({
        ...(await makeInvitation(manager, person, { ...act, cohort })),
        studentNumber: row.studentNumber,
      });
  }
  const entered = judged.rows.filter(({ outcome }) => outcome !== 'fault').filter((row) => !isFresh(row));
  for (const row of entered) {
    const person = judged.people.get(row.email)!;
    await correctName(manager, row, {
      person,
      entryId: judged.entered.get(person.id)!.entryId,
      institutionId: cohort.institutionId,
      by: caller.id,
    });
  }
  const corrected = entered.filter(isCorrected).length;
  const enrolledAlready = entered.length - corrected;
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
    detail: { importId, invited: emails.length, enrolledAlready, corrected },
  });
  return { invited: emails.length, enrolledAlready, corrected, unwritten, invitations, leftOut };
};
