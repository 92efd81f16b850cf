import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type ChangeAddressInput } from '@ennead/contracts';
import { nameless, queueMessage } from '@ennead/mail';
import { Person, readClock, recordAudit, voidInvitationsOf } from '@ennead/persistence';
import { DataSource, type EntityManager } from 'typeorm';
import type { Caller } from '../../../http/caller.ts';
import { isDuplicate } from '../../../infrastructure/is-duplicate.ts';
import { takingAlike } from '../../../infrastructure/taking-alike.ts';
import { SETTINGS, type Settings } from '../../../settings.ts';
import { demandPassword, wrongPassword } from '../demand-password.ts';
import { Guesses } from '../guesses.ts';
import { isReachedByMailOnly } from '../is-reached-by-mail-only.ts';
import { lockPerson, lockWithPassword } from '../lock-person.ts';
import { letterGuessing } from '../log-in-guessing.ts';
import { findHolder } from './find-holder.ts';
import { Links, useLink } from './links.ts';
import { makeLink } from './make-link.ts';
import { tellHolder } from './tell-holder.ts';
import { voidLinksOf } from './void-links.ts';

/** Somebody's own address: shown to be theirs, and changed. */
@Injectable()
export class OwnAddress {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly guesses: Guesses,
    private readonly links: Links,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws Refusal ADDRESS_CONFIRMED */
  async send(caller: Caller): Promise<void> {
    await this.guesses.book(letterGuessing('confirm-address', caller.email));
    await this.db.transaction(async (manager) => {
      const person = await lockPerson(manager, caller.id);
      if (person.emailConfirmedAt) throw new Refusal('ADDRESS_CONFIRMED');
      const { url, expiresAt } = await makeLink(manager, {
        purpose: 'confirm-address',
        personId: caller.id,
        address: person.email,
        mailed: true,
        actorId: caller.id,
        publicUrl: this.settings.PUBLIC_URL,
      });
      await queueMessage(manager, {
        kind: 'confirm-address',
        to: { personId: caller.id },
        params: { until: { at: expiresAt.toISOString() } },
        link: url,
        linkExpiresAt: expiresAt,
      });
    });
  }

  /**
   * Nothing changes before the link is used that goes to the new address. Whether somebody else has it only a letter says.
   *
   * @throws Refusal PASSWORD_WRONG, PASSWORD_DUE
   */
  async change(caller: Caller, { email, password }: ChangeAddressInput): Promise<void> {
    const person = await demandPassword(this.db.manager, this.guesses, caller.id, password);
    await this.guesses.book(letterGuessing('change-address', caller.id));
    await takingAlike(() =>
      this.db.transaction(async (manager) => {
        const locked = await lockWithPassword(manager, person, wrongPassword);
        await refuseUnproven(manager, locked);
        const { locale } = locked;
        const holder = await findHolder(manager, email);
        if (email === caller.email) return;
        // Whoever left an address comes back to it.
        if (holder && holder.person.id !== caller.id) return tellHolder(manager, holder, email);
        const { url, expiresAt } = await makeLink(manager, {
          purpose: 'change-address',
          personId: caller.id,
          address: email,
          mailed: true,
          actorId: caller.id,
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
   * Takes a link that came to an address, of whoever is logged in to the account that it is about: whoever merely has the
   * mailbox does not vouch for an account that somebody else opened with their address.
   *
   * @throws Refusal LINK_INVALID, LINK_OTHER_ACCOUNT, EMAIL_TAKEN where somebody has taken the address meanwhile
   */
  async confirm(caller: Caller, token: string, from: string): Promise<void> {
    const link = await this.links.find(token, ['confirm-address', 'change-address'], from);
    if (link.personId !== caller.id) throw new Refusal('LINK_OTHER_ACCOUNT');
    try {
      await this.db.transaction(async (manager) => {
        const before = await lockPerson(manager, caller.id);
        await useLink(manager, link, caller.id);
        const isNew = link.address !== before.email;
        if (isNew && link.purpose === 'confirm-address') throw new Refusal('LINK_INVALID');
        if (isNew) await refuseUnproven(manager, before);
        const now = await readClock(manager);
        await manager.update(Person, { id: caller.id }, { email: link.address, emailConfirmedAt: now });
        // Neither address is in the trail, where nothing can be taken out again.
        await recordAudit(manager, {
          actorId: caller.id,
          ...(isNew ? { action: 'address.changed' } : { action: 'address.confirmed' }),
          subjectKind: 'person',
          subjectId: caller.id,
        });
        if (!isNew) return;
        await voidLinksOf(manager, caller.id, caller.id);
        await voidInvitationsOf(manager, caller.id, caller.id);
        // Whoever did not change it themselves reads it where they always did.
        await queueMessage(manager, {
          kind: 'address-changed',
          to: { address: before.email, name: before.name, locale: before.locale },
          params: { address: link.address, at: { at: now.toISOString() } },
        });
      });
    } catch (fault) {
      if (isDuplicate(fault)) throw new Refusal('EMAIL_TAKEN');
      throw fault;
    }
  }
}

/**
 * Whoever has the password of somebody, and may not be them, does not move the mailbox by which they would show that they are: of the
 * staff never, of a candidate not once it was shown to be theirs. A mailbox that nobody ever showed to be theirs may be a slip of the
 * pen, and left for the right one.
 *
 * @throws Refusal PASSWORD_DUE
 */
const refuseUnproven = async (manager: EntityManager, person: Person): Promise<void> => {
  if (!person.unprovenSince) return;
  if (person.emailConfirmedAt || (await isReachedByMailOnly(manager, person)))
    throw new Refusal('PASSWORD_DUE');
};
