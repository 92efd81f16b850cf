import { entryLifecycle, pendingEntryStates, type MissingClearance, type OwnEntry } from '@ennead/contracts';
import { birth } from '@ennead/domain';
import { hasNotFallen, stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findMissing } from './demand-cleared.ts';

/** How an entry has come about so far: whose yes it waits for, what is missing, where in line it stands; or why it did not. */
export type Seat = Pick<
  OwnEntry,
  'invitation' | 'missing' | 'isIdentitySeen' | 'lineNumber' | 'fallenReason'
>;

const invited = stateList(entryLifecycle, 'invited');
const waiting = stateList(entryLifecycle, birth(entryLifecycle, 'wait'));
/** Of what has not been begun and may yet be. */
const unbegun = stateList(entryLifecycle, birth(entryLifecycle, 'enter'), ...pendingEntryStates);

type Row = {
  id: string;
  isUnbegun: boolean;
  isConfirmed: boolean;
  invitation: Omit<NonNullable<OwnEntry['invitation']>, 'answerBy'> | null;
  answerBy: Date | null;
  isIdentitySeen: boolean;
  lineNumber: number | null;
  fallenReason: string | null;
};

/** Of these entries, each. */
export const findSeats = async (
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, Seat>> => {
  const rows: Row[] = await manager.query(
    `SELECT entry.id, entry.state IN (${unbegun}) AND entry.first_sat_at IS NULL AS "isUnbegun",
       person.email_confirmed_at IS NOT NULL AS "isConfirmed", entry.answer_by AS "answerBy",
       CASE WHEN entry.state = ${invited} THEN jsonb_build_object('institution', institution.name,
         'invitedBy', CASE WHEN inviter.id <> person.id THEN inviter.name END, 'confirms', session.confirms) END AS invitation,
       CASE WHEN entry.state = ${waiting} THEN (SELECT count(*)::int FROM entry earlier
         WHERE earlier.exam_session_id = entry.exam_session_id AND earlier.state = ${waiting}
           AND (earlier.entered_at, earlier.id) <= (entry.entered_at, entry.id)) END AS "lineNumber",
       EXISTS (SELECT FROM enrolment own JOIN entry other ON other.enrolment_id = own.id WHERE own.candidate_id = person.id
         AND other.state IN (${unbegun}) AND (SELECT given.holds FROM clearance given
           WHERE given.entry_id = other.id AND given.kind = 'identity' ORDER BY given.at DESC, given.id DESC LIMIT 1)) AS "isIdentitySeen",
       CASE WHEN NOT (${hasNotFallen}) THEN entry.state_reason END AS "fallenReason"
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
     JOIN exam_session session ON session.id = entry.exam_session_id LEFT JOIN cohort ON cohort.id = entry.cohort_id LEFT JOIN institution ON institution.id = cohort.institution_id
     LEFT JOIN person inviter ON inviter.id = entry.entered_by
     WHERE entry.id = ANY ($1::uuid[])`,
    [entryIds],
  );
  const missing = await findMissing(manager, entryIds);
  const missingOf = ({ id, isUnbegun, isConfirmed }: Row): MissingClearance[] =>
    isUnbegun ? [...(isConfirmed ? [] : (['address'] as const)), ...(missing.get(id) ?? [])] : [];
  return new Map(
    rows.map((row) => [
      row.id,
      {
        invitation: row.invitation && { ...row.invitation, answerBy: row.answerBy?.toISOString() ?? null },
        missing: missingOf(row),
        isIdentitySeen: row.isIdentitySeen,
        lineNumber: row.lineNumber,
        fallenReason: row.fallenReason,
      },
    ]),
  );
};
