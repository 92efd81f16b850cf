import { houseLetterLimits, houseLetters } from '@ennead/contracts';
import type { Person } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

const { toAddress, toAddressByAll, toUnconfirmed } = houseLetterLimits;

/** Letters that institutions' acts have caused, each with the institution whose it was; a notice alone is none. */
const written = (
  days: number,
) => `message JOIN entry ON entry.id = message.entry_id JOIN cohort ON cohort.id = entry.cohort_id
  WHERE message.kind = ANY ($1) AND message.state <> 'suppressed'
    AND message.queued_at > clock() - interval '${days} days'`;

/**
 * Whether an act of an institution may still cause a letter to somebody: so many go to one address, and so many to addresses that nobody has
 * confirmed. The first of each institution goes whatever others have sent, so that none of them can keep the others from an address. Acts that are under way at the same moment do not see each other's letters, and together may come out above it by theirs.
 */
export const mayHouseWrite = async (
  manager: EntityManager,
  institutionId: string,
  { email, emailConfirmedAt }: Pick<Person, 'email' | 'emailConfirmedAt'>,
): Promise<boolean> => {
  const [counted]: { own: number; all: number }[] = await manager.query(
    `SELECT count(*) FILTER (WHERE cohort.institution_id = $3 AND message.queued_at > clock() - interval '${toAddress.days} days')::int AS own,
       count(*)::int AS "all" FROM ${written(Math.max(toAddress.days, toAddressByAll.days))} AND message.address = $2`,
    [houseLetters, email, institutionId],
  );
  const { own, all } = counted!;
  if (own >= toAddress.most || (own > 0 && all >= toAddressByAll.most)) return false;
  if (emailConfirmedAt !== null) return true;
  const [out]: { count: number }[] = await manager.query(
    `SELECT count(*)::int AS count FROM ${written(toUnconfirmed.days)} AND cohort.institution_id = $2
       AND EXISTS (SELECT FROM person WHERE person.id = message.person_id AND person.email_confirmed_at IS NULL)`,
    [houseLetters, institutionId],
  );
  return out!.count < toUnconfirmed.most;
};
