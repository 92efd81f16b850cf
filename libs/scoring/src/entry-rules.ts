import type { DimensionCode, Scheme, SchemeLevel } from '@ennead/contracts';
import type { ConversionTable } from '@ennead/contracts/internal';
import { type ContentBank, type SessionPart } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

export type Rules = { readonly scheme: Scheme; readonly level: SchemeLevel };

/** What an entry's scores are put together by: the parts of its session, and the level's rules in its scheme. */
export type EntryRules = Rules & {
  readonly entryId: string;
  readonly examSessionId: string;
  readonly schemeHash: string;
  readonly parts: readonly Pick<SessionPart, 'id' | 'dimension' | 'weight' | 'contentHash'>[];
};

/** @throws Error for a level that the scheme does not have */
export const levelOf = (scheme: Scheme, code: string): SchemeLevel => {
  const level = scheme.levels.find((one) => one.code === code);
  if (!level) throw new Error(`Scheme ${scheme.id} version ${scheme.version} has no level ${code}.`);
  return level;
};

type Row = {
  level: string;
  examSessionId: string;
  schemeHash: string;
  parts: { id: string; dimension: DimensionCode; weight: number; contentHash: string }[];
};

export const findEntryRules = async (
  manager: EntityManager,
  bank: ContentBank,
  entryId: string,
): Promise<EntryRules> => {
  const [row]: Row[] = await manager.query(
    `SELECT enrolment.level, session.id AS "examSessionId", session.scheme_hash AS "schemeHash",
       (SELECT jsonb_agg(jsonb_build_object('id', id, 'dimension', dimension, 'weight', weight,
         'contentHash', content_hash) ORDER BY position) FROM session_part
        WHERE exam_session_id = session.id) AS parts
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN exam_session session ON session.id = entry.exam_session_id WHERE entry.id = $1`,
    [entryId],
  );
  if (!row) throw new Error(`There is no entry ${entryId}.`);
  const scheme = await bank.body('scheme', row.schemeHash, manager);
  const { level, parts, ...rest } = row;
  return { ...rest, entryId, scheme, level: levelOf(scheme, level), parts: parts ?? [] };
};

/** The table that holds for a part's form, lab or rubric; null where raw and reported score are the same. */
export const findConversion = async (
  manager: EntityManager,
  bank: ContentBank,
  { contentHash }: Pick<SessionPart, 'contentHash'>,
  examSessionId: string,
): Promise<string | null> =>
  (await bank.inForceOf([contentHash], 'conversion', examSessionId, manager)).get(contentHash) ?? null;

export const readConversion = async (
  manager: EntityManager,
  bank: ContentBank,
  hash: string | null,
): Promise<ConversionTable | null> => (hash === null ? null : bank.body('conversion', hash, manager));
