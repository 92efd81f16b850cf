import { randomBytes } from 'node:crypto';
import type { LinkPurpose } from '@ennead/contracts';
import { create, oneTimeLinks, type OneTimeLink } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hashToken } from '../make-invitation.ts';
import { voidLinksOf } from './void-links.ts';

/** For how many hours a link works. One that opens an account gives away little, one that sets a password much. */
const validHours: Record<LinkPurpose, number> = {
  register: 48,
  'confirm-address': 48,
  'change-address': 24,
  'reset-password': 1,
  'remove-factor': 24,
};

type NewLink = Pick<OneTimeLink, 'purpose' | 'personId' | 'address' | 'mailed'> & {
  /** Of an account that is not there yet. */
  readonly newcomer?: Pick<OneTimeLink, 'name' | 'locale'>;
  readonly byOperator?: boolean;
  readonly actorId: string | null;
  readonly publicUrl: string;
  /** For how long it works where that is not as long as others of its purpose. */
  readonly hours?: number;
};

export type MadeLink = { readonly url: string; readonly expiresAt: Date };

/**
 * A link that does one thing once; those of its purpose from before end. Only the hash of what it holds is kept. Its person
 * is to be locked, where there is one.
 */
export const makeLink = async (
  manager: EntityManager,
  { newcomer, actorId, publicUrl, hours, ...about }: NewLink,
): Promise<MadeLink> => {
  const { purpose, personId } = about;
  if (personId) await voidLinksOf(manager, personId, actorId, purpose);
  const token = randomBytes(24).toString('base64url');
  const made = await create(manager, oneTimeLinks, {
    event: 'make',
    actorId,
    values: {
      ...about,
      name: newcomer?.name ?? null,
      locale: newcomer?.locale ?? null,
      tokenHash: hashToken(token),
      expiresAt: sql`clock() + make_interval(hours => ${hours ?? validHours[purpose]}::int)`,
    },
    detail: { purpose, personId },
  });
  if (!made) throw new Error(`There is another open link of ${personId} to ${purpose}.`);
  return { url: new URL(`/link/${token}`, publicUrl).href, expiresAt: made.expiresAt };
};
