import type { LevelCode, LocalizedText, RoleCode } from '@ennead/contracts';
import { nameCertification } from '@ennead/mail';
import type { ContentBank } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

type Row = {
  entryId: string;
  candidateId: string;
  role: RoleCode;
  level: LevelCode;
  sessionTitle: LocalizedText;
  opensAt: Date;
  closesAt: Date;
  standardHash: string;
  schemeHash: string;
};

/** An entry as letters speak of it. */
export type Sitting = Pick<Row, 'entryId' | 'candidateId' | 'sessionTitle' | 'opensAt' | 'closesAt'> & {
  readonly certification: LocalizedText;
};

/** @throws Error for an entry that is not there; ContentFault where its standard or scheme is unusable */
export const findSitting = async (
  manager: EntityManager,
  bank: ContentBank,
  entryId: string,
): Promise<Sitting> => {
  const [row]: Row[] = await manager.query(
    `SELECT entry.id AS "entryId", enrolment.candidate_id AS "candidateId", enrolment.role, enrolment.level,
       session.title AS "sessionTitle", session.opens_at AS "opensAt", session.closes_at AS "closesAt",
       session.standard_hash AS "standardHash", session.scheme_hash AS "schemeHash"
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN exam_session session ON session.id = entry.exam_session_id WHERE entry.id = $1`,
    [entryId],
  );
  if (!row) throw new Error(`there is no entry ${entryId}`);
  const { roles } = await bank.body('standard', row.standardHash, manager);
  const { levels } = await bank.body('scheme', row.schemeHash, manager);
  const role = roles.find(({ code }) => code === row.role)!.name;
  const level = levels.find(({ code }) => code === row.level)!.name;
  return { ...row, certification: nameCertification(role, level) };
};
