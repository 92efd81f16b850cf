import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Refusal, type PersonRole, type RemoveFactorByLinkInput } from '@ennead/contracts';
import { queueMessage } from '@ennead/mail';
import { Person, readClock, RecoveryCode, recordAudit, SecondFactor } from '@ennead/persistence';
import { DataSource, In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { seal, unseal } from '../../infrastructure/seal.ts';
import { requiresSecondFactor, SETTINGS, type Settings } from '../../settings.ts';
import { demandPassword, wrongPassword } from './demand-password.ts';
import { endLogInsOf } from './end-log-ins.ts';
import { forgetFactor } from './forget-factor.ts';
import { Guesses } from './guesses.ts';
import { isReachedByMailOnly } from './is-reached-by-mail-only.ts';
import { Links, useLink } from './links/links.ts';
import { makeLink } from './links/make-link.ts';
import { lockPerson, lockWithPassword } from './lock-person.ts';
import { codeGuessing } from './log-in-guessing.ts';
import { hashRecoveryCode, makeRecoveryCode, recoveryCodeCount } from './recovery-codes.ts';
import { describeSecret, makeSecret, stepOf } from './totp.ts';

/** Whose second factor may be demanded: who decides grades and who gives rights. */
const weighty: readonly PersonRole[] = ['certifier', 'administrator'];

const isCode = /^\d{6}$/;

/** Second factors: set up, asked for, given up, and taken away where they are lost. */
@Injectable()
export class SecondFactors {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly guesses: Guesses,
    private readonly links: Links,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Those of these people who have one that is in use. */
  async holdersAmong(personIds: readonly string[]): Promise<ReadonlySet<string>> {
    const found = await this.db.manager.findBy(SecondFactor, {
      personId: In([...personIds]),
      confirmedAt: Not(IsNull()),
    });
    return new Set(found.map(({ personId }) => personId));
  }

  /** Whether somebody with these roles has to have one before anything else. */
  isDemanded(roles: readonly PersonRole[]): boolean {
    return requiresSecondFactor(this.settings) && roles.some((role) => weighty.includes(role));
  }

  async view({ id }: Caller) {
    const [factor, codesLeft] = await Promise.all([
      this.db.manager.findOneBy(SecondFactor, { personId: id, confirmedAt: Not(IsNull()) }),
      this.db.manager.countBy(RecoveryCode, { personId: id, usedAt: IsNull() }),
    ]);
    return { setUpAt: factor?.confirmedAt?.toISOString() ?? null, codesLeft };
  }

  /** A new secret for an app; another one that was never confirmed is forgotten. */
  async begin(caller: Caller, password: string) {
    const person = await demandPassword(this.db.manager, this.guesses, caller.id, password);
    const secret = makeSecret();
    await this.db.transaction(async (manager) => {
      await lockWithPassword(manager, person, wrongPassword);
      if (await manager.existsBy(SecondFactor, { personId: caller.id, confirmedAt: Not(IsNull()) }))
        throw new Refusal('SECOND_FACTOR_SET');
      await manager.delete(SecondFactor, { personId: caller.id });
      await manager.insert(SecondFactor, {
        personId: caller.id,
        sealedSecret: seal(secret, caller.id, this.settings.SEALING_SECRET),
      });
    });
    return describeSecret(secret, caller.email);
  }

  /** A first code shows that the app has the secret. Every other log-in ends: it was begun without. @returns the recovery codes */
  async confirm(caller: Caller, code: string, logInId: string): Promise<string[]> {
    const guessing = codeGuessing(caller.id);
    await this.guesses.book(guessing);
    const codes = await this.db.transaction(async (manager) => {
      await lockPerson(manager, caller.id);
      await demandLogIn(manager, caller.id, logInId);
      const factor = await manager.findOneBy(SecondFactor, { personId: caller.id });
      if (!factor) throw new Refusal('SECOND_FACTOR_MISSING');
      if (factor.confirmedAt) throw new Refusal('SECOND_FACTOR_SET');
      if (!(await this.takeCode(manager, factor, code))) throw wrongCode();
      await manager.update(SecondFactor, { personId: caller.id }, { confirmedAt: () => 'clock()' });
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'second-factor.set-up',
        subjectKind: 'person',
        subjectId: caller.id,
      });
      await endLogInsOf(manager, caller.id, logInId);
      return this.makeCodes(manager, caller.id);
    });
    await this.guesses.takeBack(guessing);
    return codes;
  }

  /** Ten new codes; those from before are worth nothing. */
  async renewCodes(caller: Caller, code: string): Promise<string[]> {
    return this.withCode(caller.id, code, async (manager) => {
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'second-factor.codes-renewed',
        subjectKind: 'person',
        subjectId: caller.id,
      });
      return this.makeCodes(manager, caller.id);
    });
  }

  /** Gives one's own up, by password and code: to have none, or to set up another app. */
  async giveUp(
    caller: Caller,
    { password, code }: { readonly password: string; readonly code: string },
    logInId: string,
  ): Promise<void> {
    const person = await demandPassword(this.db.manager, this.guesses, caller.id, password);
    await this.withCode(caller.id, code, async (manager) => {
      await lockWithPassword(manager, person, wrongPassword);
      await forgetFactor(manager, caller.id);
      await recordAudit(manager, {
        actorId: caller.id,
        action: 'second-factor.given-up',
        subjectKind: 'person',
        subjectId: caller.id,
      });
      await endLogInsOf(manager, caller.id, logInId);
    });
  }

  /**
   * Takes away another's that is lost. They log in by their password alone then, and set up a new one where it is demanded.
   * Of the staff nobody takes it away alone: a link goes to their mailbox, which takes their password too.
   */
  async remove(
    caller: Caller,
    personId: string,
    reason: string,
  ): Promise<{ removed: 'at-once' | 'by-link' }> {
    if (personId === caller.id) throw new Refusal('SECOND_FACTOR_OWN');
    return this.db.transaction(async (manager) => {
      if (!(await manager.existsBy(Person, { id: personId }))) throw new Refusal('NOT_FOUND');
      const person = await lockPerson(manager, personId);
      await demandFactor(manager, personId);
      const byLink = await isReachedByMailOnly(manager, person);
      if (byLink && person.disabledAt) throw new Refusal('ACCOUNT_DISABLED');
      await recordAudit(manager, {
        actorId: caller.id,
        ...(byLink
          ? ({ action: 'second-factor.removal-allowed' } as const)
          : ({ action: 'second-factor.removed' } as const)),
        subjectKind: 'person',
        subjectId: personId,
        detail: { reason },
      });
      if (byLink) {
        await this.mailRemoval(manager, caller, person);
        return { removed: 'by-link' };
      }
      await this.takeAway(manager, personId);
      return { removed: 'at-once' };
    });
  }

  /** The end of what an administrator allowed, by the mailbox and the password. @throws Refusal LINK_INVALID, PASSWORD_WRONG */
  async removeByLink({ token, password }: RemoveFactorByLinkInput, from: string): Promise<void> {
    const link = await this.links.find(token, ['remove-factor'], from);
    const personId = link.personId!;
    const person = await demandPassword(this.db.manager, this.guesses, personId, password);
    await this.db.transaction(async (manager) => {
      await lockWithPassword(manager, person, wrongPassword);
      await useLink(manager, link, personId);
      await demandFactor(manager, personId);
      await recordAudit(manager, {
        actorId: personId,
        action: 'second-factor.removed-by-link',
        subjectKind: 'person',
        subjectId: personId,
      });
      await this.takeAway(manager, personId);
    });
  }

  private async mailRemoval(manager: EntityManager, caller: Caller, { id, email }: Person): Promise<void> {
    const { url, expiresAt } = await makeLink(manager, {
      purpose: 'remove-factor',
      personId: id,
      address: email,
      mailed: true,
      actorId: caller.id,
      publicUrl: this.settings.PUBLIC_URL,
    });
    await queueMessage(manager, {
      kind: 'factor-removal',
      to: { personId: id },
      params: { until: { at: expiresAt.toISOString() } },
      link: url,
      linkExpiresAt: expiresAt,
    });
  }

  private async takeAway(manager: EntityManager, personId: string): Promise<void> {
    await forgetFactor(manager, personId);
    await endLogInsOf(manager, personId, null);
    await queueMessage(manager, {
      kind: 'factor-removed',
      to: { personId },
      params: { at: { at: (await readClock(manager)).toISOString() } },
    });
  }

  /**
   * Takes a code of somebody's app or one of their recovery codes, for this once, together with what it is for.
   *
   * @throws Refusal CODE_WRONG for one that is wrong, was used, or is of an earlier half minute than the last
   */
  async withCode<Result>(
    personId: string,
    code: string,
    act: (manager: EntityManager, by: 'app' | 'recovery-code') => Promise<Result>,
  ): Promise<Result> {
    const guessing = codeGuessing(personId);
    await this.guesses.book(guessing);
    const result = await this.db.transaction(async (manager) => {
      await lockPerson(manager, personId);
      const factor = await manager.findOneBy(SecondFactor, { personId, confirmedAt: Not(IsNull()) });
      if (!factor) throw new Refusal('SECOND_FACTOR_MISSING');
      const typed = code.normalize('NFKC').replace(/\s/g, '');
      const taken = isCode.test(typed)
        ? (await this.takeCode(manager, factor, typed)) && 'app'
        : (await takeRecoveryCode(manager, personId, typed)) && 'recovery-code';
      if (!taken) throw wrongCode();
      return act(manager, taken);
    });
    await this.guesses.takeBack(guessing);
    return result;
  }

  /** Of two who come with the same code at once, one has it. */
  private async takeCode(
    manager: EntityManager,
    { personId, sealedSecret }: SecondFactor,
    code: string,
  ): Promise<boolean> {
    const secret = unseal(sealedSecret, personId, this.settings.SEALING_SECRET);
    const step = stepOf(secret, code.normalize('NFKC').replace(/\s/g, ''), await readClock(manager));
    if (step === null) return false;
    const [, count] = (await manager.query(
      `UPDATE second_factor SET last_step = $2
       WHERE person_id = $1 AND sealed_secret = $3 AND (last_step IS NULL OR last_step < $2)`,
      [personId, step, sealedSecret],
    )) as [unknown[], number];
    return count === 1;
  }

  private async makeCodes(manager: EntityManager, personId: string): Promise<string[]> {
    const codes = Array.from({ length: recoveryCodeCount }, makeRecoveryCode);
    await manager.delete(RecoveryCode, { personId });
    await manager.insert(
      RecoveryCode,
      codes.map((code) => ({ codeHash: hashRecoveryCode(personId, code), personId, usedAt: null })),
    );
    return codes;
  }
}

const demandFactor = async (manager: EntityManager, personId: string): Promise<void> => {
  if (!(await manager.existsBy(SecondFactor, { personId, confirmedAt: Not(IsNull()) })))
    throw new Refusal('SECOND_FACTOR_MISSING');
};

/** Under the lock of the person: a request that came in by a log-in that has ended meanwhile sets up nothing. */
const demandLogIn = async (manager: EntityManager, personId: string, logInId: string): Promise<void> => {
  const goesOn: unknown[] = await manager.query(
    `SELECT FROM web_session WHERE sid = $1 AND sess ->> 'personId' = $2`,
    [logInId, personId],
  );
  if (goesOn.length === 0) throw new Refusal('NOT_LOGGED_IN');
};

const wrongCode = () => new Refusal('CODE_WRONG', [{ path: 'code', message: 'wrong' }]);

const takeRecoveryCode = async (
  manager: EntityManager,
  personId: string,
  typed: string,
): Promise<boolean> => {
  const { affected } = await manager.update(
    RecoveryCode,
    { codeHash: hashRecoveryCode(personId, typed), personId, usedAt: IsNull() },
    { usedAt: () => 'clock()' },
  );
  return affected === 1;
};
