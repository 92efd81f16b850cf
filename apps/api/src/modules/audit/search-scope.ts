import { Id, Refusal } from '@ennead/contracts';
import { parseCredentialNumber } from '@ennead/domain';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hasWords } from '../../infrastructure/read-page.ts';

/** Whom and what a search is about, by ids: an event fits that belongs to any of them. */
export type Scope = {
  /** Whoever did it. */
  readonly actorIds: readonly string[];
  readonly entryIds: readonly string[];
  readonly subjects: readonly { readonly kind: string; readonly id: string }[];
};

const nothing: Scope = { actorIds: [], entryIds: [], subjects: [] };
/** More people than anybody means who types a name. */
const mostPeople = 20;

/**
 * Reads what somebody searches for: an id, a certificate's number as people type it, an e-mail address, or a part of a name.
 *
 * @returns a scope without anything in it where there is nothing of the kind
 * @throws Refusal NUMBER_MISTYPED, PEOPLE_TOO_MANY
 */
export const readScope = async (manager: EntityManager, about: string): Promise<Scope> => {
  const id = Id.safeParse(about);
  if (id.success) return scopeOfId(manager, id.data);
  const number = parseCredentialNumber(about);
  if (number.kind === 'mistyped') throw new Refusal('NUMBER_MISTYPED');
  if (number.kind === 'well-formed') return scopeOfNumber(manager, number.number);
  return scopeOfPeople(manager, await findPeopleIds(manager, about));
};

/**
 * The ids of whoever is meant by an id, an e-mail address or a part of a name.
 *
 * @throws Refusal PEOPLE_TOO_MANY
 */
export const findPeopleIds = async (manager: EntityManager, words: string): Promise<string[]> => {
  const id = Id.safeParse(words);
  if (id.success) return [id.data];
  const { text, values } = words.includes('@')
    ? sql`SELECT id FROM person WHERE email = ${words.toLowerCase()}`
    : sql`SELECT id FROM person WHERE ${hasWords(sql`concat_ws(' ', name, email)`, words)} LIMIT ${mostPeople + 1}`;
  const found: { id: string }[] = await manager.query(text, values);
  if (found.length > mostPeople) throw new Refusal('PEOPLE_TOO_MANY');
  return found.map((person) => person.id);
};

const scopeOfId = async (manager: EntityManager, id: string): Promise<Scope> => {
  const [of] = (await manager.query(
    `SELECT EXISTS (SELECT FROM person WHERE id = $1) AS person, EXISTS (SELECT FROM entry WHERE id = $1) AS entry`,
    [id],
  )) as [{ person: boolean; entry: boolean }];
  if (of.person) return scopeOfPeople(manager, [id]);
  if (of.entry) return { ...nothing, entryIds: [id] };
  const entries = await idsOf(manager, 'SELECT id FROM entry WHERE enrolment_id = $1', [id]);
  return { ...nothing, entryIds: entries, subjects: [{ kind: 'enrolment', id }] };
};

const scopeOfNumber = async (manager: EntityManager, number: string): Promise<Scope> => {
  const [found]: { id: string; entryId: string }[] = await manager.query(
    `SELECT credential.id, decision.entry_id AS "entryId"
     FROM credential JOIN decision ON decision.id = credential.decision_id WHERE number = $1`,
    [number],
  );
  return found
    ? { ...nothing, entryIds: [found.entryId], subjects: [{ kind: 'credential', id: found.id }] }
    : nothing;
};

/** What was done by them and to them, and whatever belongs to their cases. */
const scopeOfPeople = async (manager: EntityManager, ids: readonly string[]): Promise<Scope> => {
  const enrolments = await idsOf(manager, 'SELECT id FROM enrolment WHERE candidate_id = ANY ($1)', [ids]);
  const invitations = await idsOf(
    manager,
    'SELECT token_hash AS id FROM invitation WHERE person_id = ANY ($1)',
    [ids],
  );
  return {
    actorIds: ids,
    entryIds: await idsOf(manager, 'SELECT id FROM entry WHERE enrolment_id = ANY ($1)', [enrolments]),
    subjects: [
      ...ids.map((id) => ({ kind: 'person', id })),
      ...enrolments.map((id) => ({ kind: 'enrolment', id })),
      ...invitations.map((id) => ({ kind: 'invitation', id })),
    ],
  };
};

const idsOf = async (
  manager: EntityManager,
  query: string,
  values: readonly unknown[],
): Promise<string[]> => {
  const rows: { id: string }[] = await manager.query(query, [...values]);
  return rows.map(({ id }) => id);
};
