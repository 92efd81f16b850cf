import { entryLifecycle, pendingEntryStates, Refusal } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { isMereCandidate, isOverPending, isOverUnbegun, SamePerson, type Person } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

export type Two = { readonly kept: Person; readonly other: Person };

/**
 * What keeps two accounts from being noted as one person's: under the lock of both and of what they are enrolled for.
 *
 * @returns whether the other one is closed with it: where nobody of the two is staff
 * @throws Refusal SAME_PERSON_GONE, SAME_PERSON_NOTED, SAME_PERSON_KEEPS_OTHERS, SAME_PERSON_BOTH_STAFF, SAME_PERSON_KEEP_STAFF,
 *   SAME_PERSON_KEPT_CLOSED; SAME_PERSON_IN_USE, SAME_PERSON_TWO_OPEN with the entries, each with its session
 */
export const refuseNote = async (manager: EntityManager, { kept, other }: Two): Promise<boolean> => {
  if (kept.erasedAt || other.erasedAt) throw new Refusal('SAME_PERSON_GONE');
  const isOther = (id: string) => manager.existsBy(SamePerson, { otherId: id, holds: true });
  if ((await isOther(kept.id)) || (await isOther(other.id))) throw new Refusal('SAME_PERSON_NOTED');
  if (await manager.existsBy(SamePerson, { keptId: other.id, holds: true }))
    throw new Refusal('SAME_PERSON_KEEPS_OTHERS');
  if (!(await isMereCandidate(manager, other)))
    throw new Refusal(
      (await isMereCandidate(manager, kept)) ? 'SAME_PERSON_KEEP_STAFF' : 'SAME_PERSON_BOTH_STAFF',
    );
  const closes = await isMereCandidate(manager, kept);
  if (closes && kept.disabledAt) throw new Refusal('SAME_PERSON_KEPT_CLOSED');
  const open = await findOpen(manager, [kept.id, other.id]);
  const others = open.filter(({ isOther: is }) => is(other.id));
  if (closes && others.length > 0) throw new Refusal('SAME_PERSON_IN_USE', others.map(toFault));
  const twice = open.filter((one) => one.counts && open.some((another) => collide(one, another)));
  if (twice.length > 0) throw new Refusal('SAME_PERSON_TWO_OPEN', twice.map(toFault));
  return closes;
};

type Row = {
  candidateId: string;
  email: string;
  cell: string;
  number: number;
  title: { 'zh-CN': string; en: string };
  /** Not only asked for, and no practice. */
  counts: boolean;
};
type Open = Row & { readonly isOther: (id: string) => boolean };

const collide = (one: Row, another: Row): boolean =>
  another.counts && one.cell === another.cell && one.candidateId !== another.candidateId;

const toFault = ({ email, number, title }: Row) => ({
  path: 'entry',
  message: `${email} · ${number} · ${title['zh-CN']} / ${title.en}`,
});

/** What is not over of these accounts, and of those that one of them is kept in the place of. */
const findOpen = async (manager: EntityManager, personIds: readonly string[]): Promise<Open[]> => {
  const rows: Row[] = await manager.query(
    `SELECT DISTINCT ON (person.email, enrolment.id, entry.number) enrolment.candidate_id AS "candidateId", person.email, enrolment.role || ' ' || enrolment.level AS cell,
       entry.number, session.title, entry.cause <> 'mock' AND NOT entry.state = ANY ($3) AS counts
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
     JOIN candidacy ON candidacy.enrolment_id = enrolment.id JOIN exam_session session ON session.id = entry.exam_session_id
     WHERE candidacy.person_id = ANY ($1::uuid[]) AND entry.state = ANY ($2)
       AND NOT ${isOverUnbegun} AND NOT ${isOverPending}
     ORDER BY person.email, enrolment.id, entry.number`,
    [personIds, [...sourcesOf(entryLifecycle, 'decide'), ...pendingEntryStates], pendingEntryStates],
  );
  return rows.map((row) => ({ ...row, isOther: (id) => row.candidateId === id }));
};
