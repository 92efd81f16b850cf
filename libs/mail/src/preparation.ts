import type { ClearanceKind, LocalizedText, MissingClearance } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

/** What letters say of how to get ready, each in one phrase. */
export type Preparation = {
  readonly where: LocalizedText;
  readonly bring: LocalizedText;
  /** What somebody has yet to do or to show before the first part; that their identity is seen, they bring a paper for. */
  readonly steps: LocalizedText;
};

type Row = {
  readonly venue: string | null;
  readonly halls: readonly string[];
  readonly asked: readonly ClearanceKind[];
  readonly missing: readonly ClearanceKind[];
  readonly isConfirmed: boolean;
};

/**
 * How the candidate of an entry gets ready for its session, as things are now.
 *
 * @param confirms whether the letter itself confirms the address
 * @throws Error for an entry that is not there
 */
export const findPreparation = async (
  manager: EntityManager,
  entryId: string,
  { confirms = false }: { readonly confirms?: boolean } = {},
): Promise<Preparation> => {
  const [row]: Row[] = await manager.query(
    `SELECT session.venue, session.halls, session.clearances AS asked, person.email_confirmed_at IS NOT NULL AS "isConfirmed",
       ARRAY(SELECT kind FROM missing_clearance missing WHERE missing.entry_id = entry.id ORDER BY position) AS missing
     FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
     JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
     WHERE entry.id = $1`,
    [entryId],
  );
  if (!row) throw new Error(`there is no entry ${entryId}`);
  return describePreparation({ ...row, isConfirmed: row.isConfirmed || confirms });
};

export const describePreparation = ({ venue, halls, asked, missing, isConfirmed }: Row): Preparation => {
  const lacks: MissingClearance[] = [...(isConfirmed ? [] : (['address'] as const)), ...missing];
  const isShown = asked.includes('identity') && (venue !== null || missing.includes('identity'));
  return {
    where: placeWords(venue, halls),
    bring: listWords(
      [...(isShown ? [things.identity] : []), ...(venue === null ? [things.computer] : [])],
      things.none,
    ),
    steps: listWords(
      lacks.flatMap((kind) => (kind === 'identity' ? [] : [steps[kind]])),
      { 'zh-CN': '无', en: 'nothing' },
    ),
  };
};

const things = {
  identity: { 'zh-CN': '有效身份证件原件', en: 'the original of your identity document' },
  computer: { 'zh-CN': '可以正常使用的电脑和网络', en: 'a computer and a network that work' },
  none: { 'zh-CN': '无特别要求', en: 'nothing in particular' },
} as const satisfies Record<string, LocalizedText>;

const steps = {
  address: { 'zh-CN': '确认邮箱', en: 'your address confirmed' },
  application: { 'zh-CN': '签署报考申请', en: 'the application signed' },
  names: { 'zh-CN': '确认姓名', en: 'your names confirmed' },
  experience: {
    'zh-CN': '由颁证机构核对从业经历（请备好证明材料）',
    en: 'your experience checked by the body (have your evidence ready)',
  },
} as const satisfies Record<Exclude<MissingClearance, 'identity'>, LocalizedText>;

const placeWords = (venue: string | null, halls: readonly string[]): LocalizedText => {
  const hall = { 'zh-CN': `考场：${halls.join('、')}`, en: `halls: ${halls.join(', ')}` };
  if (venue === null)
    return halls.length > 0 ? hall : { 'zh-CN': '线上进行，未指定考点', en: 'online, no venue is named' };
  return halls.length > 0
    ? { 'zh-CN': `${venue}（${hall['zh-CN']}）`, en: `${venue} (${hall.en})` }
    : { 'zh-CN': venue, en: venue };
};

const listWords = (all: readonly LocalizedText[], none: LocalizedText): LocalizedText =>
  all.length === 0
    ? none
    : {
        'zh-CN': all.map((one) => one['zh-CN']).join('、'),
        en: new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(all.map(({ en }) => en)),
      };
