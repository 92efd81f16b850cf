import type { LocalizedText } from '@ennead/contracts';
import { findPreparation, mayHouseWrite, nameCertification, queueMessage } from '@ennead/mail';
import {
  type Cohort,
  type ContentBank,
  type Entry,
  type ExamSession,
  Institution,
  isMereCandidate,
  type Person,
} from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { makeMailedInvitation } from '../identity/make-invitation.ts';

/** What all invitations of a cohort say alike. */
export type Offer = {
  readonly cohort: Pick<Cohort, 'id' | 'institutionId'>;
  /** Within how many days it is answered. */
  readonly answerDays: number;
  readonly words: {
    readonly institution: LocalizedText;
    readonly certification: LocalizedText;
    readonly session: LocalizedText;
    readonly opens: { readonly at: string };
    readonly closes: { readonly at: string };
  };
};

/** @throws ContentFault where the session's standard or scheme is unusable */
export const readOffer = async (
  manager: EntityManager,
  bank: ContentBank,
  cohort: Pick<Cohort, 'id' | 'institutionId'>,
  session: ExamSession,
): Promise<Offer> => {
  const { name: institution } = await manager.findOneByOrFail(Institution, { id: cohort.institutionId });
  const { roles } = await bank.body('standard', session.standardHash, manager);
  const { levels, rules } = await bank.body('scheme', session.schemeHash, manager);
  return {
    cohort,
    answerDays: rules.answerDays,
    words: {
      institution,
      certification: nameCertification(
        roles.find(({ code }) => code === session.role)!.name,
        levels.find(({ code }) => code === session.level)!.name,
      ),
      session: session.title,
      opens: { at: session.opensAt.toISOString() },
      closes: { at: session.closesAt.toISOString() },
    },
  };
};

type Written = {
  readonly actorId: string;
  readonly seat: Pick<Entry, 'id' | 'answerBy'>;
  readonly publicUrl: string;
};

/**
 * The letter by which somebody learns that a seat is theirs to take, and its notice. Whoever has an account, or is more than a candidate,
 * answers at home; for whoever has none a link goes along that opens it and shows that the address is theirs. The person is to be locked.
 *
 * @returns whether a letter may go: else whoever has an account finds the notice alone, and whoever has none keeps the link from before
 */
export const writeInvitation = async (
  manager: EntityManager,
  person: Person,
  { cohort, words }: Offer,
  { actorId, seat, publicUrl }: Written,
): Promise<boolean> => {
  if (person.disabledAt) return true;
  const { id: entryId, answerBy } = seat;
  if (!answerBy) throw new Error(`${entryId} would be kept for ever.`);
  const mayWrite = await mayHouseWrite(manager, cohort.institutionId, person);
  const dated = { ...words, until: { at: answerBy.toISOString() } };
  const about = { kind: 'entry', id: entryId } as const;
  const shared = { to: { personId: person.id }, entryId, about, sentBy: actorId };
  if (person.passwordHash !== null || !(await isMereCandidate(manager, person))) {
    const how = mayWrite ? {} : ({ unsent: 'too-many' } as const);
    const params = { ...dated, ...(await findPreparation(manager, entryId)) };
    await queueMessage(manager, { ...shared, ...how, kind: 'seat-offered', params });
    return mayWrite;
  }
  if (!mayWrite) return false;
  const made = await makeMailedInvitation(manager, person, { actorId, entryId, cohort, publicUrl });
  await queueMessage(manager, {
    ...shared,
    kind: 'invitation',
    params: { ...dated, ...(await findPreparation(manager, entryId, { confirms: true })) },
    link: made.url,
    linkExpiresAt: made.expiresAt,
  });
  return true;
};
