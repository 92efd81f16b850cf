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
  type RegisterInput,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import {
  Cohort,
  Invitation,
  invitations,
  Person,
  readClock,
  recordAudit,
  transition,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, In, MoreThan } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { isDuplicate } from '../../infrastructure/is-duplicate.ts';
import { acceptForAccount } from '../pages/record-agreements.ts';
import { endLogInsOf } from './end-log-ins.ts';
import { FailedLogIns } from './failed-log-ins.ts';
import { lockPerson } from './lock-person.ts';
import { hashToken } from './make-invitation.ts';
import { checkPassword, hashPassword } from './passwords.ts';
import { People } from './people.ts';

@Injectable()
export class IdentityService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly people: People,
    private readonly failures: FailedLogIns,
  ) {}

  /** @returns the new person's id. A registered person is a candidate; other roles are given by an administrator. */
  async register(input: RegisterInput): Promise<string> {
    const { password, ...rest } = input;
    const passwordHash = await hashPassword(password);
    try {
      return await this.db.transaction(async (manager) => {
        const person = await manager.save(
          manager.create(Person, { ...rest, passwordHash, roles: ['candidate'], institutionId: null }),
        );
        await recordAudit(manager, {
          actorId: person.id,
          action: 'person.registered',
          subjectKind: 'person',
          subjectId: person.id,
        });
        await acceptForAccount(manager, person.id);
        return person.id;
      });
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('EMAIL_TAKEN', [{ path: 'email', message: 'taken' }]);
      throw fault;
    }
  }

  /** @returns the person's id, or refuses without saying whether the address or the password was wrong. */
  async logIn({ email, password }: LogInInput): Promise<string> {
    const person = await this.people.findByEmail(email);
    const matches = await checkPassword(person?.passwordHash ?? null, password);
    if (!person || !matches || person.disabledAt) {
      await this.failures.note(email, person?.id ?? null);
      throw new Refusal('CREDENTIALS_WRONG');
    }
    await recordAudit(this.db.manager, {
      actorId: person.id,
      action: 'person.logged-in',
      subjectKind: 'person',
      subjectId: person.id,
    });
    return person.id;
  }

  async viewInvitation(token: string): Promise<InvitationView> {
    const invitation = await this.findOpenInvitation(token);
    const person = await this.db.manager.findOneByOrFail(Person, { id: invitation.personId });
    const cohort = invitation.cohortId
      ? await this.db.manager.findOneBy(Cohort, { id: invitation.cohortId })
      : null;
    return { name: person.name, email: person.email, cohortName: cohort?.name ?? null };
  }

  /** Sets the first password of a person on a roster. @returns the person's id. */
  async acceptInvitation({ token, password }: AcceptInvitationInput): Promise<string> {
    const { tokenHash, personId } = await this.findOpenInvitation(token);
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (manager) => {
      await lockPerson(manager, personId);
      const accepted = await transition(manager, invitations, tokenHash, {
        event: 'accept',
        actorId: personId,
        guards: { 'in-time': sql`expires_at > clock()` },
        set: { acceptedAt: sql`clock()` },
        detail: { personId },
      });
      if (!accepted) throw new Refusal('INVITATION_INVALID');
      await manager.update(Person, { id: personId }, { passwordHash });
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
    const person = await this.db.manager.findOneByOrFail(Person, { id: caller.id });
    if (!(await checkPassword(person.passwordHash, current)))
      throw new Refusal('PASSWORD_WRONG', [{ path: 'current', message: 'wrong' }]);
    const passwordHash = await hashPassword(next);
    await this.db.transaction(async (manager) => {
      await manager.update(Person, { id: caller.id }, { passwordHash });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'password.changed',
        subjectKind: 'person',
        subjectId: caller.id,
      });
      await endLogInsOf(manager, caller.id, logInId);
    });
  }

  async changeLocale(caller: Caller, locale: Locale): Promise<void> {
    await this.db.manager.update(Person, { id: caller.id }, { locale });
  }

  private async findOpenInvitation(token: string): Promise<Invitation> {
    const invitation = await this.db.manager.findOneBy(Invitation, {
      tokenHash: hashToken(token),
      state: In(sourcesOf(invitationLifecycle, 'accept')),
      expiresAt: MoreThan(await readClock(this.db)),
    });
    if (!invitation) throw new Refusal('INVITATION_INVALID');
    return invitation;
  }
}
