import type { EntityManager } from 'typeorm';

export type OpenedAccount = { readonly personId: string; readonly cohortId: string };

/** What else happens when somebody opens their account by a cohort's invitation; what that is, is no business of accounts. */
export abstract class AccountOpenings {
  /** Reads what it needs, before any transaction. @returns what happens in the one in which the account is opened */
  abstract prepare(): Promise<(manager: EntityManager, opened: OpenedAccount) => Promise<void>>;
}
