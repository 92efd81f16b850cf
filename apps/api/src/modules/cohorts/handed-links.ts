import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type HandedLink, type InvitationLink } from '@ennead/contracts';
import type { Cohort, Person } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demand } from '../../http/demand.ts';
import { SETTINGS, type Settings } from '../../settings.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { GivenLinks } from '../identity/links/given-links.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { isInvitedBy, makeInvitation } from '../identity/make-invitation.ts';
import { findUnanswered, isUnanswered, type Unanswered } from './find-unanswered.ts';
import { holdCohort } from './hold-cohort.ts';

/** How many links are made at once. */
const batch = 100;

type Member = Pick<Unanswered, 'entryId' | 'personId'>;

/**
 * Links that a manager gives to people. One rule for each way to ask for them: of a cohort that is not archived, for people whose account
 * the institution made and still has, who are candidates and nothing else, and whose address nobody has confirmed (`isInvitedBy`):
 * whoever has confirmed it is helped by mail, and by nobody who has the link as well.
 */
@Injectable()
export class HandedLinks {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly given: GivenLinks,
  ) {}

  /** To open the account and take the seat, of all who have not answered and may have one. @throws Refusal NOT_FOUND, COHORT_ARCHIVED */
  async inviteAll(caller: Caller, id: string): Promise<HandedLink[]> {
    await demand(this.db.manager, caller, 'cohort.manage', id);
    const found = await findUnanswered(this.db.manager, id);
    const links: HandedLink[] = [];
    for (let from = 0; from === 0 || from < found.length; from += batch)
      links.push(
        ...(await this.act(caller, id, (manager, cohort) =>
          this.inviteSome(manager, caller, cohort, found.slice(from, from + batch)),
        )),
      );
    return links;
  }

  /**
   * The same for one who lost theirs.
   *
   * @throws Refusal NOT_FOUND, COHORT_ARCHIVED, INVITATION_NOT_YOURS, ACCOUNT_DISABLED, ACCOUNT_ACTIVE, ENTRY_NOT_INVITED
   */
  invite(caller: Caller, id: string, entryId: string): Promise<InvitationLink> {
    return this.act(caller, id, async (manager, cohort) =>
      this.inviteOne(manager, caller, cohort, {
        entryId,
        personId: await findPerson(manager, cohort, entryId),
      }),
    );
  }

  /**
   * To set a new password.
   *
   * @throws Refusal NOT_FOUND, COHORT_ARCHIVED, INVITATION_NOT_YOURS, ACCOUNT_DISABLED; MOVE_ILLEGAL where there is no password yet
   */
  reset(caller: Caller, id: string, entryId: string): Promise<InvitationLink> {
    return this.act(caller, id, async (manager, cohort) => {
      const person = await holdOwn(manager, cohort, await findPerson(manager, cohort, entryId));
      if (person.passwordHash === null) throw new Refusal('MOVE_ILLEGAL');
      return this.given.handOver(manager, caller, person);
    });
  }

  private act<Made>(
    caller: Caller,
    id: string,
    act: (manager: EntityManager, cohort: Cohort) => Promise<Made>,
  ): Promise<Made> {
    return this.db.transaction(async (manager) => {
      // Whether there is such a cohort is not for everybody to learn.
      await demand(manager, caller, 'cohort.manage', id);
      const cohort = await holdCohort(manager, id);
      await demand(manager, caller, 'cohort.manage', id);
      return act(manager, cohort);
    });
  }

  /** Whoever may have none by now is left out. */
  private async inviteSome(
    manager: EntityManager,
    caller: Caller,
    cohort: Cohort,
    members: readonly Unanswered[],
  ): Promise<HandedLink[]> {
    const links: HandedLink[] = [];
    for (const member of members)
      try {
        links.push({
          ...(await this.inviteOne(manager, caller, cohort, member)),
          studentNumber: member.studentNumber,
        });
      } catch (error) {
        // Nothing was written before it was refused.
        if (!(error instanceof Refusal)) throw error;
      }
    return links;
  }

  private async inviteOne(
    manager: EntityManager,
    caller: Caller,
    cohort: Cohort,
    { entryId, personId }: Member,
  ): Promise<InvitationLink> {
    const person = await holdOwn(manager, cohort, personId);
    if (person.passwordHash !== null) throw new Refusal('ACCOUNT_ACTIVE');
    if (!isUnanswered((await findEntry(manager, entryId)).state)) throw new Refusal('ENTRY_NOT_INVITED');
    return makeInvitation(manager, person, {
      actorId: caller.id,
      entryId,
      cohort,
      publicUrl: this.settings.PUBLIC_URL,
    });
  }
}

const findPerson = async (manager: EntityManager, { id }: Cohort, entryId: string): Promise<string> => {
  const { cohortId, candidateId } = await findEntry(manager, entryId);
  if (cohortId !== id) throw new Refusal('NOT_FOUND');
  return candidateId;
};

const holdOwn = async (
  manager: EntityManager,
  { institutionId }: Cohort,
  personId: string,
): Promise<Person> => {
  const person = await lockPerson(manager, personId);
  if (!(await isInvitedBy(manager, institutionId, person))) throw new Refusal('INVITATION_NOT_YOURS');
  if (person.disabledAt) throw new Refusal('ACCOUNT_DISABLED');
  return person;
};
