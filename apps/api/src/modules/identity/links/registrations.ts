import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type RegisterInput, type SetPasswordInput } from '@ennead/contracts';
import { nameless, queueMessage } from '@ennead/mail';
import { isMereCandidate, Person, readClock, recordAudit, voidInvitationsOf } from '@ennead/persistence';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { isDuplicate } from '../../../infrastructure/is-duplicate.ts';
import { takingAlike } from '../../../infrastructure/taking-alike.ts';
import { SETTINGS, type Settings } from '../../../settings.ts';
import { demandGoodPassword } from '../demand-good-password.ts';
import { acceptForAccount } from '../../pages/record-agreements.ts';
import { Guesses } from '../guesses.ts';
import { letterGuessing } from '../log-in-guessing.ts';
import type { Admitted } from '../identity.service.ts';
import { lockPerson } from '../lock-person.ts';
import { hashPassword } from '../passwords.ts';
import { findHolder, type Holder } from './find-holder.ts';
import { Links, useLink } from './links.ts';
import { makeLink } from './make-link.ts';
import { tellHolder } from './tell-holder.ts';
import { voidLinksOf, voidRegistrationsOf } from './void-links.ts';

/** How candidates come by an account of their own. */
@Injectable()
export class Registrations {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly guesses: Guesses,
    private readonly links: Links,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /**
   * Writes to the address; nothing else happens before its holder answers. Whether it has an account already only the
   * letter says.
   */
  async register({ email, name, locale }: RegisterInput): Promise<void> {
    await this.guesses.book(letterGuessing('register', email));
    await takingAlike(() =>
      this.db.transaction(async (manager) => {
        const holder = await findHolder(manager, email);
        if (holder && !isReleased(holder)) return tellHolder(manager, holder, email);
        await voidRegistrationsOf(manager, email);
        const { url, expiresAt } = await makeLink(manager, {
          purpose: 'register',
          personId: null,
          address: email,
          newcomer: { name, locale },
          mailed: true,
          actorId: null,
          publicUrl: this.settings.PUBLIC_URL,
        });
        await queueMessage(manager, {
          kind: 'confirm-address',
          to: { address: email, name: nameless[locale], locale },
          params: { until: { at: expiresAt.toISOString() } },
          link: url,
          linkExpiresAt: expiresAt,
        });
      }),
    );
  }

  /**
   * Whoever has the link has the mailbox, and chooses the password: one that a stranger chose for them would be a
   * stranger's way in. A registered person is a candidate; other roles are given by an administrator.
   *
   * @returns whom it is now
   */
  async finish({ token, password, locale }: SetPasswordInput, from: string): Promise<Admitted> {
    const link = await this.links.find(token, ['register'], from);
    const { address: email, name } = link;
    await demandGoodPassword(password, { name: name!, email }, 'password');
    const passwordHash = await hashPassword(password);
    try {
      return await this.db.transaction(async (manager) => {
        const account = {
          name: name!,
          locale: locale ?? link.locale!,
          passwordHash,
          emailConfirmedAt: await readClock(manager),
        };
        const released = await manager.findOneBy(Person, { email, ...unopened });
        const id = released
          ? await this.open(manager, released.id, account)
          : await create(manager, { email, ...account });
        await useLink(manager, link, id);
        await recordAudit(manager, {
          actorId: id,
          action: 'person.registered',
          subjectKind: 'person',
          subjectId: id,
        });
        await acceptForAccount(manager, id);
        return { id, passwordHash, opened: true };
      });
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('EMAIL_TAKEN');
      throw fault;
    }
  }

  /** An account that was let go of before anybody opened it, under the name that its person gives. */
  private async open(manager: EntityManager, id: string, account: Account): Promise<string> {
    // Rights that were given meanwhile are taken up by a link of their own.
    if (!(await isMereCandidate(manager, await lockPerson(manager, id)))) throw new Refusal('EMAIL_TAKEN');
    await voidInvitationsOf(manager, id, id);
    await voidLinksOf(manager, id, id);
    const { affected } = await manager.update(Person, { id, ...unopened }, { ...account, releasedAt: null });
    if (!affected) throw new Refusal('EMAIL_TAKEN');
    return id;
  }
}

type Account = Pick<Person, 'name' | 'locale' | 'passwordHash' | 'emailConfirmedAt'>;

const unopened = { passwordHash: IsNull(), releasedAt: Not(IsNull()), disabledAt: IsNull() };

const isReleased = ({ person, isFormer }: Holder): boolean =>
  !isFormer && person.passwordHash === null && person.releasedAt !== null && person.disabledAt === null;

const create = async (manager: EntityManager, account: Account & Pick<Person, 'email'>): Promise<string> => {
  const made = manager.create(Person, { ...account, roles: ['candidate'], institutionId: null });
  return (await manager.save(made)).id;
};
