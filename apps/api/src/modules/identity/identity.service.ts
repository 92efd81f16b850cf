import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  invitationLifecycle,
  Refusal,
  type AcceptInvitationInput,
  type ChangePasswordInput,
  type InvitationView,
  type Locale,
  type LogInInput,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { Invitation, invitations, Person, readClock, recordAudit, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { Request } from 'express';
import { DataSource, In, IsNull, MoreThan, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { Schemes } from '../results/schemes.ts';
import { acceptSeatsIn } from '../tries/accept-seats-in.ts';
import { acceptForAccount } from '../pages/record-agreements.ts';
import { Guesses } from './guesses.ts';
import { linkGuessing, logInGuessing } from './log-in-guessing.ts';
import { demandGoodPassword } from './demand-good-password.ts';
import { awaitCode, awaitedBy } from './begin-log-in.ts';
import { closeAccount } from './close-account.ts';
import { demandPassword } from './demand-password.ts';
import { tellOfNewPassword } from './links/tell-of-new-password.ts';
import { voidInvitationsOf, voidLinksOf } from './links/void-links.ts';
import { endLogInsOf } from './end-log-ins.ts';
import { FailedLogIns } from './failed-log-ins.ts';
import { lockPerson } from './lock-person.ts';
import { hashToken } from './make-invitation.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { People } from './people.ts';
import { SecondFactors } from './second-factors.ts';
import { viewOffer } from './view-offer.ts';

/** Whence somebody comes to log in. */
export type Arrival = {
  readonly address: string;
  /** What their browser is called, where this account was logged in on it before. */
  readonly browserKnowing: (personId: string) => string | null;
};

@Injectable()
export class IdentityService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly people: People,
    private readonly failures: FailedLogIns,
    private readonly guesses: Guesses,
    private readonly factors: SecondFactors,
    private readonly schemes: Schemes,
  ) {}

  /** @returns the person's id, or refuses without saying whether the address or the password was wrong. */
  async logIn({ email, password }: LogInInput, { address, browserKnowing }: Arrival): Promise<string> {
    const person = await this.people.findByEmail(email);
    const guessing = logInGuessing(email, { address, known: person && browserKnowing(person.id) });
    await this.guesses.book(guessing);
    const matches = await checkPassword(person?.passwordHash ?? null, password);
    if (!person || !matches || person.disabledAt) {
      await this.failures.note(email, person?.id ?? null);
      throw new Refusal('CREDENTIALS_WRONG');
    }
    await this.guesses.takeBack(guessing);
    return person.id;
  }

  /**
   * Whether the password alone lets nobody in: then it is kept for a while that it was right. Else the log-in is recorded.
   */
  async asksForCode(request: Request, personId: string): Promise<boolean> {
    if ((await this.factors.holdersAmong([personId])).has(personId)) {
      await awaitCode(request, personId, await readClock(this.db));
      return true;
    }
    await recordLogIn(this.db.manager, personId);
    return false;
  }

  /** Of whom a code is asked; null where of nobody. */
  async findAwaited(request: Request): Promise<string | null> {
    return request.session?.awaitsPersonId ? awaitedBy(request, await readClock(this.db)) : null;
  }

  /** @returns the person's id, once the code is right as well. */
  async finishLogIn(request: Request, code: string): Promise<string> {
    const personId = await this.findAwaited(request);
    if (!personId) throw new Refusal('CODE_NOT_AWAITED');
    await this.factors.withCode(personId, code, async (manager, by) => {
      if (!(await manager.existsBy(Person, { id: personId, disabledAt: IsNull() })))
        throw new Refusal('CREDENTIALS_WRONG');
      await recordLogIn(manager, personId, { by });
    });
    return personId;
  }

  async viewInvitation(token: string, address: string): Promise<InvitationView> {
    const invitation = await this.findOpenInvitation(token, address);
    const person = await this.db.manager.findOneByOrFail(Person, { id: invitation.personId });
    const { cohortName, seat } = invitation.cohortId
      ? await viewOffer(this.db.manager, { personId: person.id, cohortId: invitation.cohortId })
      : { cohortName: null, seat: null };
    return { name: person.name, email: person.email, cohortName, seat };
  }

  /** Sets the first password of a person on a roster. @returns the person's id. */
  async acceptInvitation({ token, password }: AcceptInvitationInput, address: string): Promise<string> {
    const { tokenHash, personId, cohortId, mailed } = await this.findOpenInvitation(token, address);
    const person = await this.db.manager.findOneByOrFail(Person, { id: personId });
    demandGoodPassword(password, person, 'password');
    const passwordHash = await hashPassword(password);
    const scheme = await this.schemes.inForce(await readClock(this.db));
    await this.db.transaction(async (manager) => {
      // Whatever follows the person: the seat's session, enrolment and entry come before them.
      if (cohortId) await acceptSeatsIn(manager, { personId, cohortId }, scheme);
      await lockPerson(manager, personId);
      const accepted = await transition(manager, invitations, tokenHash, {
        event: 'accept',
        actorId: personId,
        guards: { 'in-time': sql`expires_at > clock()` },
        set: { acceptedAt: sql`clock()` },
        detail: { personId },
      });
      if (!accepted) throw new Refusal('INVITATION_INVALID');
      // Whoever has a link that went to the address alone has the mailbox.
      const emailConfirmedAt = person.emailConfirmedAt ?? (mailed ? await readClock(manager) : null);
      await manager.update(Person, { id: personId }, { passwordHash, emailConfirmedAt });
      await voidInvitationsOf(manager, personId, personId);
      await acceptForAccount(manager, personId);
    });
    return personId;
  }

  /** Every other log-in of the person ends: whoever had the old password is out. */
  async changePassword(
    caller: Caller,
    logInId: string,
    { current, next }: ChangePasswordInput,
  ): Promise<void> {
    const person = await demandPassword(this.db.manager, this.guesses, caller.id, current, 'current');
    demandGoodPassword(next, person, 'next');
    const passwordHash = await hashPassword(next);
    await this.db.transaction(async (manager) => {
      await manager.update(Person, { id: caller.id }, { passwordHash });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'password.changed',
        subjectKind: 'person',
        subjectId: caller.id,
      });
      await voidLinksOf(manager, caller.id, caller.id);
      await endLogInsOf(manager, caller.id, logInId);
      await tellOfNewPassword(manager, caller.id);
    });
  }

  /** @throws Refusal PASSWORD_WRONG, ACCOUNT_STAFF, ACCOUNT_IN_USE */
  async close(caller: Caller, password: string): Promise<void> {
    await demandPassword(this.db.manager, this.guesses, caller.id, password);
    await this.db.transaction((manager) => closeAccount(manager, caller.id));
  }

  async changeLocale(caller: Caller, locale: Locale): Promise<void> {
    await this.db.manager.update(Person, { id: caller.id }, { locale });
  }

  /** One that was given out is found however often others were tried from the same address. */
  private async findOpenInvitation(token: string, address: string): Promise<Invitation> {
    const invitation = await this.db.manager.findOneBy(Invitation, {
      tokenHash: hashToken(token),
      state: In(sourcesOf(invitationLifecycle, 'accept')),
      expiresAt: MoreThan(await readClock(this.db)),
    });
    if (invitation) return invitation;
    await this.guesses.book(linkGuessing(address));
    throw new Refusal('INVITATION_INVALID');
  }
}

const recordLogIn = (
  manager: EntityManager,
  personId: string,
  detail: Record<string, unknown> = {},
): Promise<void> =>
  recordAudit(manager, {
    actorId: personId,
    action: 'person.logged-in',
    subjectKind: 'person',
    subjectId: personId,
    detail,
  });
